import type { EntityManager } from 'typeorm';

/** SQLite has no booleans: 0 or 1. */
type Flag = 0 | 1;

export interface DelegateRow {
  readonly id: number;
  readonly publicId: string;
  readonly loginId: number | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly isLoginEnabled: Flag;
  readonly epoch: number;
  readonly lastSignInAt: number | null;
  readonly deletedAt: number | null;
  readonly accountId: number;
  readonly accountPublicId: string;
  readonly accountGivenName: string;
  readonly accountFamilyName: string;
  readonly accountEmail: string;
  readonly accountIsActive: Flag;
  readonly accountIsStaff: Flag;
  readonly accountAccess: 'open' | 'awaiting-approval';
  readonly accountDeletedAt: number | null;
}

const delegates = `SELECT u.id, u.public_id AS publicId, u.login_id AS loginId, u.given_name AS givenName,
    u.family_name AS familyName, u.email, u.is_login_enabled AS isLoginEnabled, u.epoch,
    u.last_sign_in_at AS lastSignInAt, u.deleted_at AS deletedAt, u.account_id AS accountId,
    a.public_id AS accountPublicId, a.given_name AS accountGivenName, a.family_name AS accountFamilyName,
    a.email AS accountEmail, a.is_active AS accountIsActive, a.is_staff AS accountIsStaff, a.access AS accountAccess,
    a.deleted_at AS accountDeletedAt
  FROM authorized_user u CROSS JOIN account a ON a.id = u.account_id`;

/** Who is in the trash, or whose account is, and whose time has come counts as purged. */
const isThere = '(u.purge_at IS NULL OR u.purge_at > ?) AND (a.purge_at IS NULL OR a.purge_at > ?)';

export async function delegatesOfLogins(
  manager: EntityManager,
  loginIds: readonly number[],
  now: number,
): Promise<DelegateRow[]> {
  if (loginIds.length === 0) return [];
  const marks = loginIds.map(() => '?').join(', ');
  return manager.query(`${delegates} WHERE u.login_id IN (${marks}) AND ${isThere} ORDER BY u.id`, [
    ...loginIds,
    now,
    now,
  ]);
}

export async function delegatesByIds(
  manager: EntityManager,
  ids: readonly number[],
  now: number,
): Promise<DelegateRow[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  return manager.query(`${delegates} WHERE u.id IN (${marks}) AND ${isThere}`, [...ids, now, now]);
}

/** What was ticked for these people, whether it has effect or not. */
export async function tickedPermissions(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ id: number; permission: string }[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  return manager.query(
    `SELECT authorized_user_id AS id, permission FROM authorized_user_permission
     WHERE authorized_user_id IN (${marks}) ORDER BY authorized_user_id, permission`,
    [...ids],
  );
}

export async function replaceTicked(manager: EntityManager, id: number, permissions: readonly string[]): Promise<void> {
  await manager.query('DELETE FROM authorized_user_permission WHERE authorized_user_id = ?', [id]);
  for (const permission of new Set(permissions)) {
    await manager.query('INSERT INTO authorized_user_permission (authorized_user_id, permission) VALUES (?, ?)', [
      id,
      permission,
    ]);
  }
}

/** How many may act for an account, and how many of them can sign in; those in the trash are not among them. */
export async function countsOfAccount(
  manager: EntityManager,
  accountId: number,
): Promise<{ all: number; withLogin: number }> {
  const [row] = await manager.query<{ all: number; withLogin: number }[]>(
    `SELECT count(*) AS "all", coalesce(sum(login_state = 'enabled'), 0) AS withLogin
     FROM authorized_user WHERE account_id = ? AND deleted_at IS NULL`,
    [accountId],
  );
  return row ?? { all: 0, withLogin: 0 };
}

/**
 * The first id that nobody has, or ever had: SQLite gives the id of the row deleted last to the next one, of whom the
 * activity would then tell a stranger's history. Ids only grow, so whoever was added last had the largest.
 */
export async function nextAuthorizedUserId(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ id: number }[]>(
    `SELECT max(coalesce((SELECT max(id) FROM authorized_user), 0),
                coalesce((SELECT subject_id FROM activity WHERE act = 'authorized-user.added'
                          ORDER BY id DESC LIMIT 1), 0)) + 1 AS id`,
  );
  if (!row) throw new Error('There is always a next id.');
  return row.id;
}

/** People whose time in the trash is over, the longest over first. */
export async function authorizedUsersToPurge(manager: EntityManager, now: number, limit: number): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    'SELECT id FROM authorized_user WHERE purge_at <= ? ORDER BY purge_at LIMIT ?',
    [now, limit],
  );
  return rows.map((row) => row.id);
}
