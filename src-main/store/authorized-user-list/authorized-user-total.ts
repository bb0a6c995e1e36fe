import type { PersonSearch } from '../search/person-search';
import type { Sql } from '../sql';
import type { Store } from '../store';
import { type AuthorizedUserFilter, conditionsOf, sourcesOf, walkOf } from './authorized-user-filter';
import { textsOf } from './authorized-user-queries';

/** Counts authorized users exactly, in a reader thread. */
export async function authorizedUserTotal({ readers }: Store, filter: AuthorizedUserFilter): Promise<number> {
  const { search } = filter;
  if (search && (filter.isInTrash || filter.accountId !== undefined)) {
    const { sql, params } = textsOf(filter);
    const rows = await readers.all<{ text: string }>(sql, params);
    return rows.filter(({ text }) => search.matches(text)).length;
  }
  const { sql, params } = search ? countOfFound(search, filter) : countOf(filter);
  const [row] = await readers.all<{ count: number }>(sql, params);
  return row?.count ?? 0;
}

function countOfFound({ exactly }: PersonSearch, filter: AuthorizedUserFilter): Sql {
  return countOfSource(exactly, filter);
}

function countOf(filter: AuthorizedUserFilter): Sql {
  const where = conditionsOf(filter);
  if (filter.isInTrash) return countAlong('authorized_user_in_trash', where);
  // Who has a permission is not told by any index of a list.
  const [source] = filter.accountId === undefined && filter.permission !== undefined ? sourcesOf(filter) : [];
  if (source) return countOfSource(source, filter);
  const sort = filter.loginState !== undefined && filter.categoryId === undefined ? 'lastSignIn' : 'created';
  return countAlong(walkOf(filter, sort), where);
}

function countAlong(index: string, where: { readonly sql: string; readonly params: Sql['params'] }): Sql {
  return {
    sql: `SELECT count(*) AS count FROM authorized_user a INDEXED BY ${index} WHERE ${where.sql}`,
    params: where.params,
  };
}

function countOfSource(source: Sql, filter: AuthorizedUserFilter): Sql {
  const where = conditionsOf(filter);
  return {
    sql: `SELECT count(*) AS count FROM (${source.sql}) s
          CROSS JOIN authorized_user a INDEXED BY authorized_user_name_by_id ON a.id = s.id WHERE ${where.sql}`,
    params: [...source.params, ...where.params],
  };
}
