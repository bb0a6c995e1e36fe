import type { EntityManager } from 'typeorm';
import type { ListedAccount } from './account-view';

/** SQLite has no booleans: 0 or 1. */
type Row = Omit<ListedAccount, 'isActive' | 'isStaff'> & { readonly isActive: 0 | 1; readonly isStaff: 0 | 1 };

/**
 * The accounts with these ids, in their order. Goes without entities, because for those every page would be a statement
 * of its own, with its numbers written into it, that SQLite reads and keeps anew.
 */
export async function listedAccounts(manager: EntityManager, ids: readonly number[]): Promise<ListedAccount[]> {
  const marks = ids.map(() => '?').join(', ');
  const rows = await manager.query<Row[]>(
    `SELECT id, public_id AS publicId, email, given_name AS givenName, family_name AS familyName, phone,
       is_active AS isActive, is_staff AS isStaff, access, last_sign_in_at AS lastSignInAt, deleted_at AS deletedAt,
       created_at AS createdAt
     FROM account WHERE id IN (${marks})`,
    [...ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids
    .map((id) => found.get(id))
    .filter((row) => row !== undefined)
    .map((row) => ({ ...row, isActive: row.isActive === 1, isStaff: row.isStaff === 1 }));
}
