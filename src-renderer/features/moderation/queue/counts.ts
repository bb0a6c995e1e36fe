import type { OutputOf } from '../../../../src-shared/contract';
import type { CaseTab } from '../../../../src-shared/contract/sign-up-cases';

type Counts = OutputOf<'moderation.counts'>;

/** How many cases there are in a part of the queue. */
export function countIn(counts: Counts, tab: CaseTab): number {
  return tab === 'changes-requested' ? counts.changesRequested : counts[tab];
}
