import type { EntityManager } from 'typeorm';
import type { SignUpCase } from './sign-up-case.entity';

export type DueCase = Pick<SignUpCase, 'id' | 'kind' | 'state' | 'accountId' | 'profileId'>;

/** Cases of which something takes effect by itself by now, the longest due first. */
export function dueCases(manager: EntityManager, now: number, limit: number): Promise<DueCase[]> {
  return manager.query(
    `SELECT id, kind, state, account_id AS accountId, profile_id AS profileId
     FROM sign_up_case WHERE due_at <= ? ORDER BY due_at LIMIT ?`,
    [now, limit],
  );
}

/** The same of one account. */
export function dueCasesOf(manager: EntityManager, accountId: number, now: number): Promise<DueCase[]> {
  return manager.query(
    `SELECT id, kind, state, account_id AS accountId, profile_id AS profileId
     FROM sign_up_case WHERE account_id = ? AND +due_at <= ?`,
    [accountId, now],
  );
}

/** Rejected cases whose time is over, the longest over first. */
export async function casesToRemove(manager: EntityManager, now: number, limit: number): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    'SELECT id FROM sign_up_case WHERE purge_at <= ? ORDER BY purge_at LIMIT ?',
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

/** What was sent, what was answered, and what moderators have told each other. */
export async function deleteTextsOf(manager: EntityManager, caseId: number): Promise<void> {
  await manager.query('DELETE FROM sign_up_submission WHERE case_id = ?', [caseId]);
  await manager.query('DELETE FROM sign_up_note WHERE case_id = ?', [caseId]);
  await manager.query('DELETE FROM outbox_message WHERE case_id = ?', [caseId]);
}
