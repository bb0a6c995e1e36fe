import type { EntityManager } from 'typeorm';
import type { ErrorCode } from '../../../src-shared/errors';
import type { Place } from '../../paging';

export interface RefusedRow {
  readonly id: number;
  readonly actorAccountId: number | null;
  readonly actorAuthorizedUserId: number | null;
  readonly procedure: string;
  readonly code: ErrorCode;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
}

export async function insertRefusedCall(manager: EntityManager, row: Omit<RefusedRow, 'id'>): Promise<number> {
  const [inserted] = await manager.query<{ id: number }[]>(
    `INSERT INTO refused_call (actor_account_id, actor_authorized_user_id, procedure, code, first_at, last_at, count)
     VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    [row.actorAccountId, row.actorAuthorizedUserId, row.procedure, row.code, row.firstAt, row.lastAt, row.count],
  );
  if (!inserted) throw new Error('The refused call was not written.');
  return inserted.id;
}

export async function countRefusedCall(
  manager: EntityManager,
  id: number,
  { more, lastAt }: { readonly more: number; readonly lastAt: number },
): Promise<void> {
  await manager.query('UPDATE refused_call SET count = count + ?, last_at = ? WHERE id = ?', [more, lastAt, id]);
}

/** The one that was refused last first, one more than `size` where there are more. The place's key is its time. */
export function refusedCallsPage(manager: EntityManager, place: Place | null, size: number): Promise<RefusedRow[]> {
  const isBackward = place?.direction === 'previous';
  const order = isBackward ? 'ASC' : 'DESC';
  const where = place ? `WHERE (last_at, id) ${isBackward ? '>' : '<'} (?, ?)` : '';
  return manager.query<RefusedRow[]>(
    `SELECT id, actor_account_id AS actorAccountId, actor_authorized_user_id AS actorAuthorizedUserId, procedure, code,
            first_at AS firstAt, last_at AS lastAt, count
     FROM refused_call ${where} ORDER BY last_at ${order}, id ${order} LIMIT ?`,
    [...(place ? [Number(place.key), place.id] : []), size + 1],
  );
}
