import { byItself } from '../../context';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountPurge } from '../accounts/account-purge.service';
import { type AccountsService, isPurged } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { LoginsService } from '../logins/logins.service';
import { authorizedUsersToPurge } from './authorized-users.repository';
import type { AuthorizedUser, AuthorizedUsersService } from './authorized-users.service';

export interface AuthorizedUserPurgeServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly logins: LoginsService;
  readonly purge: AccountPurge;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** So few at once that nobody waits for it. */
const atOnce = 20;

/** Deletes authorized users for good whose time in the trash is over. */
export class AuthorizedUserPurge {
  readonly #services: AuthorizedUserPurgeServices;

  constructor(services: AuthorizedUserPurgeServices) {
    this.#services = services;
  }

  /** Makes way for somebody else where a username belongs to people who count as purged, or whose account does. */
  async freeUsername(tx: Transaction, username: string, now: number): Promise<void> {
    const { accounts, authorizedUsers, logins, purge } = this.#services;
    const login = await logins.findByName(tx.manager, username);
    if (!login) return;
    const people = await authorizedUsers.ofLogin(tx.manager, login.id);
    for (const person of people.filter((one) => isPurged(one, now))) await this.#purge(tx, now, person);
    const ids = people.filter((one) => !isPurged(one, now)).map(({ accountId }) => accountId);
    const due = (await accounts.byIds(tx.manager, ids)).filter((account) => isPurged(account, now));
    for (const account of due) await purge.purge(tx, byItself(now), account);
  }

  /** Purges some of those whose time in the trash is over. */
  async purgeSome(now: number): Promise<void> {
    const { store, authorizedUsers } = this.#services;
    if ((await authorizedUsersToPurge(store.read, now, 1)).length === 0) return;
    await store.write({}, async (tx) => {
      const ids = await authorizedUsersToPurge(tx.manager, now, atOnce);
      for (const person of await authorizedUsers.byIds(tx.manager, ids)) await this.#purge(tx, now, person);
    });
  }

  /** Nothing of the person stays but that there was somebody for whom something was done, and when. */
  async #purge(tx: Transaction, now: number, person: AuthorizedUser): Promise<void> {
    const { authorizedUsers, activity, events } = this.#services;
    await activity.blankAuthorizedUser(tx, person);
    await authorizedUsers.remove(tx, person);
    const nameless = { kind: 'authorized-user', id: person.id, label: '' } as const;
    const onBehalfOf = person.accountId;
    await activity.record(tx, byItself(now), { act: 'authorized-user.purged', subject: nameless, onBehalfOf });
    tx.afterCommit(() => {
      events.changed('authorizedUsers', 'delegation');
      events.changedFor(person.accountId, 'myAuthorizedUsers');
    });
  }
}
