import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorToLastPage, type Place, pageOf, readCursor } from '../../../src-main/paging';
import type { AccountFilter } from '../../../src-main/store/account-list/account-filter';
import { sortings } from '../../../src-main/store/account-list/account-order';
import { AccountPages } from '../../../src-main/store/account-list/account-pages';
import { AccountTotals } from '../../../src-main/store/account-list/account-totals';
import { accountSearch } from '../../../src-main/store/search/account-search';
import type { Store } from '../../../src-main/store/store';
import { accountSorts, accountStatuses } from '../../../src-shared/contract/accounts';
import { seededAt, seededStore } from '../../support/seeded-store';
import { everyAccount, expected, type KnownAccount } from './list-reference';

const day = 24 * 60 * 60_000;
const size = 7;

/** So small that every way of finding a page is gone among a few hundred accounts, and left again. */
const bounds = { few: 12, fewByEmail: 12, fewFound: 20, flood: 90, walked: 60, read: 40 };

const words = [
  'a',
  'an',
  'mu',
  '李',
  '4',
  'smith',
  'anna',
  'example',
  '.com',
  'example.org',
  '555',
  '+49',
  'nobody has this',
];
const order = fc.record({ sort: fc.constantFrom(...accountSorts), isDescending: fc.boolean() });
const instant = fc.integer({ min: 0, max: 8 * 365 }).map((days) => seededAt - days * day);

type Asked = Partial<Omit<AccountFilter, 'search' | 'now'>> & { readonly search?: string };

/** One filter, or two or three at once. */
function filters(all: readonly KnownAccount[]): fc.Arbitrary<Asked> {
  const loginIds = all.slice(0, 40).map(({ loginId }) => loginId);
  const one = fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }).map(asSearch) },
    { weight: 2, arbitrary: fc.record({ status: fc.constantFrom(...accountStatuses) }) },
    { weight: 2, arbitrary: fc.record({ isStaff: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ groupId: fc.constantFrom(1, 2) }) },
    { weight: 2, arbitrary: fc.record({ profileTypeId: fc.constantFrom(1, 2, 3, 6) }) },
    { weight: 2, arbitrary: fc.constant({ neverSignedIn: true }) },
    { weight: 1, arbitrary: fc.constant({ mustChangePassword: true }) },
    { weight: 1, arbitrary: fc.record({ loginIds: fc.subarray(loginIds) }) },
    { weight: 3, arbitrary: fc.record({ createdFrom: instant, createdBefore: instant }, { requiredKeys: [] }) },
  );
  return fc.array(one, { maxLength: 3, size: 'small' }).map((several) => Object.assign({}, ...several));
}

function asSearch(typed: readonly string[]): Asked {
  return { search: typed.join(' ') };
}

function filterOf({ search, ...asked }: Asked): AccountFilter {
  // Days after the office was filled, so that some of what is in the trash counts as purged.
  return { ...asked, search: accountSearch(search ?? ''), now: seededAt + 10 * day };
}

test('page for page, forwards and back, a list has whom it must have, in its order', async () => {
  const { store, all } = await office();
  const pages = new AccountPages(store, bounds);
  await fc.assert(
    fc.asyncProperty(filters(all), order, async (asked, by) => {
      const filter = filterOf(asked);
      const whole = expected(all, filter, by);
      const forwards = await walkThrough(pages, filter, by, null);
      expect(forwards.ids).toEqual(whole);
      const last = forwards.cursors.at(-1) ?? null;
      const back = last === null ? [] : (await walkThrough(pages, filter, by, last)).ids;
      // Back from the last page, all that stand before it.
      expect(back).toEqual(whole.slice(0, Math.floor(Math.max(whole.length - 1, 0) / size) * size));
    }),
    { numRuns: 120 },
  );
});

test('back from the end, whichever way it is sorted, there are all, and nothing comes after the last page', async () => {
  const { store, all } = await office();
  const pages = new AccountPages(store, bounds);
  await fc.assert(
    fc.asyncProperty(filters(all), order, async (asked, by) => {
      const filter = filterOf(asked);
      const end = cursorToLastPage(sortings[by.sort].kind, by.isDescending);
      expect((await walkThrough(pages, filter, by, end)).ids).toEqual(expected(all, filter, by));
      const place = readCursor(end);
      const { places } = await pages.find(filter, { ...by, place }, size);
      expect(pageOf(places, place, size, ({ key }) => key).next).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('with its usual bounds it has the same', async () => {
  const { store, all } = await office();
  const pages = new AccountPages(store);
  await fc.assert(
    fc.asyncProperty(filters(all), order, async (asked, by) => {
      const filter = filterOf(asked);
      expect((await walkThrough(pages, filter, by, null)).ids).toEqual(expected(all, filter, by));
    }),
    { numRuns: 40 },
  );
});

test('a total is as many as there are, and what is known before is not more', async () => {
  const { store, all } = await office();
  const totals = new AccountTotals(store);
  const pages = new AccountPages(store, bounds);
  await fc.assert(
    fc.asyncProperty(filters(all), order, async (asked, by) => {
      const filter = filterOf(asked);
      const { length } = expected(all, filter, by);
      expect(await totals.count(filter)).toBe(length);
      const { atLeast } = await pages.find(filter, { ...by, place: null }, size);
      expect(atLeast ?? 0).toBeLessThanOrEqual(length);
    }),
    { numRuns: 120 },
  );
});

async function office(): Promise<{ store: Store; all: KnownAccount[] }> {
  const store = await seededStore(600);
  await store.write({}, async ({ manager }) => {
    // More of what is rare: staff, trash, passwords to change, names and times that many have.
    await manager.query('UPDATE account SET is_staff = 1 WHERE id % 9 = 0');
    await manager.query('INSERT OR IGNORE INTO account_group SELECT id, 1 + id % 2 FROM account WHERE is_staff');
    await manager.query('UPDATE login SET must_change_password = 1 WHERE id % 11 = 0');
    await manager.query(
      'UPDATE account SET deleted_at = ?, purge_at = ? + (id % 20) * ? WHERE id % 13 = 0 AND deleted_at IS NULL',
      [seededAt, seededAt, day],
    );
    await manager.query("UPDATE account SET name_folded = 'smith anna', created_at = ? WHERE id % 5 = 0", [
      seededAt - day,
    ]);
    await manager.query('UPDATE account SET last_sign_in_at = ? WHERE id % 7 = 0', [seededAt - 2 * day]);
  });
  return { store, all: await everyAccount(store) };
}

/** Every id that comes, page after page, and the cursors that led there. @param from null begins at the first page */
async function walkThrough(
  pages: AccountPages,
  filter: AccountFilter,
  by: { readonly sort: (typeof accountSorts)[number]; readonly isDescending: boolean },
  from: string | null,
) {
  const ids: number[] = [];
  const cursors: string[] = [];
  let place: Place | null = readCursor(from ?? undefined);
  const isBack = place?.direction === 'previous';
  for (;;) {
    const { places } = await pages.find(filter, { ...by, place }, size);
    const page = pageOf(places, place, size, ({ key }) => key);
    const found = page.rows.map(({ id }) => id);
    if (isBack) ids.unshift(...found);
    else ids.push(...found);
    if (page.previous) cursors.push(page.previous);
    const onwards = isBack ? page.previous : page.next;
    if (!onwards) return { ids, cursors };
    place = readCursor(onwards);
  }
}
