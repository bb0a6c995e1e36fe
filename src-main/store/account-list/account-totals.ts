import { setImmediate } from 'node:timers/promises';
import type { PersonSearch } from '../search/person-search';
import { Conditions, type Sql } from '../sql';
import type { Store } from '../store';
import { type AccountFilter, type Known, nothingKnown, sieveFor, sourcesOf, type Walk, walkOf } from './account-filter';

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
  async #countReading(search: PersonSearch, filter: AccountFilter): Promise<number> {
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

/** Accounts to be counted, called `a`, and what is known of them. */
interface Counted {
  readonly from: string;
  readonly params: readonly (string | number)[];
  readonly known: Known;
}

function countOf(filter: AccountFilter): Sql {
  const { from, params, known } = counted(filter);
  // That somebody is not in the trash is told sooner by the few that are.
  const { join, where } = sieveFor(filter, { ...known, isWithoutTrash: true });
  const isLive = known.isWithoutTrash || filter.status === 'trash' || join !== '';
  const notInTrash = 'a.id NOT IN (SELECT id FROM account INDEXED BY account_by_purge WHERE purge_at IS NOT NULL)';
  return {
    sql: `SELECT count(*) AS count FROM ${from} ${join} WHERE ${where.sql} AND ${isLive ? 'true' : notInTrash}`,
    params: [...params, ...where.params],
  };
}

/** Everybody the filter may let through, as few as an index has. */
function counted(filter: AccountFilter): Counted {
  const { few, many } = sourcesOf(filter, null);
  if (few) return { from: `(${few.sql}) a`, params: few.params, known: few.known };
  if (filter.search && filter.status !== 'trash') {
    // The search indexes have exactly those accounts that are not in the trash.
    const { sql, params } = filter.search.exactly;
    return { from: `(${sql}) a`, params, known: { ...nothingKnown, isWithoutTrash: true } };
  }
  const walk = walkOf(filter, { sort: 'name' });
  if (walk.isNarrow) return walkedWhole(walk);
  const [source] = many;
  if (source) return { from: `(${source.sql}) a`, params: source.params, known: source.known };
  const facts = new Conditions().add('a.deleted_at IS NULL');
  return walkedWhole({ index: 'account_facts_by_id', where: facts, answers: [], isWithoutTrash: true, has: 'facts' });
}

function walkedWhole({ index, where, ...known }: Known & Pick<Walk, 'index' | 'where'>): Counted {
  // A condition that stands before all others keeps its place in the order of the question marks.
  const columns =
    known.has === 'facts'
      ? 'a.id, a.created_at, a.last_sign_in_key, a.status, a.is_staff, a.must_change_password'
      : 'a.id';
  const from = `(SELECT ${columns} FROM account a INDEXED BY ${index} WHERE ${where.sql}) a`;
  return { from, params: where.params, known };
}

function textsOf(filter: AccountFilter, after: number): Sql {
  const { from, params, known } = counted({ ...filter, search: null });
  const { join, where } = sieveFor(filter, known);
  return {
    sql: `SELECT t.id, t.search_text AS text FROM ${from} ${join} CROSS JOIN account t ON t.id = a.id
          WHERE ${where.sql} AND a.id > ? ORDER BY a.id LIMIT 1000`,
    params: [...params, ...where.params, after],
  };
}
