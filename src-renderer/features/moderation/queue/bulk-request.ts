import type { CaseFilter } from '../../../../src-shared/contract/sign-up-cases';
import { counted, formatNumber } from '../../../components/numbers';
import type { BulkChoice, BulkDecision } from '../bulk/bulk-words';

/** What is asked of the dialog that decides on many. */
export interface BulkRequest {
  readonly decision: BulkDecision;
  readonly choice: BulkChoice;
  readonly title: string;
  /** The domain that all of them are from, where that is why they were chosen. */
  readonly domain?: string;
}

const verbs = { approve: 'Approve', reject: 'Reject' } as const;

export function ofTicked(decision: BulkDecision, ids: readonly string[]): BulkRequest {
  return {
    decision,
    choice: { ids: [...ids] },
    title: `${verbs[decision]} ${counted(ids.length, 'sign-up', 'sign-ups')}`,
  };
}

/** @param total how many match, where that is known */
export function ofMatching(decision: BulkDecision, filter: CaseFilter, total: number | null): BulkRequest {
  const title = `${verbs[decision]} all ${total === null ? '' : `${formatNumber(total)} `}that match`;
  return { decision, choice: { filter }, title };
}

export function ofDomain(domain: string): BulkRequest {
  return {
    decision: 'reject',
    choice: { filter: { tab: 'waiting', domain } },
    title: `Reject all from ${domain}`,
    domain,
  };
}
