import type { ActivityEntry } from '../../../src-shared/contract/activity';
import { type AccountsService, fullName } from '../accounts/accounts.service';
import type { AuthorizedUsersService, Delegate } from '../authorized-users/authorized-users.service';

/** A person as the activity names them: as they are called now, not as they were then. */
export type Person = NonNullable<ActivityEntry['actor']>;

/** Somebody by the ids they are recorded by: an account, and which of its authorized users, where it was one of them. */
export interface RecordedPerson {
  readonly accountId: number | null;
  readonly authorizedUserId: number | null;
}

export interface PeopleServices {
  readonly accounts: AccountsService;
  readonly authorizedUsers: AuthorizedUsersService;
}

/** The people of a page. Who no longer exists, or counts as purged, is nobody. */
export class People {
  readonly #accounts: ReadonlyMap<number, Person>;
  readonly #authorizedUsers: ReadonlyMap<number, Person>;

  private constructor(accounts: ReadonlyMap<number, Person>, authorizedUsers: ReadonlyMap<number, Person>) {
    this.#accounts = accounts;
    this.#authorizedUsers = authorizedUsers;
  }

  static async find(
    { accounts, authorizedUsers }: PeopleServices,
    wanted: readonly RecordedPerson[],
    now: number,
  ): Promise<People> {
    const idsOf = (ids: readonly (number | null)[]) => [...new Set(ids.filter((id) => id !== null))];
    const ofAccounts = await accounts.peopleByIds(idsOf(wanted.map(({ accountId }) => accountId)), now);
    const delegates = await authorizedUsers.delegatesByIds(
      idsOf(wanted.map(({ authorizedUserId }) => authorizedUserId)),
      now,
    );
    return new People(
      new Map(ofAccounts.map((row) => [row.id, personOf(row)])),
      new Map(delegates.map((delegate) => [delegate.id, delegateOf(delegate)])),
    );
  }

  get({ accountId, authorizedUserId }: RecordedPerson): Person | null {
    if (authorizedUserId !== null) return this.#authorizedUsers.get(authorizedUserId) ?? null;
    return accountId === null ? null : (this.#accounts.get(accountId) ?? null);
  }
}

export function personOf(row: { publicId: string; givenName: string; familyName: string; email: string }): Person {
  return { id: row.publicId, name: fullName(row), email: row.email, actsFor: null };
}

function delegateOf({ account, ...delegate }: Delegate): Person {
  return { ...personOf(delegate), actsFor: { id: account.publicId, name: fullName(account) } };
}
