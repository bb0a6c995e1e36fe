import type { EntityManager } from 'typeorm';
import type { CaseTab } from '../../../src-shared/contract/sign-up-cases';
import type { PersonSearch } from '../search/person-search';
import type { Sql } from '../sql';
import type { Store } from '../store';
import { conditionsOf, type SignUpFilter, walksOf } from './sign-up-filter';

/** Counts sign-ups exactly: from the tally where it knows, else in a reader thread. */
export async function signUpTotal({ read, readers }: Store, filter: SignUpFilter): Promise<number> {
  if (isOnlyTab(filter)) return countOfTab(read, filter.tab);
  const { sql, params } = filter.search ? countOfFound(filter.search, filter) : countAlong(filter);
  const [row] = await readers.all<{ count: number }>(sql, params);
  return row?.count ?? 0;
}

/** Ids of everybody the filter lets through, in the order of the queue, read in a reader thread. */
export async function everySignUp({ readers }: Store, filter: SignUpFilter): Promise<number[]> {
  const where = conditionsOf(filter);
  const { search } = filter;
  const [walk] = walksOf(filter);
  const from = search
    ? {
        sql: `(${search.exactly.sql}) s CROSS JOIN sign_up_case a INDEXED BY sign_up_case_facts_by_id ON a.id = s.id`,
        params: search.exactly.params,
      }
    : { sql: `sign_up_case a INDEXED BY ${walk.index}`, params: [] };
  const rows = await readers.all<{ id: number }>(
    `SELECT a.id FROM ${from.sql} WHERE ${where.sql} ORDER BY a.since, a.id`,
    [...from.params, ...where.params],
  );
  return rows.map(({ id }) => id);
}

/** How many there are in each part of the queue. */
export async function countsOfTabs(manager: EntityManager) {
  const rows = await manager.query<{ tab: string; count: number }[]>(
    "SELECT key AS tab, count FROM tally WHERE what = 'case'",
  );
  const counts = new Map(rows.map(({ tab, count }) => [tab, count]));
  const countOf = (tab: CaseTab) => counts.get(tab) ?? 0;
  return {
    waiting: countOf('waiting'),
    appeals: countOf('appeals'),
    parked: countOf('parked'),
    changesRequested: countOf('changes-requested'),
    decided: countOf('decided'),
  };
}

/** Since when somebody has waited longest for a moderator; null where nobody waits. */
export async function oldestSince(manager: EntityManager): Promise<number | null> {
  const oldestOf = (tab: CaseTab) => `SELECT min(since) AS since FROM sign_up_case INDEXED BY sign_up_case_by_tab
    WHERE tab = '${tab}'`;
  const [row] = await manager.query<{ since: number | null }[]>(
    `SELECT min(since) AS since FROM (${oldestOf('waiting')} UNION ALL ${oldestOf('appeals')})`,
  );
  return row?.since ?? null;
}

async function countOfTab(manager: EntityManager, tab: CaseTab): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>("SELECT count FROM tally WHERE what = 'case' AND key = ?", [
    tab,
  ]);
  return row?.count ?? 0;
}

function isOnlyTab({ search, tab: _, now: __, ...asked }: SignUpFilter): boolean {
  return !search && Object.values(asked).every((value) => value === undefined);
}

function countAlong(filter: SignUpFilter): Sql {
  const [walk] = walksOf(filter);
  const where = conditionsOf(filter);
  return {
    sql: `SELECT count(*) AS count FROM sign_up_case a INDEXED BY ${walk.index} WHERE ${where.sql}`,
    params: where.params,
  };
}

function countOfFound({ exactly }: PersonSearch, filter: SignUpFilter): Sql {
  const where = conditionsOf(filter);
  return {
    sql: `SELECT count(*) AS count FROM (${exactly.sql}) s
          CROSS JOIN sign_up_case a INDEXED BY sign_up_case_facts_by_id ON a.id = s.id WHERE ${where.sql}`,
    params: [...exactly.params, ...where.params],
  };
}
