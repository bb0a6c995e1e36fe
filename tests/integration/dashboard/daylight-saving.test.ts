import { afterAll, describe, expect, test, vi } from 'vitest';
import { lastDays, lastWeeks } from '../../../src-main/calendar';
import { openTestStore } from '../../support/test-store';

vi.stubEnv('TZ', 'Europe/Berlin');
afterAll(() => vi.unstubAllEnvs());

const hour = 60 * 60_000;

describe.each([
  ['spring', new Date(2027, 3, 2, 12).getTime(), '2027-03-28', 23],
  ['autumn', new Date(2027, 10, 3, 12).getTime(), '2027-10-31', 25],
] as const)('where the clocks are put forward or back in %s', (_, now, changed, hours) => {
  test('each day is there once, and one of them is shorter or longer', () => {
    const days = lastDays(now, 30);
    const lengths = days.map(({ from, before }) => (before - from) / hour);
    expect(new Set(days.flatMap((one) => one.days)).size).toBe(30);
    expect(lengths.filter((length) => length !== 24)).toEqual([hours]);
    expect(days.find(({ before, from }) => before - from !== 24 * hour)?.days).toEqual([changed]);
    const week = lastWeeks(now, 3).find((one) => one.days.includes(changed));
    expect(week && (week.before - week.from) / hour).toBe(6 * 24 + hours);
  });

  test('the store counts what happens in the last minute of a day to that day', async () => {
    const { store } = await openTestStore();
    for (const { from, before, days } of lastDays(now, 30)) {
      const [row] = await store.read.query<{ first: string; last: string }[]>(
        `SELECT date(? / 1000, 'unixepoch', 'localtime') AS first, date(? / 1000, 'unixepoch', 'localtime') AS last`,
        [from, before - 60_000],
      );
      expect(row).toEqual({ first: days[0], last: days[0] });
    }
  });
});
