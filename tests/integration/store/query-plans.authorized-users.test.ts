import { expect, test } from 'vitest';
import type { Place } from '../../../src-main/paging';
import type { AuthorizedUserFilter } from '../../../src-main/store/authorized-user-list/authorized-user-filter';
import { AuthorizedUserPages, type Bounds } from '../../../src-main/store/authorized-user-list/authorized-user-pages';
import { authorizedUserTotal } from '../../../src-main/store/authorized-user-list/authorized-user-total';
import { authorizedUserSearch } from '../../../src-main/store/search/authorized-user-search';
import type { Store } from '../../../src-main/store/store';
import {
  type AuthorizedUserSort,
  authorizedUserSorts,
  loginStates,
} from '../../../src-shared/contract/authorized-users';
import { plansOf, rowReadersOf, statementsOf } from '../../support/query-plans';
import { openTestStore } from '../../support/test-store';

const now = 1_000;
const text: Place = { direction: 'next', id: 7, key: 'okafor' };
const number: Place = { direction: 'next', id: 7, key: 7 };

const ending = { name: 'name', email: 'email', created: 'creation', lastSignIn: 'last_sign_in' };
const key = { name: 'name_folded', email: 'email_folded', created: 'created_at', lastSignIn: 'last_sign_in_key' };
const byId = {
  name: 'authorized_user_name_by_id',
  email: 'authorized_user_facts_by_id',
  created: 'authorized_user_facts_by_id',
  lastSignIn: 'authorized_user_facts_by_id',
};
/** That an account is not in the trash is asked of the few that are. */
const notOfTrash = [
  'CORRELATED SCALAR SUBQUERY',
  'SEARCH account USING COVERING INDEX account_in_trash (id=? AND deleted_at>?)',
];

type Asked = Partial<Omit<AuthorizedUserFilter, 'search'>> & { readonly typed?: string };

/** What is walked or looked up on the way to a page. */
async function planOf(
  store: Store,
  { typed = '', ...asked }: Asked,
  sort: AuthorizedUserSort,
  {
    place = null,
    isDescending = false,
    bounds,
  }: { place?: Place | null; isDescending?: boolean; bounds?: Bounds } = {},
): Promise<string[]> {
  const filter = { ...asked, search: authorizedUserSearch(typed), now };
  const find = () => new AuthorizedUserPages(store, bounds).find(filter, { sort, isDescending, place }, 50);
  // No row is read to find a page: everything asked of it is in an index.
  expect(await rowReadersOf(store.read, 'authorized_user', await statementsOf(store.read, find))).toEqual([]);
  expect(await rowReadersOf(store.read, 'account', await statementsOf(store.read, find))).toEqual([]);
  return shortened(await plansOf(store.read, find));
}

function shortened(plan: readonly string[]): string[] {
  return plan.map((step) =>
    step.replace(' USING COVERING INDEX authorized', ' USING INDEX authorized').replace(/SUBQUERY \d+/, 'SUBQUERY'),
  );
}

/** How those who are listed are come by, and sorted, if they are. */
function wayOf(plan: readonly string[]): string[] {
  return plan.filter((step) => /^(?:SCAN|SEARCH) a |TEMP B-TREE FOR ORDER BY/.test(step));
}

/** As if there were too many to be looked up. */
const bounds: Bounds = { few: -1, fewFound: -1, flood: 1, read: 0, walked: 100 };
const isSorted = 'USE TEMP B-TREE FOR ORDER BY';

const filters: readonly Asked[] = [
  { categoryId: 1 },
  ...loginStates.map((loginState) => ({ loginState })),
  { permission: 'profiles.view' },
  { categoryId: 1, loginState: 'enabled', permission: 'profiles.view' },
];

test.each(authorizedUserSorts)(
  'all by %s are a walk along its index, from the first row or from a place',
  async (sort) => {
    const { store } = await openTestStore();
    const index = `a USING INDEX authorized_user_by_${ending[sort]}`;
    expect(await planOf(store, {}, sort)).toEqual([`SCAN ${index}`, ...notOfTrash]);
    expect(await planOf(store, {}, sort, { isDescending: true })).toEqual([`SCAN ${index}`, ...notOfTrash]);
    const place = sort === 'name' || sort === 'email' ? text : number;
    const onwards = await planOf(store, {}, sort, { place });
    expect(onwards).toEqual([
      `SEARCH ${index} (${key[sort]}=? AND id>?)`,
      ...notOfTrash,
      `SEARCH ${index} (${key[sort]}>?)`,
      ...notOfTrash,
    ]);
    const back = await planOf(store, {}, sort, { place: { ...place, direction: 'previous' } });
    expect(back).toEqual(
      onwards.map((step) => (step.includes('account_in_trash') ? step : step.replaceAll('>?', '<?'))),
    );
  },
);

test.each(authorizedUserSorts)('what many have is sifted on a walk, and nothing is sorted, by %s', async (sort) => {
  const { store } = await openTestStore();
  for (const filter of filters) {
    const [walk, ...rest] = wayOf(await planOf(store, filter, sort, { bounds }));
    const { categoryId, loginState } = filter;
    if (sort === 'created' && categoryId) {
      expect(walk).toBe('SEARCH a USING INDEX authorized_user_by_category (category_id=? AND deleted_at=?)');
    } else if (sort === 'lastSignIn' && loginState) {
      expect(walk).toBe('SEARCH a USING INDEX authorized_user_by_login_state (login_state=?)');
    } else expect(walk).toBe(`SCAN a USING INDEX authorized_user_by_${ending[sort]}`);
    expect(rest).toEqual([]);
  }
});

test.each(authorizedUserSorts)('what few have is looked up and sorted, by %s', async (sort) => {
  const { store } = await openTestStore();
  const lookedUp = [`SEARCH a USING INDEX ${byId[sort]} (id=?)`, isSorted];
  for (const filter of [
    ...filters,
    { typed: 'muller' },
    { typed: 'mu' },
    { typed: 'muller j', loginState: 'off' },
  ] as const) {
    expect(wayOf(await planOf(store, filter, sort))).toEqual(lookedUp);
  }
});

test.each(authorizedUserSorts)('what many are found by is met on a walk, by %s', async (sort) => {
  const { store } = await openTestStore();
  const plan = await planOf(store, { typed: 'muller' }, sort, { bounds });
  // Once to pick them out, once to see whether there is more to walk.
  const walk = `SCAN a USING INDEX authorized_user_by_${ending[sort]}`;
  expect(wayOf(plan)).toEqual([walk, walk]);
  expect(plan).toContain('SCAN authorized_user_text VIRTUAL TABLE INDEX 0:M1');
});

test.each(authorizedUserSorts)('those of an account are a walk along an index of the account, by %s', async (sort) => {
  const { store } = await openTestStore();
  const index = `a USING INDEX authorized_user_of_account_by_${ending[sort]}`;
  expect(await planOf(store, { accountId: 1 }, sort)).toEqual([`SEARCH ${index} (account_id=?)`]);
  const place = sort === 'name' || sort === 'email' ? text : number;
  expect(await planOf(store, { accountId: 1 }, sort, { place })).toEqual([
    `SEARCH ${index} (account_id=? AND ${key[sort]}=? AND id>?)`,
    `SEARCH ${index} (account_id=? AND ${key[sort]}>?)`,
  ]);
  for (const filter of filters) {
    expect(wayOf(await planOf(store, { accountId: 1, ...filter }, sort))).toEqual([`SEARCH ${index} (account_id=?)`]);
  }
  expect(wayOf(await planOf(store, { accountId: 1, typed: 'muller' }, sort))).toEqual([
    'SEARCH a USING INDEX authorized_user_text_by_account (account_id=? AND deleted_at=?)',
    `SEARCH ${index} (account_id=?)`,
  ]);
});

test.each(authorizedUserSorts)('the few in the trash are sorted, by %s', async (sort) => {
  const { store } = await openTestStore();
  for (const filter of [{}, ...filters] as const) {
    expect(wayOf(await planOf(store, { isInTrash: true, ...filter }, sort))).toEqual([
      'SCAN a USING INDEX authorized_user_in_trash',
      isSorted,
    ]);
  }
  expect(wayOf(await planOf(store, { isInTrash: true, accountId: 1, typed: 'muller' }, sort))).toEqual([
    'SEARCH a USING INDEX authorized_user_in_trash (account_id=?)',
    'SEARCH a USING INDEX authorized_user_in_trash (account_id=? AND id=? AND purge_at>?)',
    isSorted,
  ]);
});

test('totals count along an index that has all they ask for', async () => {
  const { store } = await openTestStore();
  const total = (asked: Asked) => totalPlan(store, asked);
  const lookedUp = 'SEARCH a USING INDEX authorized_user_name_by_id (id=?)';
  expect(await total({})).toEqual(['SCAN a USING INDEX authorized_user_by_creation']);
  expect(await total({ categoryId: 1 })).toEqual([
    'SEARCH a USING INDEX authorized_user_by_category (category_id=? AND deleted_at=?)',
  ]);
  expect(await total({ loginState: 'off' })).toEqual([
    'SEARCH a USING INDEX authorized_user_by_login_state (login_state=?)',
  ]);
  expect(await total({ permission: 'x' })).toEqual([lookedUp]);
  expect(await total({ typed: 'muller', categoryId: 1 })).toEqual([lookedUp]);
  expect(await total({ accountId: 1 })).toEqual([
    'SEARCH a USING INDEX authorized_user_of_account_by_creation (account_id=?)',
  ]);
  expect(await total({ accountId: 1, typed: 'muller', loginState: 'off' })).toEqual([
    'SEARCH a USING INDEX authorized_user_text_by_account (account_id=? AND deleted_at=?)',
  ]);
  expect(await total({ isInTrash: true })).toEqual(['SCAN a USING INDEX authorized_user_in_trash']);
});

test('whoever deletes an account, a category or a login for good does not read everybody for that', async () => {
  const { store } = await openTestStore();
  // What SQLite asks by itself for each row that goes, so that no reference is left dangling.
  for (const [column, index] of [
    ['account_id', 'authorized_user_text_by_account'],
    ['category_id', 'authorized_user_by_category'],
    ['login_id', 'authorized_user_login'],
  ]) {
    const [plan] = await store.read.query<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN SELECT rowid FROM authorized_user WHERE ${column} = ?`,
      [1],
    );
    expect(plan?.detail).toContain(`USING COVERING INDEX ${index} (${column}=?)`);
  }
});

/** The reader thread answers no plans, so its statement is caught and asked for here. */
async function totalPlan(store: Store, { typed = '', ...asked }: Asked): Promise<string[]> {
  const plans: string[] = [];
  const all = async (sql: string, params: readonly (string | number | null)[] = []) => {
    const steps = await store.read.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, [...params]);
    plans.push(...steps.map(({ detail }) => detail));
    expect(await rowReadersOf(store.read, 'authorized_user', [{ sql, params: [...params] }])).toEqual([]);
    return [];
  };
  const readers = Object.assign(Object.create(store.readers), { all });
  await authorizedUserTotal({ ...store, readers }, { ...asked, search: authorizedUserSearch(typed), now });
  return wayOf(shortened(plans));
}
