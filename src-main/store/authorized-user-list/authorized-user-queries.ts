import { behind, orderBy, stretchesBehind } from '../list-order';
import { Conditions, type Sql } from '../sql';
import { type AuthorizedUserFilter, conditionsOf, walkOf } from './authorized-user-filter';
import { type AuthorizedUserOrder, sortings } from './authorized-user-order';

/** The stretches of an index that make up what lies behind the place of a page, in the order of the walk. */
export function stretchesOf(order: AuthorizedUserOrder): readonly Conditions[] {
  const { sameKey, beyond } = stretchesBehind(sortings[order.sort].key, order);
  return [...sameKey, beyond];
}

/** Walks along an index in the order of the list and sifts on the way, to the end if need be. */
export function walked(
  filter: AuthorizedUserFilter,
  order: AuthorizedUserOrder,
  at: { readonly stretch: Conditions; readonly among: Sql | null; readonly limit: number },
): Sql {
  const { key } = sortings[order.sort];
  const where = conditionsOf(filter);
  const among = amongst(at.among);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM authorized_user a INDEXED BY ${walkOf(filter, order.sort)}
          WHERE ${where.sql} AND ${at.stretch.sql} AND ${among.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...where.params, ...at.stretch.params, ...among.params, at.limit],
  };
}

/** Looks each of the source's people up, sifts and sorts them: good for a few thousand. */
export function lookedUpAndSorted(
  source: Sql,
  filter: AuthorizedUserFilter,
  order: AuthorizedUserOrder,
  limit: number,
): Sql {
  const { key, byId } = sortings[order.sort];
  const where = conditionsOf(filter);
  const onwards = behind(key, order);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM (${source.sql}) s CROSS JOIN authorized_user a INDEXED BY ${byId} ON a.id = s.id
          WHERE ${where.sql} AND ${onwards.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...source.params, ...where.params, ...onwards.params, limit],
  };
}

/** The few in the trash, sorted. */
export function sortedInTrash(
  among: Sql | null,
  filter: AuthorizedUserFilter,
  order: AuthorizedUserOrder,
  limit: number,
): Sql {
  const { key } = sortings[order.sort];
  const where = conditionsOf(filter);
  const onwards = behind(key, order);
  const those = amongst(among);
  return {
    sql: `SELECT a.id, a.${key} AS key FROM authorized_user a INDEXED BY authorized_user_in_trash
          WHERE ${where.sql} AND ${onwards.sql} AND ${those.sql} ${orderBy(key, order)} LIMIT ?`,
    params: [...where.params, ...onwards.params, ...those.params, limit],
  };
}

/** What is searched of those that can be read one after the other: an account's, or those in the trash. */
export function textsOf(filter: AuthorizedUserFilter): Sql {
  const where = conditionsOf(filter);
  const index = filter.isInTrash ? 'authorized_user_in_trash' : 'authorized_user_text_by_account';
  return {
    sql: `SELECT a.id, a.search_text AS text FROM authorized_user a INDEXED BY ${index} WHERE ${where.sql}`,
    params: where.params,
  };
}

/** These people, as a source of their own. */
export function those(ids: readonly number[]): Sql {
  return { sql: 'SELECT value AS id FROM json_each(?)', params: [JSON.stringify(ids)] };
}

function amongst(source: Sql | null): Conditions {
  return source ? new Conditions().add(`a.id IN (${source.sql})`, ...source.params) : new Conditions();
}
