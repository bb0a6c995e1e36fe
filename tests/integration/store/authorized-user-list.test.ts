import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorToLastPage, type Place, pageOf, readCursor } from '../../../src-main/paging';
import type { AuthorizedUserFilter } from '../../../src-main/store/authorized-user-list/authorized-user-filter';
import { sortings } from '../../../src-main/store/authorized-user-list/authorized-user-order';
import { AuthorizedUserPages } from '../../../src-main/store/authorized-user-list/authorized-user-pages';
import { authorizedUserTotal } from '../../../src-main/store/authorized-user-list/authorized-user-total';
import { authorizedUserSearch } from '../../../src-main/store/search/authorized-user-search';
import type { Store } from '../../../src-main/store/store';
import { authorizedUserSorts, loginStates } from '../../../src-shared/contract/authorized-users';
import { seededAt, seededStore } from '../../support/seeded-store';
import { everyAuthorizedUser, expected, type KnownAuthorizedUser } from './authorized-user-reference';

const day = 24 * 60 * 60_000;
const size = 7;

/** So small that every way of finding a page is gone among a thousand people, and left again. */
const bounds = { few: 60, fewFound: 60, flood: 300, read: 240, walked: 60 };

const words = [
  ...['a', 'an', 'mu', '李', '4', 'smith', 'anna', 'example', '.com', 'example.org', '555', '+49'],
  ...['anna.smith', 'nobody has this'],
];
const order = fc.record({ sort: fc.constantFrom(...authorizedUserSorts), isDescending: fc.boolean() });

type Asked = Partial<Omit<AuthorizedUserFilter, 'search' | 'now'>> & { readonly search?: string };

/** One filter, or up to four at once. */
function filters(all: readonly KnownAuthorizedUser[]): fc.Arbitrary<Asked> {
  const accounts = new Map<number, number>();
  for (const { accountId } of all) accounts.set(accountId, (accounts.get(accountId) ?? 0) + 1);
  const bySize = [...accounts.keys()].sort((one, other) => (accounts.get(other) ?? 0) - (accounts.get(one) ?? 0));
  const inTrash = all.find(({ isAccountInTrash }) => isAccountInTrash)?.accountId ?? 0;
  const accountIds = [bySize[0] ?? 0, bySize[0] ?? 0, bySize[1] ?? 0, bySize.at(-1) ?? 0, inTrash, 987_654];
  const categoryIds = [...new Set(all.map(({ categoryId }) => categoryId))].filter((id) => id !== null);
  const permissions = [...new Set(all.flatMap((person) => person.permissions)), 'nobody has this'];
  const one = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 })
        .map((typed): Asked => ({ search: typed.join(' ') })),
    },
    { weight: 3, arbitrary: fc.record({ accountId: fc.constantFrom(...accountIds) }) },
    { weight: 2, arbitrary: fc.record({ categoryId: fc.constantFrom(...categoryIds) }) },
    { weight: 2, arbitrary: fc.record({ loginState: fc.constantFrom(...loginStates) }) },
    { weight: 2, arbitrary: fc.record({ permission: fc.constantFrom(...permissions) }) },
    { weight: 2, arbitrary: fc.constant({ isInTrash: true as const }) },
  );
  return fc.array(one, { maxLength: 4, size: 'small' }).map((several): Asked => Object.assign({}, ...several));
}

function filterOf({ search, ...asked }: Asked): AuthorizedUserFilter {
  // Days after the office was filled, so that some of what is in the trash counts as purged.
  return { ...asked, search: authorizedUserSearch(search ?? ''), now: seededAt + 10 * day };
}

test('page for page, forwards and back, a list has whom it must have, in its order', async () => {
  const { store, all } = await office();
  const pages = new AuthorizedUserPages(store, bounds);
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
  const pages = new AuthorizedUserPages(store, bounds);
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
  const pages = new AuthorizedUserPages(store);
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
  const pages = new AuthorizedUserPages(store, bounds);
  await fc.assert(
    fc.asyncProperty(filters(all), order, async (asked, by) => {
      const filter = filterOf(asked);
      const { length } = expected(all, filter, by);
      expect(await authorizedUserTotal(store, filter)).toBe(length);
      const { atLeast } = await pages.find(filter, { ...by, place: null }, size);
      expect(atLeast ?? 0).toBeLessThanOrEqual(length);
    }),
    { numRuns: 120 },
  );
});

async function office(): Promise<{ store: Store; all: KnownAuthorizedUser[] }> {
  const store = await seededStore(5_000);
  await store.write({}, async ({ manager }) => {
    // More of what is rare: trash, accounts in the trash, switched off logins, names and times that many have.
    await manager.query(
      'UPDATE authorized_user SET deleted_at = ?, purge_at = ? + (id % 20) * ? WHERE id % 13 = 0 AND deleted_at IS NULL',
      [seededAt, seededAt, day],
    );
    await manager.query('UPDATE account SET deleted_at = ?, purge_at = ? WHERE id % 17 = 0 AND deleted_at IS NULL', [
      seededAt,
      seededAt + 20 * day,
    ]);
    await manager.query('UPDATE authorized_user SET is_login_enabled = 0 WHERE id % 6 = 0');
    await manager.query("UPDATE authorized_user SET name_folded = 'smith anna', created_at = ? WHERE id % 5 = 0", [
      seededAt - day,
    ]);
    await manager.query('UPDATE authorized_user SET last_sign_in_at = ? WHERE id % 7 = 0', [seededAt - 2 * day]);
  });
  return { store, all: await everyAuthorizedUser(store) };
}

/** Every id that comes, page after page, and the cursors that led there. @param from null begins at the first page */
async function walkThrough(
  pages: AuthorizedUserPages,
  filter: AuthorizedUserFilter,
  by: { readonly sort: (typeof authorizedUserSorts)[number]; readonly isDescending: boolean },
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
