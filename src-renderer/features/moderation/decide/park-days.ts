import { type Day, dayOf, startOfDay } from '../../accounts/list/days';

export const parkChoices = ['tomorrow', 'in-3-days', 'in-a-week', 'date'] as const;
export type ParkChoice = (typeof parkChoices)[number];

const daysLater = { tomorrow: 1, 'in-3-days': 3, 'in-a-week': 7 } as const;

/** The beginning of the day that was chosen; undefined where a date is to be typed and is none. */
export function parkedUntil(choice: ParkChoice, typed: Day, now: number): number | undefined {
  return choice === 'date' ? startOfDay(typed) : startOfDay(dayOf(now), daysLater[choice]);
}

/** The days between which somebody can be parked: from tomorrow to a year from now. */
export function parkableDays(now: number): { readonly min: Day; readonly max: Day } {
  const tomorrow = startOfDay(dayOf(now), 1) ?? now;
  const inAYear = startOfDay(dayOf(now), 364) ?? now;
  return { min: dayOf(tomorrow), max: dayOf(inAYear) };
}
