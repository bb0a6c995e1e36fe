import { setImmediate } from 'node:timers/promises';
import type { AccountSearch, Sql } from '../search/account-search';
import type { Store } from '../store';
import { type AccountFilter, siftedBy, sourcesOf, walkOf } from './account-filter';

/** Counts accounts exactly: from the tallies where they know, else in a reader thread. */
export class AccountTotals {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async count(filter: AccountFilter): Promise<number> {
    const tally = await this.#fromTallies(filter);
    if (tally !== null) return tally;
    if (filter.search && (filter.status === 'trash' || filter.loginIds || filter.groupId !== undefined)) {
      return this.#countReading(filter.search, filter);
    }
    const { sql, params } = countOf(filter);
    const [row] = await this.#store.readers.all<{ count: number }>(sql, params);
    return row?.count ?? 0;
  }

  /** Null where the filter asks for more than is tallied. */
  async #fromTallies({ search, status, mustChangePassword, now, ...asked }: AccountFilter): Promise<number | null> {
    if (search || Object.values(asked).some((value) => value !== undefined)) return null;
    if (status !== undefined && mustChangePassword) return null;
    if (mustChangePassword) return this.#tally("what = 'must-change'");
    if (status === undefined) return this.#tally("what = 'status' AND key <> 'trash'");
    const count = await this.#tally("what = 'status' AND key = ?", status);
    return status === 'trash' ? count - (await this.#overdue(now)) : count;
  }

  async #tally(which: string, ...params: readonly string[]): Promise<number> {
    const [row] = await this.#store.read.query<{ count: number }[]>(
      `SELECT coalesce(sum(count), 0) AS count FROM tally WHERE ${which}`,
      [...params],
    );
    return row?.count ?? 0;
  }

  /** Still in the store, and yet to be purged. */
  async #overdue(now: number): Promise<number> {
    const [row] = await this.#store.read.query<{ count: number }[]>(
      'SELECT count(*) AS count FROM account WHERE purge_at <= ?',
      [now],
    );
    return row?.count ?? 0;
  }

  /** Of a few thousand at most, none of which the search indexes need to know. */
  async #countReading(search: AccountSearch, filter: AccountFilter): Promise<number> {
    let count = 0;
    let after = 0;
    for (;;) {
      const { sql, params } = textsOf(filter, after);
      const rows = await this.#store.readers.all<{ id: number; text: string }>(sql, params);
      count += rows.filter(({ text }) => search.matches(text)).length;
      const last = rows.at(-1);
      if (!last) return count;
      after = last.id;
      await setImmediate();
    }
  }
}

function countOf(filter: AccountFilter): Sql {
  const { search, now: _, ...asked } = filter;
  const isOnlySearch = search && Object.values(asked).every((value) => value === undefined);
  // The search indexes have exactly those accounts that are not in the trash.
  if (isOnlySearch)
    return { sql: `SELECT count(*) AS count FROM (${search.exactly.sql})`, params: search.exactly.params };
  const { from, params } = among(filter);
  const { join, where } = siftedBy(filter);
  return {
    sql: `SELECT count(*) AS count FROM ${from} ${join} WHERE ${where.sql}`,
    params: [...params, ...where.params],
  };
}

/** Everybody the filter may let through, called `a`. */
function among(filter: AccountFilter): { from: string; params: readonly (string | number)[] } {
  const { few, many } = sourcesOf(filter, null);
  const source = few ?? filter.search?.exactly ?? many[0];
  if (source) return { from: `(${source.sql}) a`, params: source.params };
  const walk = walkOf(filter, { sort: 'name' });
  const index = walk.isNarrow ? walk.index : 'account_facts_by_id';
  return {
    from: `(SELECT a.id FROM account a INDEXED BY ${index} WHERE ${walk.where.sql}) a`,
    params: walk.where.params,
  };
}

function textsOf(filter: AccountFilter, after: number): Sql {
  const { from, params } = among({ ...filter, search: null });
  const { join, where } = siftedBy(filter);
  return {
    sql: `SELECT t.id, t.search_text AS text FROM ${from} ${join} CROSS JOIN account t ON t.id = a.id
          WHERE ${where.sql} AND a.id > ? ORDER BY a.id LIMIT 1000`,
    params: [...params, ...where.params, after],
  };
}
