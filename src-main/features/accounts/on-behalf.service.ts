import type { OnBehalf } from '../../../src-shared/contract/shapes';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Recorded } from '../activity/activity.service';
import { isOwn } from './account-rules.service';
import type { Account } from './accounts.service';

/**
 * What an act on somebody else's account asks of who does it. The office may act by itself, as on misuse, and then says
 * why; what would give the account to whoever asks for it also needs it made sure who that is.
 */
export type Asked = 'nothing' | 'a reason' | 'a reason and a verified identity';

/** Whose wish an act is, as it is recorded. */
export type Behalf = Pick<Recorded, 'onBehalfOf' | 'reason' | 'identityVerifiedBy'>;

/**
 * For the own account nothing is asked, and nothing recorded.
 * @throws UserError REASON_NEEDED in `onBehalf.reason`, IDENTITY_NOT_VERIFIED in `onBehalf.identityVerifiedBy`
 */
export function behalfOf(context: Context, account: Account, given: OnBehalf | undefined, asked: Asked): Behalf {
  if (isOwn(context, account)) return {};
  assertSaid(given, asked);
  return given ? { onBehalfOf: account.id, ...given } : {};
}

/** @throws UserError REASON_NEEDED in `onBehalf.reason`, IDENTITY_NOT_VERIFIED in `onBehalf.identityVerifiedBy` */
export function assertSaid(given: OnBehalf | undefined, asked: Asked): void {
  if (!given && asked !== 'nothing') throw UserError.inField('onBehalf.reason', 'REASON_NEEDED');
  if (given?.identityVerifiedBy === null && asked === 'a reason and a verified identity') {
    throw UserError.inField('onBehalf.identityVerifiedBy', 'IDENTITY_NOT_VERIFIED');
  }
}
