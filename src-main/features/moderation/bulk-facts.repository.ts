import type { EntityManager } from 'typeorm';
import { SignUpCase } from './sign-up-case.entity';

/** A case with what has to be known of its account and its profile to decide on it among many. */
export interface BulkFacts {
  readonly signUpCase: SignUpCase;
  readonly account: {
    readonly id: number;
    readonly email: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly isStaff: boolean;
  };
  /** Empty where there is no profile. */
  readonly typeName: string;
}

type Row = Readonly<Record<string, string | number | null>>;

/** By the ids of the cases. One whose account is gone for good, or counts as purged, is not among them. */
export async function bulkFacts(
  manager: EntityManager,
  ids: readonly number[],
  now: number,
): Promise<ReadonlyMap<number, BulkFacts>> {
  const { columns } = manager.dataSource.getMetadata(SignUpCase);
  const named = columns.map(({ databaseName, propertyName }) => `c.${databaseName} AS ${propertyName}`).join(', ');
  const rows = await manager.query<Row[]>(
    `SELECT ${named}, a.email, a.given_name AS givenName, a.family_name AS familyName, a.is_staff AS isStaff,
            coalesce(t.name, '') AS typeName
     FROM sign_up_case c CROSS JOIN account a ON a.id = c.account_id
     LEFT JOIN profile_type t ON t.id = c.type_id AND c.profile_id IS NOT NULL
     WHERE c.id IN (${marks(ids)}) AND (a.purge_at IS NULL OR a.purge_at > ?)`,
    [...ids, now],
  );
  return new Map(
    rows.map((row) => {
      const values = columns.map(({ propertyName, type }) => {
        const value = row[propertyName] ?? null;
        return [propertyName, type === 'boolean' ? value === 1 : value];
      });
      const signUpCase = Object.assign(new SignUpCase(), Object.fromEntries(values));
      const { email, givenName, familyName } = row as Record<string, string>;
      const account = { id: Number(row.accountId), email, givenName, familyName, isStaff: row.isStaff === 1 };
      return [signUpCase.id, { signUpCase, account, typeName: String(row.typeName) } as BulkFacts];
    }),
  );
}

/** The cases of which the message that was sent at their last decision has been read. */
export async function casesReadOf(manager: EntityManager, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await manager.query<{ id: number }[]>(
    `SELECT c.id FROM outbox_message m INDEXED BY outbox_message_by_case
     CROSS JOIN sign_up_case c ON c.id = m.case_id AND c.effective_at = m.sent_at
     WHERE m.case_id IN (${marks(ids)}) AND m.read_at IS NOT NULL`,
    [...ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Ids of cases in the order of their public ids; 0 for one that is not there. */
export async function idsOfCases(manager: EntityManager, publicIds: readonly string[]): Promise<number[]> {
  const rows = await manager.query<{ id: number; publicId: string }[]>(
    `SELECT id, public_id AS publicId FROM sign_up_case WHERE public_id IN (${marks(publicIds)})`,
    [...publicIds],
  );
  const found = new Map(rows.map(({ id, publicId }) => [publicId, id]));
  return publicIds.map((publicId) => found.get(publicId) ?? 0);
}

/** Each case with its version at this moment, in the order of the ids; null for one that is not there. */
export function versionsOf(manager: EntityManager, ids: readonly number[]): Promise<(number | null)[]> {
  return manager
    .query<{ version: number | null }[]>(
      'SELECT c.version FROM json_each(?) AS chosen LEFT JOIN sign_up_case c ON c.id = chosen.value ORDER BY chosen.key',
      [JSON.stringify(ids)],
    )
    .then((rows) => rows.map(({ version }) => version));
}

/** Everybody on whom nobody has decided yet, and who is not in the trash. */
export async function undecidedCases(manager: EntityManager): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    `SELECT id FROM sign_up_case INDEXED BY sign_up_case_by_tab
     WHERE tab IN ('waiting', 'appeals', 'parked', 'changes-requested') ORDER BY tab, since, id`,
  );
  return rows.map(({ id }) => id);
}

export interface NotDoneCase {
  readonly id: number;
  readonly publicId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

/** As much of cases as a line about them shows; those whose account is gone for good are not among them. */
export async function casesNamed(
  manager: EntityManager,
  ids: readonly number[],
): Promise<ReadonlyMap<number, NotDoneCase>> {
  const rows = await manager.query<NotDoneCase[]>(
    `SELECT c.id, c.public_id AS publicId, a.given_name AS givenName, a.family_name AS familyName, a.email
     FROM sign_up_case c JOIN account a ON a.id = c.account_id WHERE c.id IN (${marks(ids)})`,
    [...ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
