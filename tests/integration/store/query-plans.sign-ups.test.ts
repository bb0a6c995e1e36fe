import { expect, test } from 'vitest';
import type { Place } from '../../../src-main/paging';
import { signUpSearch } from '../../../src-main/store/search/sign-up-search';
import type { SignUpFilter } from '../../../src-main/store/sign-up-list/sign-up-filter';
import { type Bounds, SignUpPages } from '../../../src-main/store/sign-up-list/sign-up-pages';
import { countsOfTabs, oldestSince, signUpTotal } from '../../../src-main/store/sign-up-list/sign-up-total';
import type { Store } from '../../../src-main/store/store';
import { caseTabs } from '../../../src-shared/contract/sign-up-cases';
import { plansOf, rowReadersOf, statementsOf } from '../../support/query-plans';
import { seededSignUps } from '../../support/seeded-store';
import { openTestStore } from '../../support/test-store';

const behind: Place = { direction: 'next', id: 7, key: 7 };
const now = 1_000;

type Asked = Partial<Omit<SignUpFilter, 'search' | 'now'>> & { readonly typed?: string };

function filterOf({ typed = '', ...asked }: Asked): SignUpFilter {
  return { tab: 'waiting', ...asked, search: signUpSearch(typed), now };
}

/** What is walked or looked up on the way to a page. No row of a sign-up is read for it. */
async function planOf(
  store: Store,
  asked: Asked,
  {
    place = null,
    isDescending = false,
    bounds,
  }: { place?: Place | null; isDescending?: boolean; bounds?: Bounds } = {},
): Promise<string[]> {
  const find = () => new SignUpPages(store, bounds).find(filterOf(asked), { isDescending, place }, 50);
  const readers = await rowReadersOf(store.read, 'sign_up_case', await statementsOf(store.read, find));
  expect(readers).toEqual([]);
  return (await plansOf(store.read, find)).map((step) => step.replace(/^(.* a USING )COVERING /, '$1'));
}

/** A part of the filter, the index it is walked along, and how far that index leads. */
const walks = [
  [{}, 'by_tab', 'tab=?'],
  [{ before: 5 }, 'by_tab', 'tab=? AND since<?'],
  [{ from: 5 }, 'by_tab', 'tab=? AND since>?'],
  [{ from: 5, before: 9 }, 'by_tab', 'tab=? AND since>? AND since<?'],
  [{ typeId: 1 }, 'by_type', 'type_id=? AND tab=?'],
  [{ domain: 'example.org' }, 'by_domain', 'domain=? AND tab=?'],
  [{ claimedBy: 1 }, 'by_claim', 'claimed_by=? AND tab=?'],
  [{ hasDuplicates: true }, 'with_duplicates', 'tab=?'],
  [{ decision: 'rejected' }, 'by_state', 'tab=? AND state=?'],
] as const satisfies readonly (readonly [Asked, string, string])[];

test.each(walks)(
  'in every part of the queue %o is a walk along %s, and nothing is sorted',
  async (filter, index, by) => {
    const { store } = await openTestStore();
    for (const tab of caseTabs) {
      const step = `SEARCH a USING INDEX sign_up_case_${index} (${by})`;
      expect(await planOf(store, { tab, ...filter })).toEqual([step]);
      expect(await planOf(store, { tab, ...filter }, { isDescending: true })).toEqual([step]);
      const [sameKey, beyond, ...others] = await planOf(store, { tab, ...filter }, { place: behind });
      expect(others).toEqual([]);
      // Among those of the same moment, then beyond it: neither walks past what comes before.
      const equal = by.replace(/ AND since[<>].*/, '');
      expect(sameKey).toBe(`SEARCH a USING INDEX sign_up_case_${index} (${equal} AND since=? AND id>?)`);
      expect(beyond).toMatch(`SEARCH a USING INDEX sign_up_case_${index} (${equal} AND since>?`);
    }
  },
);

/** Of several conditions at which a walk could begin SQLite takes the first. */
test.each([
  [false, behind, ['a.since < ?', 'a.since > ?']],
  [true, behind, ['a.since >= ?', 'a.since < ?']],
  [false, { ...behind, direction: 'previous' }, ['a.since >= ?', 'a.since < ?']],
  [true, { ...behind, direction: 'previous' }, ['a.since < ?', 'a.since > ?']],
  [
    true,
    { ...behind, direction: 'previous', key: Number.MIN_SAFE_INTEGER },
    ['a.since >= ?', 'a.since < ?', 'a.since > ?'],
  ],
] as const)(
  'in a period, descending: %s, behind %o, the walk begins at the nearer of both',
  async (isDescending, place, asked) => {
    const { store } = await openTestStore();
    const filter = filterOf({ tab: 'decided', from: 5, before: 9 });
    const find = () => new SignUpPages(store).find(filter, { isDescending, place }, 50);
    const sql = (await statementsOf(store.read, find)).at(-1)?.sql ?? '';
    expect(sql.match(/a\.since [<>]=? \?/g)).toEqual(asked);
  },
);

test.each([
  [{ domain: 'example.org', decision: 'rejected' }, 'decided_by_domain', 'domain=? AND tab=? AND state=?'],
  [{ typeId: 1, decision: 'rejected' }, 'decided_by_type', 'type_id=? AND tab=? AND state=?'],
  [{ typeId: 1, domain: 'example.org' }, 'decided_by_both', 'type_id=? AND domain=? AND tab=?'],
] as const)('of what is decided %o is walked along %s, and nobody else is met', async (filter, index, by) => {
  const { store } = await openTestStore();
  const step = `SEARCH a USING INDEX sign_up_case_${index} (${by})`;
  for (const isDescending of [true, false]) {
    expect(await planOf(store, { tab: 'decided', ...filter }, { isDescending })).toEqual([step]);
  }
  expect(await planOfTotal({ tab: 'decided', ...filter })).toEqual([expect.stringContaining(`${index} (${by})`)]);
});

test('of several filters the one that the fewest fulfil is walked', async () => {
  const store = await seededSignUps(300, { waiting: 100, decided: 200 });
  const [someone] = await store.read.query<{ id: number }[]>(
    "SELECT claimed_by AS id FROM sign_up_case WHERE state = 'waiting' AND claimed_by IS NOT NULL",
  );
  const pages = new SignUpPages(store);
  const walkedFor = async (filter: Asked) => {
    const find = () => pages.find(filterOf(filter), { isDescending: false, place: null }, 50);
    return (await plansOf(store.read, find)).at(-1)?.replace('COVERING ', '');
  };
  const claimedBy = someone?.id ?? 0;
  expect(await walkedFor({ hasDuplicates: true, domain: 'example.com', claimedBy })).toMatch(
    'INDEX sign_up_case_by_claim',
  );
  expect(await walkedFor({ hasDuplicates: true, domain: 'nobody.example' })).toMatch('INDEX sign_up_case_by_domain');
  const [type] = await store.read.query<{ id: number }[]>('SELECT max(type_id) AS id FROM sign_up_case');
  const typeId = type?.id ?? 0;
  expect(await walkedFor({ tab: 'decided', domain: 'example.com', decision: 'approved', typeId })).toMatch(
    'INDEX sign_up_case_decided_by_both',
  );
  expect(await walkedFor({ tab: 'decided', domain: 'example.com', hasDuplicates: true })).toMatch(
    'INDEX sign_up_case_with_duplicates',
  );
});

test('where several parts of a filter let many through, a walk that meets nobody goes on in a thread of its own', async () => {
  const { store } = await openTestStore();
  const bounds = { few: -1, walked: 0, fewFound: 10_000, flood: 20_000, read: 1_000 };
  const asked = { tab: 'waiting', domain: 'example.org', typeId: 1 } as const;
  expect(await askedApart(store, asked, bounds)).toEqual([
    expect.stringContaining('INDEXED BY sign_up_case_by_domain'),
  ]);
});

test('where many have the words, but few of them in this part of the queue, a walk to them goes on in a thread of its own', async () => {
  const { store } = await openTestStore();
  const isSearched = expect.stringContaining('sign_up_text MATCH');
  const common = { few: -1, walked: 0, fewFound: -1, flood: 20_000, read: 1_000 };
  expect(await askedApart(store, { typed: 'mueller' }, common)).toEqual([isSearched]);
  // Of a flood not even a list of those who have them is made on the main thread.
  const flood = { ...common, flood: 0, read: 0 };
  const order = { isDescending: true, place: null };
  const find = () => new SignUpPages(store, flood).find(filterOf({ typed: 'mueller' }), order, 50);
  expect((await statementsOf(store.read, find)).filter(({ sql }) => sql.includes(' IN ('))).toEqual([]);
  expect(await askedApart(store, { typed: 'mueller' }, flood)).toEqual([isSearched]);
});

/** The statements with which a reader thread would be asked for a page. */
async function askedApart(store: Store, asked: Asked, bounds: Bounds): Promise<string[]> {
  const apart: string[] = [];
  const readers = Object.assign(Object.create(store.readers), {
    async all(sql: string) {
      apart.push(sql);
      return [];
    },
  });
  const pages = new SignUpPages({ ...store, readers }, bounds);
  await pages.find(filterOf(asked), { isDescending: true, place: null }, 50);
  return apart;
}

test.each([
  ['mueller', 'SCAN sign_up_text VIRTUAL TABLE INDEX 0:M1'],
  ['mu', 'SCAN sign_up_words VIRTUAL TABLE INDEX 0:M1'],
])('those who have "%s" are looked up by an index that has all the filter asks, and sorted', async (typed, found) => {
  const { store } = await openTestStore();
  const plan = await planOf(store, { typed, tab: 'decided', typeId: 3, before: 9 });
  expect(plan).toContain(found);
  expect(plan.slice(-2)).toEqual([
    'SEARCH a USING INDEX sign_up_case_facts_by_id (id=? AND tab=? AND since<?)',
    'USE TEMP B-TREE FOR ORDER BY',
  ]);
});

test('among very many who have the words, the queue is walked and they are picked out', async () => {
  const bounds = { few: 2_500, walked: 20_000, fewFound: -1, flood: 20_000, read: 1_000 };
  const { store } = await openTestStore();
  const plan = await planOf(store, { typed: 'mueller', tab: 'decided' }, { bounds });
  // Once to pick them out, once to see whether there is more to walk.
  const step = 'SEARCH a USING INDEX sign_up_case_by_tab (tab=?)';
  expect(plan.filter((one) => one.includes(' a USING'))).toEqual([step, step]);
});

/** What a reader thread would be asked, as it is carried out on the connection whose statements are taken down. */
async function planOfTotal(asked: Asked): Promise<string[]> {
  const { store } = await openTestStore();
  const readers = Object.assign(Object.create(store.readers), {
    all: (sql: string, params: readonly (string | number | null)[] = []) => store.read.query(sql, [...params]),
  });
  return plansOf(store.read, () => signUpTotal({ ...store, readers }, filterOf(asked)));
}

test('the total of a part of the queue is a tally', async () => {
  expect(await planOfTotal({ tab: 'decided' })).toEqual(['SEARCH tally USING PRIMARY KEY (what=? AND key=?)']);
});

test.each(walks.slice(1))('the total of %o is counted along %s', async (filter, index) => {
  const plan = await planOfTotal({ tab: 'decided', ...filter });
  expect(plan).toEqual([expect.stringContaining(`sign_up_case_${index} `)]);
});

test('counts and the oldest are looked up', async () => {
  const { store } = await openTestStore();
  expect(await plansOf(store.read, () => countsOfTabs(store.read))).toEqual([
    'SEARCH tally USING PRIMARY KEY (what=?)',
  ]);
  const oldest = await plansOf(store.read, () => oldestSince(store.read));
  const steps = oldest.filter((step) => step.includes('sign_up_case'));
  expect(steps).toHaveLength(2);
  for (const step of steps)
    expect(step).toMatch(/SEARCH sign_up_case USING (?:COVERING )?INDEX sign_up_case_by_tab \(tab=\?\)/);
});
