import type { EntityManager } from 'typeorm';
import type { ProfileColor } from '../../../src-shared/contract/profiles';

export interface Tally {
  readonly key: string;
  readonly count: number;
}

export interface TypeTally {
  readonly id: string;
  readonly name: string;
  readonly color: ProfileColor;
  readonly count: number;
}

export function talliesOf(manager: EntityManager, what: 'status' | 'must-change'): Promise<Tally[]> {
  return manager.query('SELECT key, count FROM tally WHERE what = ?', [what]);
}

/** @param since a day, as `YYYY-MM-DD` */
export function talliesByDay(manager: EntityManager, what: 'added' | 'signed-in', since: string): Promise<Tally[]> {
  return manager.query('SELECT key, count FROM tally WHERE what = ? AND key >= ?', [what, since]);
}

/** Profiles of accounts that are not in the trash, by the name of their type. */
export function profilesByType(manager: EntityManager): Promise<TypeTally[]> {
  return manager.query(
    `SELECT t.public_id AS id, t.name, t.color, coalesce(everybody.count, 0) - coalesce(trash.count, 0) AS count
     FROM profile_type t
     LEFT JOIN tally everybody ON everybody.what = 'profile' AND everybody.key = CAST(t.id AS TEXT)
     LEFT JOIN tally trash ON trash.what = 'profile-in-trash' AND trash.key = CAST(t.id AS TEXT)
     ORDER BY t.name_folded`,
  );
}

/** What is still in the store and counts as purged. */
export async function countOverdue(manager: EntityManager, now: number): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>('SELECT count(*) AS count FROM account WHERE purge_at <= ?', [
    now,
  ]);
  return row?.count ?? 0;
}

/** Accounts of these logins that are not in the trash. */
export async function countOfLogins(manager: EntityManager, loginIds: readonly number[]): Promise<number> {
  const marks = loginIds.map(() => '?').join(', ');
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*) AS count FROM account WHERE login_id IN (${marks}) AND deleted_at IS NULL`,
    [...loginIds],
  );
  return row?.count ?? 0;
}
