import type { EntityManager } from 'typeorm';
import type { FieldValue } from '../../../src-shared/contract/profiles';
import type { SignUpCase } from './sign-up-case.entity';

/** A field of the profile as it was sent, with its label at that time. */
interface SubmittedValue {
  readonly fieldId: string;
  readonly label: string;
  readonly value: FieldValue;
}

/** What somebody has sent, each time they did. */
export interface Submission {
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
  /** To the office. */
  readonly message: string;
  readonly values: readonly SubmittedValue[];
}

export async function addSubmission(
  manager: EntityManager,
  { id, revision, submittedAt }: Pick<SignUpCase, 'id' | 'revision' | 'submittedAt'>,
  { givenName, familyName, phone, message, values }: Submission,
): Promise<void> {
  await manager.query(
    `INSERT INTO sign_up_submission (case_id, revision, submitted_at, given_name, family_name, phone, message, field_values)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, revision, submittedAt, givenName, familyName, phone, message, JSON.stringify(values)],
  );
}

export async function submissionOf(
  manager: EntityManager,
  caseId: number,
  revision: number,
): Promise<Submission | null> {
  const [row] = await manager.query<(Omit<Submission, 'values'> & { fieldValues: string })[]>(
    `SELECT given_name AS givenName, family_name AS familyName, phone, message, field_values AS fieldValues
     FROM sign_up_submission WHERE case_id = ? AND revision = ?`,
    [caseId, revision],
  );
  if (!row) return null;
  const { fieldValues, ...rest } = row;
  return { ...rest, values: JSON.parse(fieldValues) as SubmittedValue[] };
}

export async function countSubmissions(manager: EntityManager, caseId: number, since: number): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    'SELECT count(*) AS count FROM sign_up_submission WHERE case_id = ? AND submitted_at > ?',
    [caseId, since],
  );
  return row?.count ?? 0;
}

export async function newestCaseOf(manager: EntityManager, accountId: number): Promise<string | null> {
  const [row] = await manager.query<{ publicId: string }[]>(
    'SELECT public_id AS publicId FROM sign_up_case WHERE account_id = ? ORDER BY id DESC LIMIT 1',
    [accountId],
  );
  return row?.publicId ?? null;
}

/** Of accounts that somebody else may be too: their cases that nobody has decided on yet. */
export async function markDuplicates(manager: EntityManager, accountIds: readonly number[]): Promise<void> {
  if (accountIds.length === 0) return;
  const marks = accountIds.map(() => '?').join(', ');
  await manager.query(
    `UPDATE sign_up_case SET has_duplicates = 1
     WHERE account_id IN (${marks}) AND has_duplicates = 0 AND state NOT IN ('approved', 'rejected')`,
    [...accountIds],
  );
}

export async function deleteOpenCasesOfProfile(manager: EntityManager, profileId: number): Promise<void> {
  await manager.query(
    "DELETE FROM sign_up_case WHERE profile_id = ? AND kind = 'profile' AND state NOT IN ('approved', 'rejected')",
    [profileId],
  );
}
