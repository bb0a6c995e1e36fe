import { behind, type ListOrder, orderBy, stretchesBehind } from '../list-order';
import { Conditions, type Sql } from '../sql';
import { conditionsOf, type SignUpFilter, type SignUpWalk } from './sign-up-filter';

/** By this the queue is sorted: since when somebody waits, or when it was decided. */
const key = 'since';

/** A filter with the index along which what it lets through is walked. */
export interface WalkedFilter extends SignUpFilter {
  readonly walk: SignUpWalk;
}

/** The stretches of an index that make up what lies behind the place of a page, in the order of the walk. */
export function stretchesOf(order: ListOrder): readonly Conditions[] {
  const { sameKey, beyond } = stretchesBehind(key, order);
  return [...sameKey, beyond];
}

/** Walks along an index in the order of the queue and sifts on the way, to the end if need be. */
export function walked(
  { walk, ...filter }: WalkedFilter,
  order: ListOrder,
  at: { readonly stretch: Conditions; readonly among: Sql | null; readonly limit: number },
): Sql {
  const where = conditionsOf(filter);
  const among = at.among ? new Conditions().add(`a.id IN (${at.among.sql})`, ...at.among.params) : new Conditions();
  return {
    sql: `SELECT a.id, a.${key} AS key FROM sign_up_case a INDEXED BY ${walk.index}
          WHERE ${where.sql} AND ${at.stretch.sql} AND ${among.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...where.params, ...at.stretch.params, ...among.params, at.limit],
  };
}

/** The same, past `bound` rows at most. */
export function walkedWithin(
  { walk, ...filter }: WalkedFilter,
  order: ListOrder,
  at: { readonly stretch: Conditions; readonly bound: number; readonly limit: number },
): Sql {
  const part = stretchOfWalk(walk, order, at);
  const where = conditionsOf(filter);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${part.sql}) a WHERE ${where.sql} LIMIT ?`,
    params: [...part.params, ...where.params, at.limit],
  };
}

/** How many rows the walk of `bound` rows really had: fewer, where it came to the end. */
export function walkLength(
  walk: SignUpWalk,
  order: ListOrder,
  at: { readonly stretch: Conditions; readonly bound: number },
): Sql {
  const part = stretchOfWalk(walk, order, at);
  return { sql: `SELECT count(*) AS count FROM (${part.sql})`, params: part.params };
}

/** Looks each of the source's sign-ups up, sifts and sorts them: good for a few thousand. */
export function lookedUpAndSorted(source: Sql, filter: SignUpFilter, order: ListOrder, limit: number): Sql {
  const where = conditionsOf(filter);
  const onwards = behind(key, order);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${source.sql}) s
          CROSS JOIN sign_up_case a INDEXED BY sign_up_case_facts_by_id ON a.id = s.id
          WHERE ${where.sql} AND ${onwards.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...source.params, ...where.params, ...onwards.params, limit],
  };
}

/** Everything a walk has, as a source of its own. */
export function wholeOf({ index, where }: SignUpWalk): Sql {
  return { sql: `SELECT a.id FROM sign_up_case a INDEXED BY ${index} WHERE ${where.sql}`, params: where.params };
}

function stretchOfWalk(
  { index, where }: SignUpWalk,
  order: ListOrder,
  { stretch, bound }: { readonly stretch: Conditions; readonly bound: number },
): Sql {
  return {
    sql: `SELECT a.id, a.${key}, a.tab, a.type_id, a.domain, a.claimed_by, a.claimed_until, a.has_duplicates, a.state
          FROM sign_up_case a INDEXED BY ${index} WHERE ${where.sql} AND ${stretch.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...where.params, ...stretch.params, bound],
  };
}
