import type { EntityManager } from 'typeorm';

/** By how many accounts and authorized users a login is used, those in the trash included. */
export interface LoginUses {
  readonly accounts: number;
  readonly authorizedUsers: number;
}

export async function loginUses(manager: EntityManager, loginId: number): Promise<LoginUses> {
  const [row] = await manager.query<LoginUses[]>(
    `SELECT (SELECT count(*) FROM account WHERE login_id = ?) AS accounts,
            (SELECT count(*) FROM authorized_user WHERE login_id = ?) AS authorizedUsers`,
    [loginId, loginId],
  );
  return row ?? { accounts: 0, authorizedUsers: 0 };
}

export async function loginsOfAccount(manager: EntityManager, accountId: number): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    'SELECT login_id AS id FROM authorized_user WHERE account_id = ? AND login_id IS NOT NULL',
    [accountId],
  );
  return rows.map((row) => row.id);
}

/** Of these logins those go that nobody has any more; an account can have thousands. */
export async function removeUnusedLogins(manager: EntityManager, loginIds: readonly number[]): Promise<void> {
  await manager.query(
    `DELETE FROM login WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM account WHERE login_id = login.id)
       AND NOT EXISTS (SELECT 1 FROM authorized_user WHERE login_id = login.id)`,
    [JSON.stringify(loginIds)],
  );
}

/** People are found by the username of a login that is theirs alone, and by no other. */
export async function settleUsernames(manager: EntityManager, loginIds: readonly number[]): Promise<void> {
  await manager.query(
    `UPDATE authorized_user AS u SET username_folded = CASE
       WHEN EXISTS (SELECT 1 FROM account WHERE login_id = u.login_id) THEN ''
       WHEN EXISTS (SELECT 1 FROM authorized_user o WHERE o.login_id = u.login_id AND o.id <> u.id) THEN ''
       ELSE (SELECT sign_in_name_folded FROM login WHERE id = u.login_id) END
     WHERE login_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(loginIds)],
  );
}
