import { z } from 'zod';
import { UserError } from './errors';

/** Where a page begins: behind (`next`) or before (`previous`) the row with this id, and sort key where there is one. */
export interface Place {
  readonly direction: 'next' | 'previous';
  readonly id: number;
  readonly key?: string | number;
  /** Behind every row: before it lies the last page. */
  readonly isEnd?: true;
}

export interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
  readonly previous: string | null;
}

const place = z.strictObject({
  direction: z.enum(['next', 'previous']),
  id: z.int(),
  key: z.union([z.string(), z.number()]).optional(),
  isEnd: z.literal(true).optional(),
});

/** @throws UserError INPUT_INVALID in the field `cursor` for one that is not ours */
export function readCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new UserError('INPUT_INVALID', undefined, { cursor: 'FIELD_INVALID' });
  }
}

/** The same for a list with several sorts: a cursor leads to a place in the one it was made for. */
export function readCursorOf(cursor: string | undefined, kind: 'string' | 'number'): Place | null {
  const read = readCursor(cursor);
  if (read && typeof read.key !== kind) throw new UserError('INPUT_INVALID', undefined, { cursor: 'FIELD_INVALID' });
  return read;
}

/** Leads to the last page of a list by its sort key, whatever the list will have by then. */
export function cursorToLastPage(kind: 'string' | 'number', isDescending: boolean): string {
  const largest = kind === 'string' ? '\u{10ffff}' : Number.MAX_SAFE_INTEGER;
  const smallest = kind === 'string' ? '' : Number.MIN_SAFE_INTEGER;
  const id = isDescending ? 0 : Number.MAX_SAFE_INTEGER;
  return written({ direction: 'previous', id, key: isDescending ? smallest : largest, isEnd: true });
}

function cursorTo(direction: Place['direction'], row: { readonly id: number }, key: Place['key']): string {
  return written({ direction, id: row.id, key });
}

function written(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Cuts what a query found to a page.
 * @param found up to `size + 1` rows from `place` on; in reverse order when the place is a `previous`
 */
export function pageOf<Row extends { readonly id: number }>(
  found: readonly Row[],
  from: Place | null,
  size: number,
  keyOf: (row: Row) => Place['key'] = () => undefined,
): Page<Row> {
  const hasMore = found.length > size;
  const isBackward = from?.direction === 'previous';
  const rows = found.slice(0, size);
  if (isBackward) rows.reverse();
  const first = rows[0];
  const last = rows.at(-1);
  const hasNext = isBackward ? !from?.isEnd : hasMore;
  const hasPrevious = isBackward ? hasMore : from !== null;
  return {
    rows,
    next: last && hasNext ? cursorTo('next', last, keyOf(last)) : null,
    previous: first && hasPrevious ? cursorTo('previous', first, keyOf(first)) : null,
  };
}
