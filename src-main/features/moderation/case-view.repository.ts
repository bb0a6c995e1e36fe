import type { EntityManager } from 'typeorm';
import type { ProfileColor } from '../../../src-shared/contract/profiles';

export interface PersonRow {
  readonly id: number;
  readonly publicId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
}

export interface TypeRow {
  readonly id: number;
  readonly publicId: string;
  readonly name: string;
  readonly color: ProfileColor;
}

export interface EarlierRow {
  readonly publicId: string;
  readonly accountId: number;
  readonly state: 'approved' | 'rejected';
  readonly decidedAt: number;
  readonly decidedBy: number | null;
  readonly reason: string;
}

export interface NoteRow {
  readonly at: number;
  readonly authorId: number;
  readonly text: string;
}

/** Accounts by their ids, those in the trash too. */
export function peopleOf(manager: EntityManager, ids: readonly number[]): Promise<PersonRow[]> {
  return manager.query(
    `SELECT id, public_id AS publicId, email, given_name AS givenName, family_name AS familyName
     FROM account WHERE id IN (${marks(ids)})`,
    [...ids],
  );
}

export function typesOf(manager: EntityManager, ids: readonly number[]): Promise<TypeRow[]> {
  return manager.query(`SELECT id, public_id AS publicId, name, color FROM profile_type WHERE id IN (${marks(ids)})`, [
    ...ids,
  ]);
}

/** Other cases of these accounts that were decided, the newest first. */
export function decidedCasesOf(
  manager: EntityManager,
  accountIds: readonly number[],
  exceptId: number,
  limit: number,
): Promise<EarlierRow[]> {
  return manager.query(
    `SELECT public_id AS publicId, account_id AS accountId, state, decided_at AS decidedAt, decided_by AS decidedBy,
            CASE internal_reason WHEN '' THEN decision_reason ELSE internal_reason END AS reason
     FROM sign_up_case
     WHERE account_id IN (${marks(accountIds)}) AND state IN ('approved', 'rejected') AND id <> ?
     ORDER BY decided_at DESC, id DESC LIMIT ?`,
    [...accountIds, exceptId, limit],
  );
}

/** How many cases of people with e-mails at a domain wait, and how many were approved and rejected. */
export async function countsOfDomain(manager: EntityManager, domain: string) {
  const keyOf = (state: string) => `${domain}\n${state}`;
  const rows = await manager.query<{ key: string; count: number }[]>(
    "SELECT key, count FROM tally WHERE what = 'case-of-domain' AND key IN (?, ?, ?)",
    ['waiting', 'approved', 'rejected'].map(keyOf),
  );
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  const countOf = (state: string) => counts.get(keyOf(state)) ?? 0;
  return { waiting: countOf('waiting'), approved: countOf('approved'), rejected: countOf('rejected') };
}

export function notesOf(manager: EntityManager, caseId: number): Promise<NoteRow[]> {
  return manager.query(
    'SELECT at, author_account_id AS authorId, text FROM sign_up_note WHERE case_id = ? ORDER BY at, id',
    [caseId],
  );
}

export async function addNote(
  manager: EntityManager,
  { caseId, authorId, at, text }: NoteRow & { readonly caseId: number },
): Promise<void> {
  await manager.query('INSERT INTO sign_up_note (case_id, author_account_id, at, text) VALUES (?, ?, ?, ?)', [
    caseId,
    authorId,
    at,
    text,
  ]);
}

function marks(ids: readonly number[]): string {
  return ids.map(() => '?').join(', ');
}
