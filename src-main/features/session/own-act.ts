import type { ActivityAct } from '../../../src-shared/activity';
import type { Actor } from '../../context';
import { fullName } from '../accounts/accounts.service';
import type { Recorded } from '../activity/activity.service';

/** What somebody does with their own session or login, as it is recorded: of who acts for another, about themself. */
export function ownAct(actor: Actor, act: ActivityAct): Recorded {
  const { accountId, delegate } = actor;
  const label = fullName(actor);
  if (delegate === null) return { act, subject: { kind: 'account', id: accountId, label } };
  return { act, subject: { kind: 'authorized-user', id: delegate.id, label } };
}
