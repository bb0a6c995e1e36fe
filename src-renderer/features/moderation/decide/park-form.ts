import { z } from 'zod';
import { contract, type InputOf } from '../../../../src-shared/contract';
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

interface TypedPark {
  readonly choice: ParkChoice;
  /** The day, where a date is chosen. */
  readonly until: Day;
  readonly internalReason: string;
}

/** What is chosen and typed, as the main side is asked for it. */
export const parkSchema: z.ZodType<Pick<InputOf<'moderation.park'>, 'until' | 'internalReason'>, TypedPark> = z
  .strictObject({
    choice: z.enum(parkChoices),
    until: z.string(),
    internalReason: contract.moderation.park.input.shape.internalReason,
  })
  .transform(({ choice, until: typed, internalReason }, context) => {
    const until = parkedUntil(choice, typed, Date.now());
    if (until !== undefined) return { until, internalReason };
    context.addIssue({ code: 'custom', path: ['until'], message: 'Choose the day on which it comes back.' });
    return z.NEVER;
  });
