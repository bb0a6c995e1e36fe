import { expect, test } from 'vitest';
import { Events } from '../../../src-main/events';
import { DashboardService } from '../../../src-main/features/dashboard/dashboard.service';
import { SignInWaits } from '../../../src-main/features/logins/sign-in-waits.service';
import type { Place } from '../../../src-main/paging';
import type { AccountFilter } from '../../../src-main/store/account-list/account-filter';
import { AccountPages, type Bounds } from '../../../src-main/store/account-list/account-pages';
import { AccountTotals } from '../../../src-main/store/account-list/account-totals';
import { accountSearch } from '../../../src-main/store/search/account-search';
import type { Store } from '../../../src-main/store/store';
import { type AccountSort, accountSorts } from '../../../src-shared/contract/accounts';
import { plansOf, rowReadersOf, statementsOf } from '../../support/query-plans';
import { openTestStore } from '../../support/test-store';

const now = 1_000;
const text: Place = { direction: 'next', id: 7, key: 'okafor' };
const number: Place = { direction: 'next', id: 7, key: 7 };

const ending = { name: 'name', email: 'email', created: 'creation', lastSignIn: 'last_sign_in' };
const key = { name: 'name_folded', email: 'email_folded', created: 'created_at', lastSignIn: 'last_sign_in_key' };
const walked = {
  name: 'account_by_name',
  email: 'account_email',
  created: 'account_by_creation',
  lastSignIn: 'account_by_last_sign_in',
};
const lookedUp = {
  name: 'account_name_by_id',
  email: 'account_email_by_id',
  created: 'account_facts_by_id',
  lastSignIn: 'account_facts_by_id',
};
const facts = 'SEARCH f USING INDEX account_facts_by_id (id=?)';

/** What is walked or looked up on the way to a page. */
async function planOf(
  filter: Partial<AccountFilter> & { readonly typed?: string },
  sort: AccountSort,
  {
    place = null,
    isDescending = false,
    bounds,
  }: { place?: Place | null; isDescending?: boolean; bounds?: Bounds } = {},
): Promise<string[]> {
  const { store } = await openTestStore();
  const { typed = '', ...asked } = filter;
  const whole = { ...asked, search: accountSearch(typed), now };
  const find = () => new AccountPages(store, bounds).find(whole, { sort, isDescending, place }, 50);
  // No row is read to find a page, but the text of a flood and what is in the trash.
  const readers = await rowReadersOf(store.read, 'account', await statementsOf(store.read, find));
  const isReading = filter.status === 'trash' || bounds?.flood === 0;
  expect(readers.filter((sql) => !isReading && !sql.includes('login_id IN'))).toEqual([]);
  const plan = await plansOf(store.read, find);
  return plan.map((step) => step.replace(/^(.* [af] USING )COVERING /, '$1'));
}

test.each(accountSorts)(
  'everybody by %s is a walk along its index, from the first row or from a place',
  async (sort) => {
    const index = `a USING INDEX ${walked[sort]}`;
    // The one by e-mail has those in the trash too.
    const sieve = sort === 'email' ? [facts] : [];
    expect(await planOf({}, sort)).toEqual([`SCAN ${index}`, ...sieve]);
    expect(await planOf({}, sort, { isDescending: true })).toEqual([`SCAN ${index}`, ...sieve]);
    const place = sort === 'name' || sort === 'email' ? text : number;
    const sameKey = sort === 'email' ? `${key[sort]}=? AND rowid>?` : `${key[sort]}=? AND id>?`;
    const onwards = await planOf({}, sort, { place });
    expect(onwards).toEqual([`SEARCH ${index} (${sameKey})`, ...sieve, `SEARCH ${index} (${key[sort]}>?)`, ...sieve]);
    const back = await planOf({}, sort, { place: { ...place, direction: 'previous' } });
    expect(back).toEqual(
      onwards.map((step) => (step.includes('id=?)') && !step.includes('=? AND') ? step : step.replaceAll('>?', '<?'))),
    );
  },
);

test.each(accountSorts)('the few that have something are walked along an index of their own, by %s', async (sort) => {
  const narrow: [Partial<AccountFilter>, string][] = [
    [{ status: 'deactivated' }, `account_by_status_and_${ending[sort]} (status=?)`],
    [{ status: 'awaiting-approval' }, `account_by_status_and_${ending[sort]} (status=?)`],
    [{ mustChangePassword: true }, `account_must_change_by_${ending[sort]}`],
    [{ isStaff: true }, `account_staff_by_${ending[sort]}`],
  ];
  for (const [filter, index] of narrow) {
    const [walk, ...rest] = await planOf(filter, sort);
    expect(walk).toMatch(/^(SCAN|SEARCH) a USING INDEX /);
    expect(walk).toContain(index);
    // That of the staff has those in the trash too.
    expect(rest).toEqual(filter.isStaff ? [facts] : []);
  }
  const [walk, ...rest] = await planOf({ status: 'trash' }, sort);
  expect(walk).toBe(`SEARCH a USING INDEX account_by_status_and_${ending[sort]} (status=?)`);
  expect(rest).toEqual(['SEARCH f USING INTEGER PRIMARY KEY (rowid=?)']);
});

test.each(accountSorts)('what most have is sifted on the walk through all, by %s', async (sort) => {
  for (const filter of [{ status: 'active' }, { isStaff: false }] as const) {
    expect(await planOf(filter, sort)).toEqual([`SCAN a USING INDEX ${walked[sort]}`, facts]);
  }
});

test.each(accountSorts)(
  'a few found in another way are looked up and sorted without reading their rows, by %s',
  async (sort) => {
    const sorted = [`SEARCH a USING INDEX ${lookedUp[sort]} (id=?)`];
    for (const filter of [
      { groupId: 1 },
      { loginIds: [1] },
      { profileTypeId: 1 },
      { typed: 'muller' },
      { typed: 'mu' },
    ]) {
      const plan = await planOf(filter, sort);
      expect(plan.filter((step) => /^SEARCH [af] /.test(step))).toEqual(sorted);
      expect(plan.filter((step) => /^SCAN (?!s|account_text|account_words|json_each|\(sub)/.test(step))).toEqual([]);
    }
  },
);

// As if there were too many for that.
const bounds = { few: -1, fewByEmail: -1, fewFound: -1, flood: 100_000, walked: 100, read: 100 };

test.each(accountSorts)('many found by text are met on a walk with a bound, by %s', async (sort) => {
  const plan = await planOf({ typed: 'muller' }, sort, { bounds });
  expect(plan).toContain(`SCAN a USING INDEX ${walked[sort]}`);
  expect(plan).toContain('SCAN account_text VIRTUAL TABLE INDEX 0:M1');
  expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});

test.each(accountSorts)('a flood is read on the walk, by %s', async (sort) => {
  const plan = await planOf({ typed: 'muller' }, sort, { bounds: { ...bounds, flood: 0 } });
  expect(plan).toContain(`SCAN a USING INDEX ${walked[sort]}`);
  expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});

test.each(accountSorts)(
  'a profile type or a span of time that many have is met on a walk with a bound, by %s',
  async (sort) => {
    for (const filter of [{ profileTypeId: 1 }, { createdFrom: 1, createdBefore: 9 }, { neverSignedIn: true }]) {
      const plan = await planOf(filter, sort, { bounds });
      expect(plan.some((step) => step.includes(`a USING INDEX ${walked[sort]}`))).toBe(true);
      expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
    }
  },
);

test('totals count along an index that has all they ask for', async () => {
  const total = async (filter: Partial<AccountFilter>, typed = '') => {
    const { store } = await openTestStore();
    return totalPlan(store, { ...filter, search: accountSearch(typed), now });
  };
  expect(await total({}, 'muller')).toEqual(['SCAN account_text VIRTUAL TABLE INDEX 0:M1']);
  expect(await total({ isStaff: false })).toEqual(['SCAN a USING INDEX account_facts_by_id']);
  expect(await total({ createdFrom: 1 })).toEqual(['SEARCH a USING COVERING INDEX account_by_creation (created_at>?)']);
  expect(await total({ isStaff: false }, 'muller')).toEqual(['SCAN account_text VIRTUAL TABLE INDEX 0:M1', facts]);
});

test('the dashboard reads tallies and nothing else that grows', async () => {
  const { store } = await openTestStore();
  const waits = new SignInWaits(store, Buffer.alloc(32), new Events(async () => false, console.error));
  const plan = await plansOf(store.read, () =>
    new DashboardService(store, waits).get({ window: '', now, actor: null }),
  );
  const allowed =
    /tally|everybody|trash|t USING|sign_in_wait|SCAN t$|account USING (COVERING )?INDEX (account_by_purge|account_login)|TEMP B-TREE/;
  expect(plan.filter((step) => !allowed.test(step))).toEqual([]);
});

/** The reader thread answers no plans, so its statement is caught and asked for here. */
async function totalPlan(store: Store, filter: AccountFilter): Promise<string[]> {
  const plans: string[] = [];
  const all = async (sql: string, params: readonly (string | number | null)[] = []) => {
    const steps = await store.read.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, [...params]);
    plans.push(...steps.map(({ detail }) => detail));
    return [];
  };
  const readers = Object.assign(Object.create(store.readers), { all });
  await new AccountTotals({ ...store, readers }).count(filter);
  return plans;
}
