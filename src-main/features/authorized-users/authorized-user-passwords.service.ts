import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Store } from '../../store/store';
import type { AccountRules } from '../accounts/account-rules.service';
import { assertVersion } from '../accounts/accounts.service';
import type { LoginsService } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { PasswordsService } from '../passwords/passwords.service';
import type { SettingsService } from '../settings/settings.service';
import type { AuthorizedUserChanges } from './authorized-user-changes';
import type { AuthorizedUserRules, Found, Scope } from './authorized-user-rules.service';
import { isShared } from './authorized-user-view';
import type { AuthorizedUsersService } from './authorized-users.service';

type Reset = ParsedInputOf<'authorizedUsers.resetPassword'>;
type Typed = Pick<
  ParsedInputOf<'myAuthorizedUsers.create'>,
  'isLoginEnabled' | 'username' | 'password' | 'email' | 'givenName' | 'familyName'
>;

export interface AuthorizedUserPasswordsServices {
  readonly store: Store;
  readonly accountRules: AccountRules;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly authorizedUserChanges: AuthorizedUserChanges;
  readonly authorizedUserRules: AuthorizedUserRules;
  readonly logins: LoginsService;
  readonly waits: SignInWaits;
  readonly passwords: PasswordsService;
  readonly settings: SettingsService;
}

/** Passwords that are given to authorized users, who must change them at the next sign-in. */
export class AuthorizedUserPasswords {
  readonly #services: AuthorizedUserPasswordsServices;

  constructor(services: AuthorizedUserPasswordsServices) {
    this.#services = services;
  }

  /** The hash of what was typed for a login; null where no login is wanted, whatever was typed before it was unticked. */
  async hashTyped({ isLoginEnabled, password, ...person }: Typed): Promise<string | null> {
    if (!isLoginEnabled || password === null) return null;
    await this.#assertAcceptable(password, person, person.username, 'password');
    return this.#services.passwords.hash(password);
  }

  /** One that was chosen, or else a generated one, which is answered once and kept nowhere. */
  async reset(
    context: Context,
    scope: Scope,
    { newPassword, ...choice }: Reset,
  ): Promise<OutputOf<'authorizedUsers.resetPassword'>> {
    const { store, authorizedUserRules, authorizedUserChanges } = this.#services;
    const { logins, waits, passwords, settings } = this.#services;
    const asItIs = await this.#chosen(store.read, context, scope, choice);
    if (newPassword !== null) {
      await this.#assertAcceptable(newPassword, asItIs.person, asItIs.login.signInName, 'newPassword');
    }
    const oneTimePassword = newPassword === null ? await passwords.suggest() : null;
    const passwordHash = await passwords.hash(newPassword ?? oneTimePassword ?? '');
    return store.write(context, async (tx) => {
      const { login, ...found } = await this.#chosen(tx.manager, context, scope, choice);
      const asked = 'a reason and a verified identity';
      const behalf = authorizedUserRules.behalf(context, found.account, choice.onBehalf, asked);
      const origin = await settings.bySomebodyElse(tx.manager, context.now);
      await logins.setPassword(tx, login.id, { passwordHash, now: context.now }, origin);
      // Who forgot their password has often tried in vain before they asked for another.
      await waits.clear(tx, login);
      const act = oneTimePassword === null ? 'authorized-user.password-set' : 'authorized-user.one-time-password-given';
      const authorizedUser = await authorizedUserChanges.write(tx, context, { act, scope, behalf }, found, {});
      return { authorizedUser, oneTimePassword, expiresAt: origin.expiresAt };
    });
  }

  async #chosen(
    manager: EntityManager,
    context: Context,
    scope: Scope,
    { id, version }: Reset | Omit<Reset, 'newPassword'>,
  ) {
    const { accountRules, authorizedUsers, authorizedUserRules, logins } = this.#services;
    const found: Found = await authorizedUserRules.changeable(manager, context, scope, id);
    assertVersion(found.person, version);
    const { loginId, isLoginEnabled } = found.person;
    const login = loginId === null || !isLoginEnabled ? null : await logins.findById(manager, loginId);
    if (!login) throw new UserError('NO_LOGIN');
    const uses = await authorizedUsers.usesOfLogin(manager, login.id);
    if (scope === 'own account' && isShared(uses)) throw new UserError('LOGIN_OF_OFFICE');
    if (scope === 'office' && uses.accounts > 0) throw new UserError('LOGIN_OF_ACCOUNT');
    if (scope === 'office') await accountRules.assertMayActOnLogin(manager, context, login.id);
    return { ...found, login };
  }

  async #assertAcceptable(
    password: string,
    person: { readonly email: string; readonly givenName: string; readonly familyName: string },
    username: string | null,
    field: string,
  ): Promise<void> {
    const { passwords, settings } = this.#services;
    const rules = await settings.passwordRules(person);
    const about = username === null ? rules.about : [...rules.about, username];
    await passwords.assertAcceptable(password, { ...rules, about }, field);
  }
}
