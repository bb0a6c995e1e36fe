import { behind, isDownwards, orderBy, stretchesBehind } from '../list-order';
import { Conditions, type Sql } from '../sql';
import {
  type AccountFilter,
  isCreatedAsked,
  type Known,
  nothingKnown,
  type Source,
  sieveFor,
  type Walk,
  walkOf,
} from './account-filter';
import { type AccountOrder, neverSignedInKey, sortings } from './account-order';

/** The stretches of an index that make up what lies behind the place of a page, in the order of the walk. */
export function stretchesOf(filter: AccountFilter, order: AccountOrder): readonly Conditions[] {
  const { sort } = order;
  const { sameKey, beyond } = stretchesBehind(sortings[sort].key, order);
  if (sort === 'lastSignIn' && isCreatedAsked(filter)) return [...sameKey, ...spansOfSignIns(filter, order)];
  return [...sameKey, beyond];
}

/** Those who have never signed in lie in the order of their creation, so that a span of time is one stretch of them. */
function spansOfSignIns({ createdFrom, createdBefore }: AccountFilter, order: AccountOrder): Conditions[] {
  const never = {
    from: createdFrom === undefined ? Number.NEGATIVE_INFINITY : neverSignedInKey(createdFrom),
    before: createdBefore === undefined ? 0 : Math.min(neverSignedInKey(createdBefore), 0),
  };
  const spans = [never, { from: 0, before: Number.POSITIVE_INFINITY }];
  const start = order.place?.key;
  const behind = spans.map(({ from, before }) => {
    if (typeof start !== 'number') return { from, before };
    return isDownwards(order) ? { from, before: Math.min(before, start) } : { from: Math.max(from, start + 1), before };
  });
  const stretches = behind.filter(({ from, before }) => from < before).map(spanOfSignIns);
  return isDownwards(order) ? stretches.reverse() : stretches;
}

function spanOfSignIns({ from, before }: { readonly from: number; readonly before: number }): Conditions {
  const where = new Conditions();
  if (Number.isFinite(from)) where.add('a.last_sign_in_key >= ?', from);
  if (Number.isFinite(before)) where.add('a.last_sign_in_key < ?', before);
  return where;
}

/** A stretch of the index as it is, unsifted, in order. */
function walked(walk: Walk, order: AccountOrder, stretch: Conditions, limit: number): Sql {
  const { key } = sortings[order.sort];

  const creation = walk.has === 'creation' && key !== 'created_at' ? ', a.created_at' : '';
  return {
    sql: `SELECT a.id, a.${key}${creation} FROM account a INDEXED BY ${walk.index}
          WHERE ${walk.where.sql} AND ${stretch.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...walk.where.params, ...stretch.params, limit],
  };
}

/** Walks the index and sifts on the way, to the end if need be. */
export function walkedAndSifted(filter: AccountFilter, order: AccountOrder, stretch: Conditions, limit: number): Sql {
  const { key } = sortings[order.sort];
  const walk = walkOf(filter, order);

  const sieve = sieveFor(filter, walk);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM account a INDEXED BY ${walk.index} ${sieve.join}
          WHERE ${walk.where.sql} AND ${stretch.sql} AND ${sieve.where.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...walk.where.params, ...stretch.params, ...sieve.where.params, limit],
  };
}

/** Walks `bound` rows of the index at most, sifting, and takes those that are among the candidates, where there are any. */
export function walkedWithin(
  candidates: Sql | null,
  filter: AccountFilter,
  order: AccountOrder,
  at: { readonly stretch: Conditions; readonly bound: number; readonly limit: number },
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
  const stretch = stretchesOf(filter, order).at(-1) ?? new Conditions();
  const { sql, params } = walked(walkOf(filter, order), order, stretch, bound + 1);
  return { sql: `SELECT ${key} AS key FROM (${sql}) LIMIT 1 OFFSET ?`, params: [...params, bound] };
}

/** The keys of accounts of which it is known that they are not in the trash. */
export function keysOf(ids: readonly number[], { sort }: AccountOrder): Sql {
  const { key, byId } = sortings[sort];
  const source = those(ids);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${source.sql}) s
          CROSS JOIN account a INDEXED BY ${byId} ON a.id = s.id AND a.deleted_at IS NULL`,
    params: source.params,
  };
}

/** How many rows the walk of `bound` rows really had: fewer, where it came to the end. */
export function walkLength(filter: AccountFilter, order: AccountOrder, stretch: Conditions, bound: number): Sql {
  const walk = walked(walkOf(filter, order), order, stretch, bound);
  return { sql: `SELECT count(*) AS count FROM (${walk.sql})`, params: walk.params };
}

/** Looks each of the source's accounts up, sifts and sorts them: good for thousands. */
export function lookedUpAndSorted(source: Source, filter: AccountFilter, order: AccountOrder, limit: number): Sql {
  const { key } = sortings[order.sort];
  const { join, where } = sieveFor(filter, { ...knownByLookUp(order), answers: source.known.answers });
  const { sql, params } = lookUp(source, filter, order, join);
  return {
    sql: `SELECT a.id, a.${key} AS key ${sql} AND ${where.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...params, ...where.params, limit],
  };
}

/** The same, but sifts only the first of them in the order of the list: good where nearly all are let through. */
export function lookedUpSortedAndSifted(
  source: Sql,
  filter: AccountFilter,
  order: AccountOrder,
  { first, limit }: { readonly first: number; readonly limit: number },
): Sql {
  const { key } = sortings[order.sort];
  const { join, where } = sieveFor(filter, { answers: [], isWithoutTrash: true, has: null });
  const { sql, params } = lookUp(source, filter, order, '');
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (SELECT a.id, a.${key} ${sql} ${orderBy(key, order)} LIMIT ?) a ${join}
          WHERE ${where.sql} LIMIT ?`,
    params: [...params, first, ...where.params, limit],
  };
}

function lookUp(source: Sql, { status }: AccountFilter, order: AccountOrder, join: string): Sql {
  const { key, byId } = sortings[order.sort];
  const isTrash = status === 'trash';
  const onwards = behind(key, order);
  return {
    sql: `FROM (${source.sql}) s
          CROSS JOIN account a ${isTrash ? '' : `INDEXED BY ${byId}`}
            ON a.id = s.id AND a.deleted_at IS ${isTrash ? 'NOT ' : ''}NULL ${join}
          WHERE ${onwards.sql}`,
    params: [...source.params, ...onwards.params],
  };
}

function knownByLookUp({ sort }: AccountOrder): Known {
  return { answers: [], isWithoutTrash: true, has: sortings[sort].byId === 'account_facts_by_id' ? 'facts' : null };
}

/** These accounts, as a source of their own. */
export function those(ids: readonly number[]): Source {
  const sql = 'SELECT value AS id FROM json_each(?)';
  return { sql, params: [JSON.stringify(ids)], known: nothingKnown };
}

/** Up to `limit` of what the source has. */
export function upTo(source: Sql, limit: number): Sql {
  return { sql: `${source.sql} LIMIT ?`, params: [...source.params, limit] };
}

/** Whether there are more than `limit`, at the cost of counting up to there. */
export function countedUpTo(source: Sql, limit: number): Sql {
  return { sql: `SELECT count(*) AS count FROM (${source.sql} LIMIT ?)`, params: [...source.params, limit] };
}
