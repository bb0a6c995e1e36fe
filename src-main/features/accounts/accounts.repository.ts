import type { EntityManager } from 'typeorm';
import type { Account } from './account.entity';

export interface PersonRow {
  readonly id: number;
  readonly publicId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

const personColumns = 'id, public_id AS publicId, given_name AS givenName, family_name AS familyName, email';

/** An account in the trash whose time has come counts as purged, whether anybody has come round to it or not. */
const isThere = '(purge_at IS NULL OR purge_at > ?)';

export async function peopleByIds(manager: EntityManager, ids: readonly number[], now: number): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  return manager.query<PersonRow[]>(`SELECT ${personColumns} FROM account WHERE id IN (${marks}) AND ${isThere}`, [
    ...ids,
    now,
  ]);
}

/**
 * The first id that nobody has, or ever had: SQLite gives the id of the row deleted last to the next one, who would
 * then find a stranger's entries in the activity. Everybody who was purged is in it.
 */
export async function nextAccountId(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ id: number }[]>(
    `SELECT max(coalesce((SELECT max(id) FROM account), 0),
                coalesce((SELECT max(account_id) FROM activity_person), 0)) + 1 AS id`,
  );
  if (!row) throw new Error('There is always a next id.');
  return row.id;
}

// The conditions are written out: a partial index is not used for a parameter. Those of the lists of all accounts lead
// past a million others to a hundred staff; the plus keeps them out of it.
export async function countActiveSuperusers(manager: EntityManager): Promise<number> {
  const rows = await manager.query<unknown[]>(
    'SELECT id FROM account WHERE is_staff = 1 AND is_active = 1 AND is_superuser = 1 AND +deleted_at IS NULL',
  );
  return rows.length;
}

/** Accounts whose trash time is over, the longest over first. */
export async function accountsToPurge(manager: EntityManager, now: number, limit: number): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    'SELECT id FROM account WHERE purge_at <= ? ORDER BY purge_at LIMIT ?',
    [now, limit],
  );
  return rows.map((row) => row.id);
}

/** How many digits at the end of two phones have to be the same, as in the generated column `phone_tail`. */
const tail = { shortest: 6, length: 8 };

/** Ids of accounts outside the trash with the same phone, its prefix aside. */
export async function accountsByPhone(manager: EntityManager, digits: string, limit: number): Promise<number[]> {
  if (digits.length < tail.shortest) return [];
  const rows = await manager.query<{ id: number }[]>(
    'SELECT id FROM account WHERE phone_tail = ? AND +deleted_at IS NULL ORDER BY id DESC LIMIT ?',
    [digits.slice(-tail.length), limit],
  );
  return rows.map((row) => row.id);
}

/** The same by the folded name. */
export async function accountsByName(manager: EntityManager, nameFolded: string, limit: number): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    'SELECT id FROM account WHERE name_folded = ? AND deleted_at IS NULL ORDER BY id DESC LIMIT ?',
    [nameFolded, limit],
  );
  return rows.map((row) => row.id);
}

/** Lets accounts in that were held back. Who is let in already stays as they are. */
export function openAccess(manager: EntityManager, ids: readonly number[], now: number): Promise<void> {
  return setAccess(manager, ids, 'open', now);
}

/** Holds accounts back that were let in. Who is held back already stays as they are. */
export function closeAccess(manager: EntityManager, ids: readonly number[], now: number): Promise<void> {
  return setAccess(manager, ids, 'awaiting-approval', now);
}

async function setAccess(
  manager: EntityManager,
  ids: readonly number[],
  access: Account['access'],
  now: number,
): Promise<void> {
  if (ids.length === 0) return;
  const marks = ids.map(() => '?').join(', ');
  await manager.query(`UPDATE account SET access = ?, updated_at = ? WHERE id IN (${marks}) AND access <> ?`, [
    access,
    now,
    ...ids,
    access,
  ]);
}

/** Active staff who have a permission, their own or that of a group, by name. */
export function staffWithPermission(manager: EntityManager, permission: string): Promise<PersonRow[]> {
  return manager.query(
    `SELECT ${personColumns} FROM account a
     WHERE is_staff = 1 AND is_active = 1 AND +deleted_at IS NULL
       AND (is_superuser = 1
         OR EXISTS (SELECT 1 FROM account_permission ap WHERE ap.account_id = a.id AND ap.permission = ?)
         OR EXISTS (SELECT 1 FROM account_group ag JOIN staff_group_permission gp ON gp.group_id = ag.group_id
                    WHERE ag.account_id = a.id AND gp.permission = ?))
     ORDER BY name_folded, id`,
    [permission, permission],
  );
}

export function haveSamePhone(one: string, other: string): boolean {
  return (
    one.length >= tail.shortest &&
    other.length >= tail.shortest &&
    one.slice(-tail.length) === other.slice(-tail.length)
  );
}

/** The staff permissions that accounts have, their own and those of their groups; one that comes from both is there twice. */
export function permissionsOfAccounts(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ accountId: number; permission: string }[]> {
  const marks = ids.map(() => '?').join(', ');
  return manager.query(
    `SELECT account_id AS accountId, permission FROM account_permission WHERE account_id IN (${marks})
     UNION ALL
     SELECT ag.account_id, gp.permission
     FROM account_group ag JOIN staff_group_permission gp ON gp.group_id = ag.group_id
     WHERE ag.account_id IN (${marks})`,
    [...ids, ...ids],
  );
}

/** The permissions given to accounts themselves, without those of their groups. */
export function ownPermissions(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ accountId: number; permission: string }[]> {
  const marks = ids.map(() => '?').join(', ');
  return manager.query(
    `SELECT account_id AS accountId, permission FROM account_permission WHERE account_id IN (${marks})`,
    [...ids],
  );
}

export async function replaceOwnPermissions(
  manager: EntityManager,
  accountId: number,
  permissions: readonly string[],
): Promise<void> {
  await manager.query('DELETE FROM account_permission WHERE account_id = ?', [accountId]);
  for (const permission of new Set(permissions)) {
    await manager.query('INSERT INTO account_permission (account_id, permission) VALUES (?, ?)', [
      accountId,
      permission,
    ]);
  }
}
