import type { Context } from '../../context';
import type { Transaction } from '../../store/write-gate';
import { fullName } from '../accounts/accounts.service';
import type { ActivityService, Recorded } from '../activity/activity.service';
import type { BulkFacts } from './bulk-facts.repository';
import { recordable } from './case-changes';
import type { SignUpCase } from './sign-up-case.entity';

/** What one case becomes, with what is done and recorded along with it. */
export interface Decided {
  readonly facts: BulkFacts;
  readonly after: SignUpCase;
  readonly act: Recorded['act'];
}

/** Records of each case what it has become. */
export function recordDecided(
  tx: Transaction,
  context: Context,
  activity: ActivityService,
  decided: readonly Decided[],
  reason = '',
): Promise<void> {
  const recorded = decided.map(({ facts: { signUpCase, account }, after, act }) => ({
    act,
    subject: { kind: 'account', id: account.id, label: fullName(account) } as const,
    before: recordable(signUpCase),
    after: recordable(after),
    ...(reason !== '' && { reason }),
  }));
  return activity.recordMany(tx, context, recorded);
}
