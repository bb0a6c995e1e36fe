import type { EntityManager } from 'typeorm';

/** How many profiles there are of each type, those of accounts in the trash included. A trigger keeps count. */
export async function profileCounts(manager: EntityManager): Promise<ReadonlyMap<number, number>> {
  const rows = await manager.query<{ key: string; count: number }[]>(
    "SELECT key, count FROM tally WHERE what = 'profile'",
  );
  return new Map(rows.map(({ key, count }) => [Number(key), count]));
}

export async function isTypeInUse(manager: EntityManager, typeId: number): Promise<boolean> {
  return (await manager.query<unknown[]>('SELECT 1 FROM profile WHERE type_id = ? LIMIT 1', [typeId])).length > 0;
}

export async function hasValues(manager: EntityManager, fieldId: number): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM profile_value WHERE field_id = ? LIMIT 1', [fieldId]);
  return rows.length > 0;
}

/** Any field that was removed together with its values and still has some. */
export async function removedField(manager: EntityManager): Promise<number | null> {
  const [row] = await manager.query<{ id: number }[]>('SELECT id FROM profile_field WHERE is_removed = 1 LIMIT 1');
  return row?.id ?? null;
}

/** Deletes the first `limit` values of a field; the field itself goes with the last of them. */
export async function deleteValues(manager: EntityManager, fieldId: number, limit: number): Promise<void> {
  await manager.query(
    `DELETE FROM profile_value WHERE field_id = ? AND profile_id <= (
       SELECT max(profile_id) FROM (
         SELECT profile_id FROM profile_value WHERE field_id = ? ORDER BY profile_id LIMIT ?))`,
    [fieldId, fieldId, limit],
  );
  if (!(await hasValues(manager, fieldId))) await manager.query('DELETE FROM profile_field WHERE id = ?', [fieldId]);
}
