import type { EntityManager } from 'typeorm';

/** How many authorized users each category has, by its id; those in the trash are counted too. */
export async function categoryCounts(manager: EntityManager): Promise<ReadonlyMap<number, number>> {
  const rows = await manager.query<{ id: number; count: number }[]>(
    `SELECT c.id, (SELECT count(*) FROM authorized_user u WHERE u.category_id = c.id) AS count FROM category c`,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The same of the office's permissions, by their ids. */
export async function permissionCounts(manager: EntityManager): Promise<ReadonlyMap<number, number>> {
  const rows = await manager.query<{ id: number; count: number }[]>(
    `SELECT p.id, (SELECT count(*) FROM authorized_user_permission up WHERE up.permission = p.public_id) AS count
     FROM delegate_permission p`,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function isCategoryInUse(manager: EntityManager, id: number): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM authorized_user WHERE category_id = ? LIMIT 1', [id]);
  return rows.length > 0;
}

export async function isPermissionInUse(manager: EntityManager, publicId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM authorized_user_permission WHERE permission = ? LIMIT 1', [
    publicId,
  ]);
  return rows.length > 0;
}

export interface NamedCategory {
  readonly id: number;
  readonly publicId: string;
  readonly name: string;
  readonly isArchived: boolean;
}

/** In the office's order. Read with every page of a list, so it goes without entities. */
export async function namedCategories(manager: EntityManager): Promise<NamedCategory[]> {
  const rows = await manager.query<(Omit<NamedCategory, 'isArchived'> & { isArchived: 0 | 1 })[]>(
    'SELECT id, public_id AS publicId, name, is_archived AS isArchived FROM category ORDER BY position, id',
  );
  return rows.map((row) => ({ ...row, isArchived: row.isArchived === 1 }));
}

export interface NamedPermission {
  readonly permission: string;
  readonly group: string;
  readonly label: string;
  readonly explanation: string;
  readonly isArchived: boolean;
}

/** The office's own, in its order. */
export async function namedPermissions(manager: EntityManager): Promise<NamedPermission[]> {
  const rows = await manager.query<(Omit<NamedPermission, 'isArchived'> & { isArchived: 0 | 1 })[]>(
    `SELECT public_id AS permission, group_label AS "group", label, explanation, is_archived AS isArchived
     FROM delegate_permission ORDER BY position, id`,
  );
  return rows.map((row) => ({ ...row, isArchived: row.isArchived === 1 }));
}
