import type { Context } from '../../context';
import { UserError } from '../../errors';
import { fold } from '../../store/fold';
import type { Transaction } from '../../store/write-gate';
import type { AccountRules } from '../accounts/account-rules.service';
import type { Login, LoginsService } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { SettingsService } from '../settings/settings.service';
import type { AuthorizedUserPurge } from './authorized-user-purge.service';
import type { Scope } from './authorized-user-rules.service';
import { isShared } from './authorized-user-view';
import type { AuthorizedUser, AuthorizedUsersService, WayIn } from './authorized-users.service';

/** How somebody is to sign in. */
export interface WantedLogin {
  readonly isLoginEnabled: boolean;
  readonly username: string | null;
  /** Of the password that was typed for a login that is switched on. */
  readonly passwordHash: string | null;
}

export interface AuthorizedUserLoginsServices {
  readonly accountRules: AccountRules;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly authorizedUserPurge: AuthorizedUserPurge;
  readonly logins: LoginsService;
  readonly waits: SignInWaits;
  readonly settings: SettingsService;
}

/** Nobody signs in with it: no password has this hash. */
const nobodysHash = '';

const noWayIn: WayIn = { loginId: null, isLoginEnabled: false };

/** The logins of authorized users: switched on and off, and called by their usernames. */
export class AuthorizedUserLogins {
  readonly #services: AuthorizedUserLoginsServices;

  constructor(services: AuthorizedUserLoginsServices) {
    this.#services = services;
  }

  /** For somebody who is new. @throws UserError FIELD_REQUIRED, USERNAME_TAKEN */
  async add(tx: Transaction, context: Context, wanted: WantedLogin): Promise<WayIn> {
    return wanted.isLoginEnabled ? this.#create(tx, context, wanted) : noWayIn;
  }

  /**
   * Switches a login on or off, or calls it by another name. What is to be known of the login's other people has to be
   * settled once the person's row is written.
   * @returns how the person signs in from now on
   * @throws UserError FIELD_REQUIRED, USERNAME_TAKEN, LOGIN_OF_OFFICE, LOGIN_OF_ACCOUNT in `username` or `password`;
   *   BEYOND_OWN_RIGHTS
   */
  async change(
    tx: Transaction,
    context: Context,
    scope: Scope,
    person: AuthorizedUser,
    wanted: WantedLogin,
  ): Promise<WayIn> {
    const { logins } = this.#services;
    const login = person.loginId === null ? null : await logins.findById(tx.manager, person.loginId);
    if (!login) return this.add(tx, context, wanted);
    if (!wanted.isLoginEnabled)
      return person.isLoginEnabled ? this.#switchOff(tx, context, login) : wayInBy(login, false);
    if (!person.isLoginEnabled) return this.#switchOn(tx, context, login, wanted);
    await this.#keepOn(tx, context, scope, login, wanted);
    return wayInBy(login, true);
  }

  async #create(tx: Transaction, { now }: Context, wanted: WantedLogin): Promise<WayIn> {
    const { logins, waits, settings } = this.#services;
    const { username, passwordHash } = complete(wanted);
    await this.#assertIsFree(tx, username, now);
    const origin = await settings.bySomebodyElse(tx.manager, now);
    const login = await logins.add(tx, { signInName: username, passwordHash, now }, origin);
    await waits.follow(tx, login);
    return wayInBy(login, true);
  }

  /** The username stays reserved for who has it alone. A login that others have too is given up. */
  async #switchOff(tx: Transaction, { now }: Context, login: Login): Promise<WayIn> {
    const { authorizedUsers, logins } = this.#services;
    if (isShared(await authorizedUsers.usesOfLogin(tx.manager, login.id))) return noWayIn;
    await logins.setPassword(tx, login.id, { passwordHash: nobodysHash, now }, { by: 'owner' });
    return wayInBy(login, false);
  }

  async #switchOn(tx: Transaction, { now }: Context, login: Login, wanted: WantedLogin): Promise<WayIn> {
    const { logins, waits, settings } = this.#services;
    const { username, passwordHash } = complete(wanted);
    await this.#rename(tx, now, login, username);
    const origin = await settings.bySomebodyElse(tx.manager, now);
    await logins.setPassword(tx, login.id, { passwordHash, now }, origin);
    await waits.clear(tx, { signInName: username });
    return wayInBy(login, true);
  }

  async #keepOn(tx: Transaction, context: Context, scope: Scope, login: Login, wanted: WantedLogin): Promise<void> {
    const { accountRules, authorizedUsers, logins } = this.#services;
    const uses = await authorizedUsers.usesOfLogin(tx.manager, login.id);
    const isOthers = scope === 'office' ? uses.accounts > 0 : isShared(uses);
    const refusal = scope === 'office' ? 'LOGIN_OF_ACCOUNT' : 'LOGIN_OF_OFFICE';
    const isRenamed = wanted.username !== null && wanted.username !== login.signInName;
    if (wanted.username === null && !isShared(uses)) throw UserError.inField('username', 'FIELD_REQUIRED');
    if (isOthers && isRenamed) throw UserError.inField('username', refusal);
    if (isOthers && wanted.passwordHash !== null) throw UserError.inField('password', refusal);
    // Somebody who has a password already is given another one by `resetPassword` alone.
    if (wanted.passwordHash !== null) throw new UserError('INPUT_INVALID', undefined, { password: 'FIELD_INVALID' });
    if (wanted.username === null || !isRenamed) return;
    if (scope === 'office') await accountRules.assertMayActOnLogin(tx.manager, context, login.id);
    await this.#rename(tx, context.now, login, wanted.username);
    // Whoever is called otherwise has to sign in anew, by the name they have now.
    await logins.endSessions(tx, login.id);
  }

  async #rename(tx: Transaction, now: number, login: Login, username: string): Promise<void> {
    const { logins, waits } = this.#services;
    if (username === login.signInName) return;
    if (fold(username) !== login.signInNameFolded) await this.#assertIsFree(tx, username, now);
    await logins.rename(tx, login.id, username);
    await waits.follow(tx, { id: login.id, signInName: username });
  }

  async #assertIsFree(tx: Transaction, username: string, now: number): Promise<void> {
    const { authorizedUserPurge, logins } = this.#services;
    await authorizedUserPurge.freeUsername(tx, username, now);
    if (await logins.findByName(tx.manager, username)) throw UserError.inField('username', 'USERNAME_TAKEN');
  }
}

/** @throws UserError FIELD_REQUIRED in `username` and `password` */
function complete({ username, passwordHash }: Pick<WantedLogin, 'username' | 'passwordHash'>) {
  if (username !== null && passwordHash !== null) return { username, passwordHash };
  const missing = { ...(username === null && { username: true }), ...(passwordHash === null && { password: true }) };
  const fields = Object.keys(missing).map((field) => [field, 'FIELD_REQUIRED'] as const);
  throw new UserError('FIELD_REQUIRED', undefined, Object.fromEntries(fields));
}

function wayInBy({ id }: Login, isLoginEnabled: boolean): WayIn {
  return { loginId: id, isLoginEnabled };
}
