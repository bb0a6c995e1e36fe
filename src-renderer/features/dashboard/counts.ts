import type { OutputOf } from '../../../src-shared/contract';
import { once } from '../../components/once';
import { profileShade } from '../../components/profile-colors';
import { formatDate } from '../../components/times';
import { statusLabels } from '../accounts/account-words';
import { dayOf } from '../accounts/list/days';

export type Figures = OutputOf<'dashboard.get'>;
type Stretch = Figures['signInsByDay'][number];

/** A number with what it counts, and the list that it leads to. */
export interface Count {
  readonly key: string;
  readonly label: string;
  /** Where there is little room, such as under a bar. */
  readonly shortLabel: string;
  readonly count: number;
  readonly to: string;
  readonly color: string;
}

const mainColor = 'var(--steward-palette-primary-main)';
const shortDate = once(() => new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' }));

export function usersWhere(params: Readonly<Record<string, string>>): string {
  return `/users?${new URLSearchParams(params)}`;
}

const statusColors = {
  active: 'var(--steward-palette-success-main)',
  'awaiting-approval': 'var(--steward-palette-warning-main)',
  deactivated: '#75808d',
  trash: 'var(--steward-palette-error-main)',
} as const;

export function countsByStatus({ accountsByStatus }: Figures): Count[] {
  return accountsByStatus.map(({ status, count }) => ({
    key: status,
    label: statusLabels[status],
    shortLabel: statusLabels[status],
    count,
    to: usersWhere({ status }),
    color: statusColors[status],
  }));
}

export function countsByType({ profilesByType }: Figures): Count[] {
  return profilesByType.map(({ id, name, color, count }) => ({
    key: id,
    label: name,
    shortLabel: name,
    count,
    to: usersWhere({ type: id }),
    color: profileShade(color),
  }));
}

export function countsByWeek({ accountsAddedByWeek }: Figures): Count[] {
  return accountsAddedByWeek.map((week) => ({
    key: String(week.from),
    label: `${formatDate(week.from)} to ${formatDate(lastDayOf(week))}`,
    shortLabel: shortDate().format(week.from),
    count: week.count,
    to: usersWhere({ from: dayOf(week.from), to: dayOf(lastDayOf(week)) }),
    color: mainColor,
  }));
}

/** `to` is the list that every day leads to: which sign-ins there were is told by the activity as a whole. */
export function countsByDay({ signInsByDay }: Figures, to: string): Count[] {
  return signInsByDay.map((day) => ({
    key: String(day.from),
    label: formatDate(day.from),
    shortLabel: shortDate().format(day.from),
    count: day.count,
    to,
    color: mainColor,
  }));
}

/** The accounts that are there and not in the trash. */
export function accountsAtAll({ accountsByStatus }: Figures): number {
  return accountsByStatus.reduce((sum, { status, count }) => (status === 'trash' ? sum : sum + count), 0);
}

function lastDayOf({ before }: Stretch): number {
  return before - 1;
}
