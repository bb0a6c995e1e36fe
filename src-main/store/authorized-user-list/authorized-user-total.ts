import type { PersonSearch } from '../search/person-search';
import type { Conditions, Sql } from '../sql';
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
  const { categoryId, loginState, permission } = filter;
  if ([categoryId, loginState, permission].some((asked) => asked !== undefined)) return countLookedUp(exactly, filter);
  // The search indexes have nobody who is in the trash. Whose account is there is told sooner by the few that are than
  // by looking everybody up who was found.
  return {
    sql: `SELECT count(*) AS count FROM (${exactly.sql}) WHERE id NOT IN (
            SELECT a.id FROM account h INDEXED BY account_in_trash
            CROSS JOIN authorized_user a INDEXED BY authorized_user_text_by_account ON a.account_id = h.id
            WHERE h.deleted_at IS NOT NULL)`,
    params: exactly.params,
  };
}

function countOf(filter: AuthorizedUserFilter): Sql {
  const { accountId, categoryId, loginState, permission, isInTrash } = filter;
  const where = conditionsOf(filter);
  if (isInTrash) return countAlong('authorized_user_in_trash', where);
  // Who has a permission is not told by any index of a list.
  const [source] = accountId === undefined && permission !== undefined ? sourcesOf(filter) : [];
  if (source) return countLookedUp(source, filter);
  const sort = loginState !== undefined && categoryId === undefined ? 'lastSignIn' : 'created';
  return countAlong(walkOf(filter, sort), where);
}

function countAlong(index: string, { sql, params }: Conditions): Sql {
  return { sql: `SELECT count(*) AS count FROM authorized_user a INDEXED BY ${index} WHERE ${sql}`, params };
}

function countLookedUp(source: Sql, filter: AuthorizedUserFilter): Sql {
  const where = conditionsOf(filter);
  return {
    sql: `SELECT count(*) AS count FROM (${source.sql}) s
          CROSS JOIN authorized_user a INDEXED BY authorized_user_name_by_id ON a.id = s.id WHERE ${where.sql}`,
    params: [...source.params, ...where.params],
  };
}
