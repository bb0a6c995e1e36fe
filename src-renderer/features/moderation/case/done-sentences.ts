import type { CaseRow } from '../../../../src-shared/contract/sign-up-cases';
import { fullName } from '../../../components/people';
import { formatDate } from '../../../components/times';
import type { CaseAct } from './offered-acts';

/** What was done, as it stands in a corner while the next case is shown. */
export function doneSentence(act: Exclude<CaseAct, 'reopen'>, row: CaseRow): string {
  const name = fullName(row);
  switch (act) {
    case 'approve':
      return row.state === 'approved'
        ? `${name} is approved.`
        : `Your approval of ${name} is noted. A second moderator has to approve too.`;
    case 'reject':
      return `${name} is rejected.`;
    case 'request-changes':
      return `${name} is asked for changes.`;
    case 'park':
      return row.parkedUntil === null
        ? `${name} is parked.`
        : `${name} is parked until ${formatDate(row.parkedUntil)}.`;
  }
}
