import { byItself, type Context } from '../../context';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { ActivityService } from '../activity/activity.service';
import type { AuthorizedUsersService } from '../authorized-users/authorized-users.service';
import type { LoginsService } from '../logins/logins.service';
import { accountsToPurge } from './accounts.repository';
import { type Account, type AccountsService, fullName, isPurged } from './accounts.service';

export interface AccountPurgeServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly logins: LoginsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** So few at once that nobody waits for it. */
const atOnce = 20;

/** Deletes accounts for good: by hand, or because their time in the trash is over. */
export class AccountPurge {
  readonly #services: AccountPurgeServices;

  constructor(services: AccountPurgeServices) {
    this.#services = services;
  }

  /** Nothing of the person stays but that there was somebody with whom something was done, and when. */
  async purge(tx: Transaction, context: Context, account: Account): Promise<void> {
    const { accounts, authorizedUsers, logins, activity, events } = this.#services;
    await activity.blank(tx, account.id);
    await authorizedUsers.removeOfAccount(tx, account.id);
    await this.#unlink(tx, context, account);
    await accounts.remove(tx, account);
    await logins.remove(tx, account.loginId);
    const nameless = { kind: 'account', id: account.id, label: '' } as const;
    await activity.record(tx, context, { act: 'account.purged', subject: nameless });
    tx.afterCommit(() =>
      events.changed('accounts', 'profiles', 'dashboard', 'authorizedUsers', 'delegation', 'moderation'),
    );
  }

  /** Makes way for somebody else where the e-mail belongs to an account whose time in the trash is over. */
  async freeEmail(tx: Transaction, email: string, now: number): Promise<void> {
    const owner = await this.#services.accounts.findByEmail(tx.manager, email);
    if (owner && isPurged(owner, now)) await this.purge(tx, byItself(now), owner);
  }

  /** Purges some of those whose time in the trash is over. */
  async purgeSome(now: number): Promise<void> {
    const { store, accounts } = this.#services;
    if ((await accountsToPurge(store.read, now, 1)).length === 0) return;
    await store.write({}, async (tx) => {
      const due = await accounts.byIds(tx.manager, await accountsToPurge(tx.manager, now, atOnce));
      for (const account of due) await this.purge(tx, byItself(now), account);
    });
  }

  /** Whoever acted for others by the login that goes with the account stays with them, as somebody to write to. */
  async #unlink(tx: Transaction, { now }: Context, { loginId }: Account): Promise<void> {
    const { authorizedUsers, activity, events } = this.#services;
    for (const person of await authorizedUsers.ofLogin(tx.manager, loginId)) {
      const { id, accountId, epoch } = person;
      await authorizedUsers.change(tx, person, { loginId: null, isLoginEnabled: false, epoch: epoch + 1 }, now);
      await activity.record(tx, byItself(now), {
        act: 'authorized-user.changed',
        subject: { kind: 'authorized-user', id, label: fullName(person) },
        before: { login: 'linked by the office' },
        after: { login: 'none' },
        onBehalfOf: accountId,
      });
      tx.afterCommit(() => events.changedFor(accountId, 'myAuthorizedUsers'));
    }
  }
}
