import type { Sql } from '../search/account-search';
import { type AccountFilter, Conditions, type Source, sieveFor, type Walk, walkOf } from './account-filter';
import { type AccountOrder, isDownwards, orderBy, sortings } from './account-order';

/**
 * The stretches of an index that make up what lies behind the place of a page: first those that have the same key as
 * it, then the others. Asked for in one, SQLite would walk past all of the same key, who may be hundreds of thousands.
 */
export type Stretch = 'same key' | 'beyond';

export function stretchesOf({ place }: AccountOrder): readonly Stretch[] {
  return place ? ['same key', 'beyond'] : ['beyond'];
}

/** A stretch of the index as it is, unsifted, in order. */
function walked(walk: Walk, order: AccountOrder, stretch: Stretch, limit: number): Sql {
  const { key } = sortings[order.sort];
  const behind = behindPlace(order, stretch);
  const creation = walk.has === 'creation' && key !== 'created_at' ? ', a.created_at' : '';
  return {
    sql: `SELECT a.id, a.${key}${creation} FROM account a INDEXED BY ${walk.index}
          WHERE ${walk.where.sql} AND ${behind.sql} ${orderBy(order)} LIMIT ?`,
    params: [...walk.where.params, ...behind.params, limit],
  };
}

/** Walks the index and sifts on the way, to the end if need be. */
export function walkedAndSifted(filter: AccountFilter, order: AccountOrder, stretch: Stretch, limit: number): Sql {
  const { key } = sortings[order.sort];
  const walk = walkOf(filter, order);
  const behind = behindPlace(order, stretch);
  const sieve = sieveFor(filter, walk);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM account a INDEXED BY ${walk.index} ${sieve.join}
          WHERE ${walk.where.sql} AND ${behind.sql} AND ${sieve.where.sql} ${orderBy(order)} LIMIT ?`,
    params: [...walk.where.params, ...behind.params, ...sieve.where.params, limit],
  };
}

/** Walks `bound` rows of the index at most, sifting, and takes those that are among the candidates, where there are any. */
export function walkedWithin(
  candidates: Sql | null,
  filter: AccountFilter,
  order: AccountOrder,
  at: { readonly stretch: Stretch; readonly bound: number; readonly limit: number },
): Sql {
  const { key } = sortings[order.sort];
  const walk = walkOf(filter, order);
  const { sql, params } = walked(walk, order, at.stretch, at.bound);
  // The search indexes have nobody who is in the trash.
  const { join, where } = sieveFor(filter, candidates ? { ...walk, isWithoutTrash: true } : walk);
  const among = candidates && { sql: `a.id IN (${candidates.sql})`, params: candidates.params };
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${sql}) a ${join}
          WHERE ${among?.sql ?? 'true'} AND ${where.sql} LIMIT ?`,
    params: [...params, ...(among?.params ?? []), ...where.params, at.limit],
  };
}

/** The key to which a walk of `bound` rows comes; no row, where it comes to the end before. */
export function walkEnd(filter: AccountFilter, order: AccountOrder, bound: number): Sql {
  const { key } = sortings[order.sort];
  const { sql, params } = walked(walkOf(filter, order), order, 'beyond', bound + 1);
  return { sql: `SELECT ${key} AS key FROM (${sql}) LIMIT 1 OFFSET ?`, params: [...params, bound] };
}

/** The keys of some of the candidates, as they come. */
export function sampledKeys(candidates: Sql, { sort }: AccountOrder, size: number): Sql {
  const { key, byId } = sortings[sort];
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${candidates.sql} LIMIT ?) s
          CROSS JOIN account a INDEXED BY ${byId} ON a.id = s.id AND a.deleted_at IS NULL`,
    params: [...candidates.params, size],
  };
}

/** How many rows the walk of `bound` rows really had: fewer, where it came to the end. */
export function walkLength(filter: AccountFilter, order: AccountOrder, stretch: Stretch, bound: number): Sql {
  const walk = walked(walkOf(filter, order), order, stretch, bound);
  return { sql: `SELECT count(*) AS count FROM (${walk.sql})`, params: walk.params };
}

/** Looks each of the source's accounts up and sorts them: good for thousands. */
export function lookedUpAndSorted(
  source: Sql & Partial<Source>,
  filter: AccountFilter,
  order: AccountOrder,
  limit: number,
): Sql {
  const { key, byId } = sortings[order.sort];
  const isTrash = filter.status === 'trash';
  const has = byId === 'account_facts_by_id' ? 'facts' : null;
  const { join, where } = sieveFor(filter, { answers: source.known?.answers ?? [], isWithoutTrash: true, has });
  const behind = behindPlace(order, null);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${source.sql}) s
          CROSS JOIN account a ${isTrash ? '' : `INDEXED BY ${byId}`}
            ON a.id = s.id AND a.deleted_at IS ${isTrash ? 'NOT ' : ''}NULL ${join}
          WHERE ${where.sql} AND ${behind.sql} ${orderBy(order)} LIMIT ?`,
    params: [...source.params, ...where.params, ...behind.params, limit],
  };
}

/** These accounts, as a source of their own. */
export function those(ids: readonly number[]): Sql {
  return { sql: 'SELECT value AS id FROM json_each(?)', params: [JSON.stringify(ids)] };
}

/** Up to `limit` of what the source has. */
export function upTo(source: Sql, limit: number): Sql {
  return { sql: `${source.sql} LIMIT ?`, params: [...source.params, limit] };
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
