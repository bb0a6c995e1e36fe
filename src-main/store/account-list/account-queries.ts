import type { Sql } from '../search/account-search';
import { type AccountFilter, Conditions, siftedBy, type Walk, walkOf } from './account-filter';
import { type AccountOrder, isDownwards, orderBy, sortings } from './account-order';

/**
 * The stretches of an index that make up what lies behind the place of a page: first those that have the same key as
 * it, then the others. Asked for in one, SQLite would walk past all of the same key, who may be hundreds of thousands.
 */
export type Stretch = 'same key' | 'beyond';

export function stretchesOf({ place }: AccountOrder): readonly Stretch[] {
  return place ? ['same key', 'beyond'] : ['beyond'];
}

/** A stretch of the index as it is, unsifted: rows of `id` and `key`, in order. */
function walked(walk: Walk, order: AccountOrder, stretch: Stretch, limit: number): Sql {
  const { key } = sortings[order.sort];
  const behind = behindPlace(order, stretch);
  return {
    sql: `SELECT a.id, a.${key} FROM account a INDEXED BY ${walk.index}
          WHERE ${walk.where.sql} AND ${behind.sql} ${orderBy(order)} LIMIT ?`,
    params: [...walk.where.params, ...behind.params, limit],
  };
}

/** Walks the index and sifts on the way, to the end if need be. */
export function walkedAndSifted(filter: AccountFilter, order: AccountOrder, stretch: Stretch, limit: number): Sql {
  const { key } = sortings[order.sort];
  const walk = walkOf(filter, order);
  const behind = behindPlace(order, stretch);
  const sieve = sieveFor(filter, order, walk);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM account a INDEXED BY ${walk.index} ${sieve.join}
          WHERE ${walk.where.sql} AND ${behind.sql} AND ${sieve.where.sql} ${orderBy(order)} LIMIT ?`,
    params: [...walk.where.params, ...behind.params, ...sieve.where.params, limit],
  };
}

/** Nothing has to be looked up of a row where the index along which it is walked has said it all. */
function sieveFor(filter: AccountFilter, order: AccountOrder, walk: Walk): { join: string; where: Conditions } {
  const isSaidByIndex = !walk.isNarrow && order.sort !== 'email' && isUnfiltered(filter, order);
  return isSaidByIndex ? { join: '', where: new Conditions() } : siftedBy(filter);
}

function isUnfiltered(filter: AccountFilter, { sort }: AccountOrder): boolean {
  const { search: _, now: __, ...asked } = filter;
  const answered: readonly string[] = sort === 'created' ? ['createdFrom', 'createdBefore'] : [];
  const alsoAnswered: readonly string[] = sort === 'lastSignIn' ? ['neverSignedIn'] : [];
  return Object.entries(asked).every(
    ([name, value]) => value === undefined || answered.includes(name) || alsoAnswered.includes(name),
  );
}

/** Walks `bound` rows of the index at most, sifting, and takes those that are among the candidates, where there are any. */
export function walkedWithin(
  candidates: Sql | null,
  filter: AccountFilter,
  order: AccountOrder,
  at: { readonly stretch: Stretch; readonly bound: number; readonly limit: number },
): Sql {
  const { key } = sortings[order.sort];
  const walk = walked(walkOf(filter, order), order, at.stretch, at.bound);
  const { join, where } = siftedBy(filter);
  const among = candidates && { sql: `a.id IN (${candidates.sql})`, params: candidates.params };
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${walk.sql}) a ${join}
          WHERE ${among?.sql ?? 'true'} AND ${where.sql} LIMIT ?`,
    params: [...walk.params, ...(among?.params ?? []), ...where.params, at.limit],
  };
}

/** How many rows the walk of `bound` rows really had: fewer, where it came to the end. */
export function walkLength(filter: AccountFilter, order: AccountOrder, stretch: Stretch, bound: number): Sql {
  const walk = walked(walkOf(filter, order), order, stretch, bound);
  return { sql: `SELECT count(*) AS count FROM (${walk.sql})`, params: walk.params };
}

/** Looks each of the source's accounts up and sorts them: good for thousands. */
export function lookedUpAndSorted(source: Sql, filter: AccountFilter, order: AccountOrder, limit: number): Sql {
  const { key, byId } = sortings[order.sort];
  const isTrash = filter.status === 'trash';
  const { join, where } = siftedBy(filter);
  const behind = behindPlace(order, null);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${source.sql}) s
          CROSS JOIN account a ${isTrash ? '' : `INDEXED BY ${byId}`}
            ON a.id = s.id AND a.deleted_at IS ${isTrash ? 'NOT ' : ''}NULL ${join}
          WHERE ${where.sql} AND ${behind.sql} ${orderBy(order)} LIMIT ?`,
    params: [...source.params, ...where.params, ...behind.params, limit],
  };
}

/** Whether there are more than `limit`, at the cost of counting up to there. */
export function countedUpTo(source: Sql, limit: number): Sql {
  return { sql: `SELECT count(*) AS count FROM (${source.sql} LIMIT ?)`, params: [...source.params, limit] };
}

/** @param stretch null for both in one, where no index is walked */
function behindPlace(order: AccountOrder, stretch: Stretch | null): Conditions {
  const { place, sort } = order;
  const where = new Conditions();
  if (!place) return where;
  const { key } = sortings[sort];
  const isBehind = isDownwards(order) ? '<' : '>';
  const value = place.key ?? '';
  if (stretch === 'beyond') return where.add(`a.${key} ${isBehind} ?`, value);
  if (stretch === 'same key') return where.add(`a.${key} = ? AND a.id ${isBehind} ?`, value, place.id);
  return where.add(`(a.${key}, a.id) ${isBehind} (?, ?)`, value, place.id);
}
