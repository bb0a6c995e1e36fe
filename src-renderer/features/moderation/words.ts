import type { CaseRow, CaseTab } from '../../../src-shared/contract/sign-up-cases';
import { counted } from '../../components/numbers';
import { formatDate } from '../../components/times';

export const tabLabels: Readonly<Record<CaseTab, string>> = {
  waiting: 'Waiting',
  appeals: 'Appeals',
  parked: 'Parked',
  'changes-requested': 'Changes requested',
  decided: 'Decided',
};

/** Where a case stands, such as "Parked until 4 Nov 2026". */
export function stateWords({
  state,
  isAppeal,
  parkedUntil,
}: Pick<CaseRow, 'state' | 'isAppeal' | 'parkedUntil'>): string {
  switch (state) {
    case 'waiting':
      return isAppeal ? 'Appeal' : 'Waiting';
    case 'parked': {
      const words = isAppeal ? 'Appeal, parked' : 'Parked';
      return parkedUntil === null ? words : `${words} until ${formatDate(parkedUntil)}`;
    }
    case 'changes-requested':
      return 'Changes requested';
    case 'approved':
      return 'Approved';
    case 'rejected':
      return 'Rejected';
  }
}

/** Who has decided: a colleague, oneself, or a rule. */
export function deciderWords({ by, isSelf, rule }: NonNullable<CaseRow['decision']>): string {
  if (rule !== null) return `the rule ${rule}`;
  if (isSelf) return 'you';
  return by || 'somebody who is no longer here';
}

const minute = 60_000;
const hour = 60 * minute;
export const day = 24 * hour;

/** How long somebody has waited, such as "3 days". */
export function ageWords(since: number, now: number): string {
  const age = Math.max(0, now - since);
  if (age < hour) return counted(Math.floor(age / minute), 'minute', 'minutes');
  if (age < day) return counted(Math.floor(age / hour), 'hour', 'hours');
  return counted(Math.floor(age / day), 'day', 'days');
}
