import type { OutputOf } from '../../../../src-shared/contract';
import { once } from '../../../components/once';
import { formatDate } from '../../../components/times';
import { type Day, dayOf, startOfDay } from '../../accounts/list/days';
import type { Count } from '../../dashboard/counts';
import { ageWords } from '../words';

export type Insight = OutputOf<'moderation.insight'>;

export const periods = [7, 30, 90, 365] as const;
export type Period = (typeof periods)[number];

/** How many were approved and rejected, by whom or when. */
export interface Decided {
  readonly key: string;
  readonly label: string;
  /** Where there is little room, such as under a bar. */
  readonly shortLabel: string;
  readonly approved: number;
  readonly rejected: number;
  /** The days it was decided on, both of them within, where those are what is told apart. */
  readonly days?: { readonly from: Day; readonly to: Day };
  /** Who has decided, where that is one person and they are still there. */
  readonly moderatorId?: string;
}

export type Decision = 'approved' | 'rejected';

/** Bars of single days would be too thin to be seen beyond so many. */
const mostDays = 90;
const shortDate = once(() => new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' }));

/** Every day of the period, the last one today; or every week of it, where there are many. What is no whole week comes first. */
export function decidedPerStretch({ perDay }: Insight, period: Period, now: number): Decided[] {
  const known = new Map(perDay.map((day) => [day.day, day]));
  const length = period > mostDays ? 7 : 1;
  const stretches: Decided[] = [];
  for (let left = period; left > 0; left -= left % length || length) {
    const days = daysOf(now, left - 1, left % length || length);
    const [first, last] = [days[0], days.at(-1)].map((day) => startOfDay(day) ?? now);
    if (first === undefined || last === undefined) continue;
    stretches.push({
      key: dayOf(first),
      days: { from: dayOf(first), to: dayOf(last) },
      label: first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`,
      shortLabel: shortDate().format(first),
      approved: sumOf(days.map((day) => known.get(day)?.approved)),
      rejected: sumOf(days.map((day) => known.get(day)?.rejected)),
    });
  }
  return stretches;
}

function daysOf(now: number, daysAgo: number, count: number): Day[] {
  const today = dayOf(now);
  return Array.from({ length: count }, (_, index) => dayOf(startOfDay(today, index - daysAgo) ?? now));
}

function sumOf(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);
}

/** Who has decided; what rules have decided stands by itself. */
export function decidedByModerator({ byModerator }: Insight): Decided[] {
  return byModerator.map(({ id, name, approved, rejected }, index) => {
    const label = name || 'Nobody who is still here';
    return {
      key: id ?? `nobody-${index}`,
      label,
      shortLabel: label,
      approved,
      rejected,
      ...(id !== null && { moderatorId: id }),
    };
  });
}

export function countsByReason({ rejectionReasons }: Insight): Count[] {
  return rejectionReasons.map(({ reason, count }) => ({
    key: reason,
    label: reason,
    shortLabel: reason,
    count,
    to: casesWhere({ tab: 'decided', decision: 'rejected' }),
    color: rejectedColor,
  }));
}

function casesWhere(params: Readonly<Record<string, string>>): string {
  return `/moderation?${new URLSearchParams(params)}`;
}

/**
 * To what was decided so: what somebody has decided is told by the activity, for whoever may look at it; else to all the
 * cases that were, on those days where there are some.
 */
export function wayTo({ moderatorId, days }: Decided, decision: Decision, maySeeActivity: boolean): string {
  if (moderatorId === undefined || !maySeeActivity) return casesWhere({ tab: 'decided', decision, ...days });
  return `/activity?${new URLSearchParams({ act: `sign-up.${decision}`, person: moderatorId })}`;
}

export const approvedColor = 'var(--steward-palette-success-main)';
export const rejectedColor = 'var(--steward-palette-error-main)';

export interface Fact {
  readonly label: string;
  readonly words: string;
  readonly to: string;
}

/** How long, in words; under a minute there is no need to count. */
function durationWords(milliseconds: number): string {
  return milliseconds < 60_000 ? 'Under a minute' : ageWords(0, milliseconds);
}

/** What is asked first: who waits, for how long, and how long it takes. */
export function factsOf(insight: Insight, now: number, number: (value: number) => string): Fact[] {
  const { waiting, appeals, parked, changesRequested, oldestSince, medianToDecide } = insight;
  return [
    { label: 'Waiting now', words: number(waiting), to: casesWhere({ tab: 'waiting' }) },
    { label: 'Appeals', words: number(appeals), to: casesWhere({ tab: 'appeals' }) },
    { label: 'Parked', words: number(parked), to: casesWhere({ tab: 'parked' }) },
    { label: 'Changes requested', words: number(changesRequested), to: casesWhere({ tab: 'changes-requested' }) },
    {
      label: 'Age of the oldest',
      words: oldestSince === null ? 'Nobody waits' : durationWords(now - oldestSince),
      to: casesWhere({ tab: 'waiting' }),
    },
    {
      label: 'Usual time to decide',
      words: medianToDecide === null ? 'Nothing decided' : durationWords(medianToDecide),
      to: casesWhere({ tab: 'decided' }),
    },
  ];
}
