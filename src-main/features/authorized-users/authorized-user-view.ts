import type { EntityManager } from 'typeorm';
import type {
  AuthorizedUserRow,
  LoginState,
  AuthorizedUser as View,
} from '../../../src-shared/contract/authorized-users';
import { delegatePermission } from '../../../src-shared/contract/delegation';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { fullName } from '../accounts/accounts.service';
import type { Recordable } from '../activity/activity.service';
import type { DelegationChoices } from '../delegation/delegation-choices.service';
import type { LoginsService } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { ListedPerson } from './authorized-user-list.repository';
import type { AuthorizedUserRules, Found, Scope } from './authorized-user-rules.service';
import type { AuthorizedUser, AuthorizedUsersService } from './authorized-users.service';

export interface AuthorizedUserViewServices {
  readonly authorizedUsers: AuthorizedUsersService;
  readonly authorizedUserRules: AuthorizedUserRules;
  readonly delegationChoices: DelegationChoices;
  readonly logins: LoginsService;
  readonly waits: SignInWaits;
}

type InShort = Omit<ListedPerson, `account${string}`>;

/** Puts an authorized user together as who asks may see them. */
export class AuthorizedUserView {
  readonly #services: AuthorizedUserViewServices;

  constructor(services: AuthorizedUserViewServices) {
    this.#services = services;
  }

  /** @throws UserError NOT_FOUND */
  async of(manager: EntityManager, context: Context, scope: Scope, found: Found): Promise<View> {
    const { person, account } = found;
    const [row] = await this.#rows(manager, context, [{ ...person, loginState: loginStateOf(person) }]);
    if (!row) throw new Error('There is a line of everybody.');
    return {
      ...row,
      account: { id: account.publicId, name: fullName(account), email: account.email },
      login: person.loginId === null ? null : await this.#wayIn(manager, person.loginId, scope, context.now),
      recoveryEmail: person.recoveryEmail,
      updatedAt: person.updatedAt,
      purgeAt: person.purgeAt,
      mayChange: await this.#services.authorizedUserRules.mayChange(manager, context, found),
    };
  }

  /** Lines of a list, in the order of the people, with whom each acts for. */
  async rows(manager: EntityManager, context: Context, people: readonly ListedPerson[]) {
    const rows = await this.#rows(manager, context, people);
    return rows.map((row, index) => ({ row, account: accountOf(people[index]) }));
  }

  /** However many they are, each thing about them is asked for once. */
  async #rows(manager: EntityManager, context: Context, people: readonly InShort[]): Promise<AuthorizedUserRow[]> {
    const { authorizedUsers, delegationChoices } = this.#services;
    const categories = new Map((await delegationChoices.categories(manager)).map((one) => [one.id, one]));
    const catalogue = await delegationChoices.permissions(manager);
    const ids = people.map(({ id }) => id);
    const ticked = await authorizedUsers.tickedOf(manager, ids);
    const own = actorOf(context).delegate?.id;
    return people.map((person) => {
      const category = person.categoryId === null ? undefined : categories.get(person.categoryId);
      const permissions = catalogue
        .filter(({ permission }) => ticked.get(person.id)?.includes(permission))
        .map(({ permission, label }) => ({ permission: delegatePermission.parse(permission), label }));
      return {
        id: person.publicId,
        version: person.version,
        givenName: person.givenName,
        familyName: person.familyName,
        email: person.email,
        phone: person.phone,
        role: person.role,
        category: category ? { id: category.publicId, name: category.name } : null,
        loginState: person.loginState,
        permissions,
        lastSignInAt: person.lastSignInAt,
        createdAt: person.createdAt,
        deletedAt: person.deletedAt,
        isSelf: person.id === own,
      };
    });
  }

  async #wayIn(manager: EntityManager, loginId: number, scope: Scope, now: number): Promise<View['login']> {
    const { authorizedUsers, logins, waits } = this.#services;
    const login = await logins.findById(manager, loginId);
    // What is read is no transaction: the person may have been purged since they were found.
    if (!login) throw new UserError('NOT_FOUND');
    const isOfOffice = isShared(await authorizedUsers.usesOfLogin(manager, loginId));
    // What somebody does by a login for another account is not for the people of this one to know.
    if (scope === 'own account' && isOfOffice) return hiddenLogin;
    const { signInName: username, mustChangePassword, passwordSetAt, passwordExpiresAt } = login;
    const lockedUntil = await waits.lockedUntil(manager, login, now);
    return { username, isOfOffice, mustChangePassword, passwordSetAt, passwordExpiresAt, lockedUntil };
  }
}

/** Whether a login lets its person in elsewhere too, so that the office looks after it. */
export function isShared({ accounts, authorizedUsers }: { accounts: number; authorizedUsers: number }): boolean {
  return accounts > 0 || authorizedUsers > 1;
}

const hiddenLogin: View['login'] = {
  username: null,
  isOfOffice: true,
  mustChangePassword: false,
  passwordSetAt: null,
  passwordExpiresAt: null,
  lockedUntil: null,
};

/** The same as the store's own column `login_state`, which lists are walked by. */
function loginStateOf({ isLoginEnabled, loginId }: AuthorizedUser): LoginState {
  if (isLoginEnabled) return 'enabled';
  return loginId === null ? 'contact-only' : 'off';
}

function accountOf(person: ListedPerson | undefined): View['account'] {
  if (!person) throw new Error('There is a line of everybody.');
  const name = fullName({ givenName: person.accountGivenName, familyName: person.accountFamilyName });
  return { id: person.accountPublicId, name, email: person.accountEmail };
}

const loginWords: Readonly<Record<LoginState, string>> = {
  'contact-only': 'none',
  enabled: 'enabled',
  off: 'switched off',
};

/** The fields of an authorized user that stand in the activity, where the account's own people can read them. */
export function recordable({ login, category, permissions, ...person }: View): Recordable {
  const { givenName, familyName, email, phone, role, recoveryEmail, loginState } = person;
  return {
    givenName,
    familyName,
    email,
    phone,
    role,
    login: login?.isOfOffice ? 'linked by the office' : loginWords[loginState],
    username: login?.isOfOffice ? null : (login?.username ?? null),
    recoveryEmail,
    permissions: permissions.map(({ label }) => label),
    category: category?.name ?? null,
  };
}
