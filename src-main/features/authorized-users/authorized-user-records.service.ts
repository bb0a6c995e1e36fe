import type { ParsedInputOf } from '../../../src-shared/contract';
import type { AuthorizedUser as View } from '../../../src-shared/contract/authorized-users';
import type { Context } from '../../context';
import { haveSame } from '../../same-elements';
import type { Store } from '../../store/store';
import { assertVersion } from '../accounts/accounts.service';
import type { Asked } from '../accounts/on-behalf.service';
import type { AuthorizedUserChanges } from './authorized-user-changes';
import { type AuthorizedUserDetails, type Kept, nothingKept } from './authorized-user-details';
import type { AuthorizedUserLogins } from './authorized-user-logins.service';
import type { AuthorizedUserPasswords } from './authorized-user-passwords.service';
import type { AuthorizedUserRules, Scope } from './authorized-user-rules.service';
import type { AuthorizedUserView } from './authorized-user-view';
import type { AuthorizedUsersService } from './authorized-users.service';

type Create = Omit<ParsedInputOf<'authorizedUsers.create'>, 'accountId'> & {
  /** Null for the account the session is for. */
  readonly accountId: string | null;
};
type Update = ParsedInputOf<'authorizedUsers.update'>;
type Details = ParsedInputOf<'myAuthorizedUsers.create'>;

export interface AuthorizedUserRecordsServices {
  readonly store: Store;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly authorizedUserChanges: AuthorizedUserChanges;
  readonly authorizedUserDetails: AuthorizedUserDetails;
  readonly authorizedUserLogins: AuthorizedUserLogins;
  readonly authorizedUserPasswords: AuthorizedUserPasswords;
  readonly authorizedUserRules: AuthorizedUserRules;
  readonly authorizedUserView: AuthorizedUserView;
}

/** The record of an authorized user: looked at, added, and changed by its form. */
export class AuthorizedUserRecords {
  readonly #services: AuthorizedUserRecordsServices;

  constructor(services: AuthorizedUserRecordsServices) {
    this.#services = services;
  }

  async get(context: Context, scope: Scope, publicId: string): Promise<View> {
    const { store, authorizedUserRules, authorizedUserView } = this.#services;
    const found = await authorizedUserRules.found(store.read, context, scope, publicId);
    return authorizedUserView.of(store.read, context, scope, found);
  }

  async create(context: Context, scope: Scope, { accountId, onBehalf, ...details }: Create): Promise<View> {
    const { store, authorizedUsers, authorizedUserRules, authorizedUserDetails } = this.#services;
    const { authorizedUserLogins, authorizedUserPasswords, authorizedUserChanges } = this.#services;
    const passwordHash = await authorizedUserPasswords.hashTyped(details);
    return store.write(context, async (tx) => {
      const account = await authorizedUserRules.accountToAddTo(tx.manager, context, accountId);
      const chosen = await authorizedUserDetails.accepted(tx.manager, context, details, nothingKept);
      const asked: Asked = details.isLoginEnabled ? 'a reason and a verified identity' : 'a reason';
      const behalf = authorizedUserRules.behalf(context, account, onBehalf, asked);
      const wayIn = await authorizedUserLogins.add(tx, context, { ...details, passwordHash });
      const typed = { ...personOf(details), categoryId: chosen.categoryId };
      const person = await authorizedUsers.add(tx, typed, { ...wayIn, accountId: account.id, now: context.now });
      await authorizedUsers.settleLogins(tx, [wayIn.loginId]);
      await authorizedUsers.replaceTicked(tx, person.id, chosen.permissions);
      const change = { act: 'authorized-user.added', scope, behalf } as const;
      return authorizedUserChanges.recorded(tx, context, change, null, { person, account });
    });
  }

  async update(context: Context, scope: Scope, { id, version, onBehalf, ...details }: Update): Promise<View> {
    const { store, authorizedUsers, authorizedUserRules, authorizedUserDetails, authorizedUserView } = this.#services;
    const { authorizedUserLogins, authorizedUserPasswords, authorizedUserChanges } = this.#services;
    const passwordHash = await authorizedUserPasswords.hashTyped(details);
    return store.write(context, async (tx) => {
      const found = await authorizedUserRules.changeable(tx.manager, context, scope, id);
      const { person, account } = found;
      assertVersion(person, version);
      const before = await authorizedUserView.of(tx.manager, context, scope, found);
      const ticked = before.permissions.map(({ permission }) => permission);
      const kept = { categoryId: person.categoryId, permissions: ticked };
      const chosen = await authorizedUserDetails.accepted(tx.manager, context, details, kept);
      const behalf = authorizedUserRules.behalf(context, account, onBehalf, askedFor(before, kept, details));
      const wayIn = await authorizedUserLogins.change(tx, context, scope, person, { ...details, passwordHash });
      const epoch = person.epoch + (endsSessions(person, wayIn, kept, chosen) ? 1 : 0);
      const changes = { ...personOf(details), categoryId: chosen.categoryId, ...wayIn, epoch };
      const changed = await authorizedUsers.change(tx, person, changes, context.now);
      await authorizedUsers.settleLogins(tx, [person.loginId, wayIn.loginId]);
      await authorizedUsers.replaceTicked(tx, person.id, chosen.permissions);
      const change = { act: 'authorized-user.changed', scope, behalf } as const;
      return authorizedUserChanges.recorded(tx, context, change, before, { person: changed, account });
    });
  }
}

function personOf({ givenName, familyName, email, phone, role, recoveryEmail }: Details) {
  return { givenName, familyName, email, phone, role, recoveryEmail };
}

/** What would give somebody else a way in, or more to do there, asks for more than a reason. */
function askedFor(before: View, kept: Kept, wanted: Details): Asked {
  const isEnabled = before.loginState === 'enabled';
  const isRenamed = wanted.isLoginEnabled && wanted.username !== null && wanted.username !== before.login?.username;
  const isSame =
    wanted.email === before.email &&
    wanted.isLoginEnabled === isEnabled &&
    !isRenamed &&
    haveSame(wanted.permissions, kept.permissions);
  return isSame ? 'a reason' : 'a reason and a verified identity';
}

type SignsIn = { readonly loginId: number | null; readonly isLoginEnabled: boolean };

function endsSessions(before: SignsIn, after: SignsIn, kept: Kept, chosen: Kept): boolean {
  const isSameWayIn = before.loginId === after.loginId && before.isLoginEnabled === after.isLoginEnabled;
  return !isSameWayIn || !haveSame(kept.permissions, chosen.permissions);
}
