import type { ActivityAct } from '../../../src-shared/activity';
import type { AuthorizedUser as View } from '../../../src-shared/contract/authorized-users';
import type { Context } from '../../context';
import type { Events } from '../../events';
import type { Transaction } from '../../store/write-gate';
import { fullName } from '../accounts/accounts.service';
import type { Behalf } from '../accounts/on-behalf.service';
import type { ActivityService } from '../activity/activity.service';
import type { Found, Scope } from './authorized-user-rules.service';
import { type AuthorizedUserView, recordable } from './authorized-user-view';
import type { AuthorizedUser, AuthorizedUsersService } from './authorized-users.service';

export interface AuthorizedUserChangesServices {
  readonly authorizedUsers: AuthorizedUsersService;
  readonly authorizedUserView: AuthorizedUserView;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** What is done to somebody, for whom it is done, and how whoever does it may see them. */
export interface Change {
  readonly act: ActivityAct;
  readonly scope: Scope;
  readonly behalf: Behalf;
}

/** How every change of an authorized user ends: looked at anew, recorded, and told to the windows. */
export class AuthorizedUserChanges {
  readonly #services: AuthorizedUserChangesServices;

  constructor(services: AuthorizedUserChangesServices) {
    this.#services = services;
  }

  /** Writes the next version of somebody whose login and permissions stay as they are. */
  async write(
    tx: Transaction,
    context: Context,
    change: Change,
    found: Found,
    changes: Partial<AuthorizedUser>,
  ): Promise<View> {
    const { authorizedUsers, authorizedUserView } = this.#services;
    const before = await authorizedUserView.of(tx.manager, context, change.scope, found);
    const person = await authorizedUsers.change(tx, found.person, changes, context.now);
    return this.recorded(tx, context, change, before, { ...found, person });
  }

  /** @param before null for somebody who is new */
  async recorded(
    tx: Transaction,
    context: Context,
    { act, scope, behalf }: Change,
    before: View | null,
    found: Found,
  ): Promise<View> {
    const { authorizedUserView, activity } = this.#services;
    const after = await authorizedUserView.of(tx.manager, context, scope, found);
    await activity.record(tx, context, {
      act,
      subject: subjectOf(found.person),
      before: before && recordable(before),
      after: recordable(after),
      ...behalf,
    });
    this.announce(tx, [found.account.id]);
    return after;
  }

  /** @param accountIds whose people are others now, or sign in in another way */
  announce(tx: Transaction, accountIds: readonly number[]): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      events.changed('authorizedUsers', 'delegation');
      for (const accountId of new Set(accountIds)) events.changedFor(accountId, 'myAuthorizedUsers', 'myAccount');
      // The person may be at another window, whose session has ended.
      events.everySession();
    });
  }
}

export function subjectOf(person: Pick<AuthorizedUser, 'id' | 'givenName' | 'familyName'>) {
  return { kind: 'authorized-user', id: person.id, label: fullName(person) } as const;
}
