import type { EntityManager } from 'typeorm';

/** The groups of these accounts, by name. */
export function groupsOfAccounts(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ accountId: number; publicId: string; name: string }[]> {
  const marks = ids.map(() => '?').join(', ');
  return manager.query(
    `SELECT ag.account_id AS accountId, g.public_id AS publicId, g.name
     FROM account_group ag JOIN staff_group g ON g.id = ag.group_id
     WHERE ag.account_id IN (${marks}) ORDER BY g.name_folded`,
    [...ids],
  );
}

export function permissionsOfGroups(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ groupId: number; permission: string }[]> {
  const marks = ids.map(() => '?').join(', ');
  return manager.query(
    `SELECT group_id AS groupId, permission FROM staff_group_permission WHERE group_id IN (${marks})`,
    [...ids],
  );
}

/** Who is in the trash is in no group until they are restored. */
export function membersOfGroups(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ groupId: number; accountId: number }[]> {
  const marks = ids.map(() => '?').join(', ');
  return manager.query(
    `SELECT ag.group_id AS groupId, ag.account_id AS accountId
     FROM account_group ag CROSS JOIN account a ON a.id = ag.account_id
     WHERE ag.group_id IN (${marks}) AND a.deleted_at IS NULL`,
    [...ids],
  );
}

/** For a group without members: also those in the trash will not come back to it. */
export async function emptyGroup(manager: EntityManager, groupId: number): Promise<void> {
  await manager.query('DELETE FROM account_group WHERE group_id = ?', [groupId]);
}

export async function replacePermissionsOfGroup(
  manager: EntityManager,
  groupId: number,
  permissions: readonly string[],
): Promise<void> {
  await manager.query('DELETE FROM staff_group_permission WHERE group_id = ?', [groupId]);
  for (const permission of new Set(permissions)) {
    await manager.query('INSERT INTO staff_group_permission (group_id, permission) VALUES (?, ?)', [
      groupId,
      permission,
    ]);
  }
}

export async function replaceGroupsOfAccount(
  manager: EntityManager,
  accountId: number,
  groupIds: readonly number[],
): Promise<void> {
  await manager.query('DELETE FROM account_group WHERE account_id = ?', [accountId]);
  for (const groupId of new Set(groupIds)) {
    await manager.query('INSERT INTO account_group (account_id, group_id) VALUES (?, ?)', [accountId, groupId]);
  }
}
