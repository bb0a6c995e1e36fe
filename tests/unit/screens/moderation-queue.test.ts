import { expect, test } from 'vitest';
import { placeAfter, placeBeside } from '../../../src-renderer/features/moderation/queue/neighbours';
import {
  addressOf,
  filterOf,
  orderOf,
  paramsOfTab,
  periodOf,
  periodWords,
  tabOf,
} from '../../../src-renderer/features/moderation/queue/queue-view';
import { ageWords } from '../../../src-renderer/features/moderation/words';

const noon = Date.UTC(2026, 10, 3, 12, 40);
const day = 86_400_000;
const id = 'g'.repeat(22);

test('an address that says nothing asks for whoever waits, the one who waits longest first', () => {
  expect(filterOf({}, noon)).toEqual({ tab: 'waiting' });
  expect(orderOf({})).toEqual({});
  expect(addressOf(undefined)).toBe('/moderation');
});

test('what the address says is asked of the main side', () => {
  expect(
    filterOf({ tab: 'appeals', search: 'kim', type: id, domain: 'example.org', claimed: id, duplicates: '1' }, noon),
  ).toEqual({
    tab: 'appeals',
    search: 'kim',
    typeId: id,
    domain: 'example.org',
    claimedBy: id,
    hasDuplicates: true,
  });
  expect(orderOf({ order: 'reversed' })).toEqual({ isReversed: true });
});

test('what an address says wrongly counts as not said', () => {
  expect(tabOf({ tab: 'everything' })).toBe('waiting');
  expect(filterOf({ age: '2', duplicates: 'yes', decision: 'parked' }, noon)).toEqual({ tab: 'waiting' });
  expect(orderOf({ order: 'up' })).toEqual({});
});

test('an age is asked for to the hour, so that the same list is asked for in the same words for a while', () => {
  const before = Date.UTC(2026, 10, 3, 12) - 3 * day;
  expect(filterOf({ age: '3' }, noon)).toEqual({ tab: 'waiting', before });
  expect(filterOf({ age: '3' }, noon + 60_000)).toEqual({ tab: 'waiting', before });
});

test('a decision is looked for among those decided, a claim among all others', () => {
  expect(filterOf({ tab: 'decided', decision: 'rejected', claimed: id }, noon)).toEqual({
    tab: 'decided',
    decision: 'rejected',
  });
  expect(filterOf({ decision: 'rejected', claimed: id }, noon)).toEqual({ tab: 'waiting', claimedBy: id });
});

const decided = { tab: 'decided', from: '2026-11-02', to: '2026-11-08' } as const;

test('the days of an address are within, from the first moment of one to the last of the other', () => {
  const from = new Date(2026, 10, 2).getTime();
  const before = new Date(2026, 10, 9).getTime();
  expect(filterOf(decided, before)).toEqual({ tab: 'decided', from, before });
  expect(filterOf({ tab: 'decided', from: '2026-11-02' }, before)).toEqual({ tab: 'decided', from });
  expect(filterOf({ tab: 'decided', to: '2026-11-08' }, before)).toEqual({ tab: 'decided', before });
});

test('of the end of a period and an age, the earlier counts', () => {
  const end = new Date(2026, 10, 9).getTime();
  expect(filterOf({ ...decided, age: '1' }, end + 30 * day).before).toBe(end);
  const { before } = filterOf({ tab: 'decided', age: '3' }, end);
  expect(filterOf({ ...decided, age: '3' }, end).before).toBe(before);
});

test('a period is looked for only among those decided', () => {
  expect(filterOf({ ...decided, tab: 'waiting' }, noon)).toEqual({ tab: 'waiting' });
  expect(periodOf({ ...decided, tab: 'waiting' })).toBeNull();
});

test.each([
  { from: 'yesterday', to: '2026-11' },
  { from: '2026-02-30' },
  { to: '2026-13-01' },
  // It ends before it begins.
  { from: '2026-11-08', to: '2026-11-02' },
])('%o is no period, and counts as not said', (said) => {
  expect(filterOf({ tab: 'decided', ...said }, noon)).toEqual({ tab: 'decided' });
  expect(periodOf({ tab: 'decided', ...said })).toBeNull();
});

test('a period is told as people say it', () => {
  const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
  const [first, last] = [new Date(2026, 10, 2), new Date(2026, 10, 8)];
  expect(periodWords({ from: '2026-11-02', to: '2026-11-02' })).toBe(`Decided ${date.format(first)}`);
  expect(periodWords({ from: '2026-11-02', to: '2026-11-08' })).toBe(`Decided ${date.formatRange(first, last)}`);
  expect(periodWords({ from: '2026-11-02' })).toBe(`Decided from ${date.format(first)}`);
  expect(periodWords({ to: '2026-11-08' })).toBe(`Decided to ${date.format(last)}`);
});

test('what is looked for goes along to another part of the queue', () => {
  const values = { search: 'kim', domain: 'example.org', claimed: id, decision: 'approved', order: 'reversed' };
  expect(paramsOfTab(values, 'decided')).toBe('?tab=decided&search=kim&domain=example.org');
  expect(paramsOfTab({ ...decided, search: 'kim' }, 'appeals')).toBe('?tab=appeals&search=kim');
  expect(paramsOfTab({}, 'waiting')).toBe('');
});

const [anna, ben, cleo] = [{ id: 'anna' }, { id: 'ben' }, { id: 'cleo' }];
const only = { rows: [anna, ben, cleo], next: null, previous: null };
const middle = { rows: [anna, ben, cleo], next: 'further', previous: 'back' };

test('a step leads to the row beside it, and from outside of the list to its beginning', () => {
  expect(placeBeside(only, 'anna', 1)).toEqual({ kind: 'row', row: ben });
  expect(placeBeside(only, 'ben', -1)).toEqual({ kind: 'row', row: anna });
  expect(placeBeside(only, undefined, 1)).toEqual({ kind: 'row', row: anna });
  expect(placeBeside(only, 'gone', -1)).toEqual({ kind: 'row', row: anna });
});

test('a step beyond the page leads to the page beside it, and nowhere at the ends of the list', () => {
  expect(placeBeside(middle, 'cleo', 1)).toEqual({ kind: 'page', cursor: 'further', end: 'first' });
  expect(placeBeside(middle, 'anna', -1)).toEqual({ kind: 'page', cursor: 'back', end: 'last' });
  expect(placeBeside(only, 'cleo', 1)).toEqual({ kind: 'none' });
  expect(placeBeside(only, 'anna', -1)).toEqual({ kind: 'none' });
  expect(placeBeside({ rows: [], next: null, previous: null }, undefined, 1)).toEqual({ kind: 'none' });
});

test('after a decision it goes on with the next case, with what moves up, or with the one before', () => {
  expect(placeAfter(only, 'anna')).toEqual({ kind: 'row', row: ben });
  expect(placeAfter(middle, 'cleo')).toEqual({ kind: 'same page', index: 2 });
  expect(placeAfter(only, 'cleo')).toEqual({ kind: 'row', row: ben });
  expect(placeAfter({ rows: [anna], next: null, previous: null }, 'anna')).toEqual({ kind: 'none' });
  expect(placeAfter(only, 'opened by its address')).toEqual({ kind: 'row', row: anna });
});

test('an age is told in the largest unit that is full', () => {
  expect(ageWords(noon, noon)).toBe('0 minutes');
  expect(ageWords(noon - 59 * 60_000, noon)).toBe('59 minutes');
  expect(ageWords(noon - 3_600_000, noon)).toBe('1 hour');
  expect(ageWords(noon - 3 * day, noon)).toBe('3 days');
  // The clock of the list ticks more slowly than people register.
  expect(ageWords(noon + 5_000, noon)).toBe('0 minutes');
});
