import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorToLastPage, type Place, pageOf, readCursor } from '../../../src-main/paging';
import { signUpSearch } from '../../../src-main/store/search/sign-up-search';
import type { SignUpFilter } from '../../../src-main/store/sign-up-list/sign-up-filter';
import { SignUpPages } from '../../../src-main/store/sign-up-list/sign-up-pages';
import { everySignUp, oldestSince, signUpTotal } from '../../../src-main/store/sign-up-list/sign-up-total';
import type { Store } from '../../../src-main/store/store';
import { caseTabs } from '../../../src-shared/contract/sign-up-cases';
import { seededAt, seededSignUps } from '../../support/seeded-store';
import { everySignUpThereIs, expected, type KnownSignUp } from './sign-up-reference';

const day = 24 * 60 * 60_000;
const size = 7;
const now = seededAt + 60_000;

/** So small that every way of finding a page is gone among a thousand sign-ups, and left again. */
const bounds = { few: 20, walked: 60, fewFound: 60, flood: 300, read: 240 };

const words = [
  ...['a', 'an', 'mu', '李', '4', 'smith', 'anna', 'example', '.com', 'example.org', '555', '+49'],
  ...['anna.smith', 'nobody has this'],
];
const order = fc.record({ isDescending: fc.boolean() });

type Asked = Omit<SignUpFilter, 'search' | 'now'> & { readonly search?: string };

/** A part of the queue, alone or with up to four filters at once. */
function filters(all: readonly KnownSignUp[]): fc.Arbitrary<Asked> {
  const some = <T>(values: readonly (T | null)[]) =>
    fc.constantFrom(...new Set(values.filter((value) => value !== null))) as fc.Arbitrary<T>;
  const moment = fc.oneof(
    fc.integer({ min: seededAt - 400 * day, max: seededAt }),
    // What lies on the edge of a period belongs to the one that begins there.
    some(all.map(({ since }) => since)),
  );
  const one = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }).map((typed) => ({
        search: typed.join(' '),
      })),
    },
    { weight: 3, arbitrary: fc.record({ typeId: some(all.map(({ typeId }) => typeId)) }) },
    { weight: 3, arbitrary: fc.record({ domain: some([...all.map(({ domain }) => domain), 'nobody.example']) }) },
    { weight: 3, arbitrary: fc.record({ before: moment }) },
    { weight: 3, arbitrary: fc.record({ from: moment }) },
    { weight: 2, arbitrary: moment.map((from) => ({ from, before: from + 30 * day })) },
    { weight: 2, arbitrary: fc.record({ claimedBy: some([...all.map(({ claimedBy }) => claimedBy), 987_654]) }) },
    { weight: 2, arbitrary: fc.constant({ hasDuplicates: true as const }) },
    { weight: 3, arbitrary: fc.record({ decision: fc.constantFrom('approved' as const, 'rejected' as const) }) },
  );
  return fc
    .tuple(fc.constantFrom(...caseTabs), fc.array(one, { maxLength: 4, size: 'small' }))
    .map(([tab, several]): Asked => Object.assign({ tab }, ...several));
}

function filterOf({ search, ...asked }: Asked): SignUpFilter {
  return { ...asked, search: signUpSearch(search ?? ''), now };
}

test('page for page, forwards and back, the queue has what it must have, in its order', async () => {
  const { store, all } = await office();
  const pages = new SignUpPages(store, bounds);
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
    { numRuns: 150 },
  );
});

test('back from the end, whichever way it is sorted, there are all, and nothing comes after the last page', async () => {
  const { store, all } = await office();
  const pages = new SignUpPages(store, bounds);
  await fc.assert(
    fc.asyncProperty(filters(all), order, async (asked, by) => {
      const filter = filterOf(asked);
      const end = cursorToLastPage('number', by.isDescending);
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
  const pages = new SignUpPages(store);
  await fc.assert(
    fc.asyncProperty(filters(all), order, async (asked, by) => {
      const filter = filterOf(asked);
      expect((await walkThrough(pages, filter, by, null)).ids).toEqual(expected(all, filter, by));
    }),
    { numRuns: 40 },
  );
});

test('a total is as many as there are, and for a decision on all of them there are the same ids', async () => {
  const { store, all } = await office();
  await fc.assert(
    fc.asyncProperty(filters(all), async (asked) => {
      const filter = filterOf(asked);
      const whole = expected(all, filter, { isDescending: false });
      expect(await signUpTotal(store, filter)).toBe(whole.length);
      expect(await everySignUp(store, filter)).toEqual(whole);
    }),
    { numRuns: 120 },
  );
});

test('the oldest is that of all who wait for a moderator, appeals among them', async () => {
  const { store, all } = await office();
  const waiting = ['waiting', 'appeals'] as const;
  const ids = new Set(waiting.flatMap((tab) => expected(all, filterOf({ tab }), { isDescending: false })));
  const oldest = Math.min(...all.filter(({ id }) => ids.has(id)).map(({ since }) => since));
  expect(await oldestSince(store.read)).toBe(oldest);
});

async function office(): Promise<{ store: Store; all: KnownSignUp[] }> {
  const store = await seededSignUps(2_000, { waiting: 600, decided: 1_200 });
  await store.write({}, async ({ manager }) => {
    // More of what is rare: the trash, claims that hold and that have lapsed, moments that many have in common, appeals.
    await manager.query('UPDATE account SET deleted_at = ?, purge_at = ? WHERE id % 17 = 0 AND deleted_at IS NULL', [
      seededAt,
      seededAt + 20 * day,
    ]);
    await manager.query(
      "UPDATE sign_up_case SET claimed_by = 1 + id % 3, claimed_until = ? + (id % 2) * ? WHERE state = 'waiting' AND id % 9 = 0",
      [seededAt, day],
    );
    await manager.query('UPDATE sign_up_case SET since = ? WHERE id % 5 = 0', [seededAt - 30 * day]);
    await manager.query(
      "UPDATE sign_up_case SET is_appeal = 1, has_appealed = 1 WHERE state = 'waiting' AND id % 7 = 0",
    );
    // Their accounts are gone for good: nothing of them is found any more.
    await manager.query('DELETE FROM account WHERE id IN (SELECT account_id FROM sign_up_case WHERE id % 31 = 0)');
  });
  const all = await everySignUpThereIs(store);
  expect(all.some(({ accountId }) => accountId === null)).toBe(true);
  return { store, all };
}

/** Every id that comes, page after page, and the cursors that led there. @param from null begins at the first page */
async function walkThrough(
  pages: SignUpPages,
  filter: SignUpFilter,
  by: { readonly isDescending: boolean },
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
