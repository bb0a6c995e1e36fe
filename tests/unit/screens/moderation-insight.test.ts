import { expect, test } from 'vitest';
import {
  countsByReason,
  decidedByModerator,
  decidedPerStretch,
  factsOf,
  type Insight,
  wayTo,
} from '../../../src-renderer/features/moderation/insight/figures';

const noon = new Date(2026, 2, 31, 12).getTime();

const insight: Insight = {
  waiting: 3,
  appeals: 1,
  parked: 0,
  changesRequested: 2,
  oldestSince: noon - 3 * 24 * 3_600_000,
  medianToDecide: 90 * 60_000,
  perDay: [
    { day: '2026-03-25', approved: 2, rejected: 1 },
    { day: '2026-03-31', approved: 4, rejected: 0 },
  ],
  byModerator: [
    { id: null, name: '', approved: 1, rejected: 0 },
    { id: 'o'.repeat(22), name: 'Olga Petrenko', approved: 5, rejected: 1 },
  ],
  rejectionReasons: [{ reason: 'No proof', count: 1 }],
};

test('every day of the period has its place, the last one today', () => {
  const days = decidedPerStretch(insight, 7, noon);
  expect(days.map(({ key, approved, rejected }) => [key, approved, rejected])).toEqual([
    ['2026-03-25', 2, 1],
    ...['2026-03-26', '2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'].map((key) => [key, 0, 0]),
    ['2026-03-31', 4, 0],
  ]);
});

test('a year is told by whole weeks up to today, and nothing of it is lost', () => {
  const weeks = decidedPerStretch(insight, 365, noon);
  expect(weeks.length).toBe(53);
  expect(weeks.reduce((sum, { approved, rejected }) => sum + approved + rejected, 0)).toBe(7);
  expect(weeks.slice(0, 2).map(({ key }) => key)).toEqual(['2025-04-01', '2025-04-02']);
  expect(weeks.at(-1)).toMatchObject({ key: '2026-03-25', approved: 6, rejected: 1 });
});

test('each day and each week leads to what was decided then', () => {
  const wayToLast = (period: 7 | 365) => {
    const last = decidedPerStretch(insight, period, noon).at(-1);
    if (!last) throw new Error('There is a last.');
    return wayTo(last, 'approved', true);
  };
  expect(wayToLast(7)).toBe('/moderation?tab=decided&decision=approved&from=2026-03-31&to=2026-03-31');
  expect(wayToLast(365)).toBe('/moderation?tab=decided&decision=approved&from=2026-03-25&to=2026-03-31');
});

test('whoever is no longer there is told apart from everybody else', () => {
  expect(decidedByModerator(insight).map(({ label }) => label)).toEqual(['Nobody who is still here', 'Olga Petrenko']);
  expect(new Set(decidedByModerator(insight).map(({ key }) => key)).size).toBe(2);
});

test('the figures lead to the cases', () => {
  const facts = factsOf(insight, noon, String);
  expect(facts.map(({ words }) => words)).toEqual(['3', '1', '0', '2', '3 days', '1 hour']);
  expect(facts[1]?.to).toBe('/moderation?tab=appeals');
  expect(countsByReason(insight)[0]?.to).toBe('/moderation?tab=decided&decision=rejected');
  const nothing = factsOf({ ...insight, oldestSince: null, medianToDecide: 20_000 }, noon, String);
  expect(nothing.slice(4).map(({ words }) => words)).toEqual(['Nobody waits', 'Under a minute']);
});

test('what somebody has decided is told by the activity, for whoever may look at it', () => {
  const [nobody, olga] = decidedByModerator(insight);
  if (!nobody || !olga) throw new Error('There are two.');
  expect(wayTo(olga, 'rejected', true)).toBe(`/activity?act=sign-up.rejected&person=${'o'.repeat(22)}`);
  expect(wayTo(olga, 'approved', false)).toBe('/moderation?tab=decided&decision=approved');
  expect(wayTo(nobody, 'approved', true)).toBe('/moderation?tab=decided&decision=approved');
});
