import type { Context } from '../../context';
import type { Transaction } from '../../store/write-gate';
import type { AuthorizedUsersService } from '../authorized-users/authorized-users.service';
import type { LoginsService, PasswordOrigin } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { SignUpCases } from '../moderation/sign-up-cases.service';
import type { SettingsService } from '../settings/settings.service';
import type { AccountPurge } from './account-purge.service';
import { type AccountRules, isOwn } from './account-rules.service';
import type { Account, AccountDetails, AccountsService } from './accounts.service';

export interface AccountLoginsServices {
  readonly accounts: AccountsService;
  readonly accountRules: AccountRules;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly logins: LoginsService;
  readonly waits: SignInWaits;
  readonly settings: SettingsService;
  readonly purge: AccountPurge;
  readonly cases: SignUpCases;
}

const byOwner: PasswordOrigin = { by: 'owner' };

/** Whether an account would be judged by something else, were it to be decided on. */
function isAnotherPerson(before: Account, { givenName, familyName, phone }: Account): boolean {
  return before.givenName !== givenName || before.familyName !== familyName || before.phone !== phone;
}

/** An account and its login, which are made and changed together. */
export class AccountLogins {
  readonly #services: AccountLoginsServices;

  constructor(services: AccountLoginsServices) {
    this.#services = services;
  }

  /**
   * Adds an account whose owner must change the password at the first sign-in, unless they have chosen it themselves.
   * @throws UserError EMAIL_TAKEN, EMAIL_IN_TRASH in the field `email`
   */
  async add(
    tx: Transaction,
    { now }: Context,
    details: AccountDetails,
    given: {
      readonly passwordHash: string;
      readonly isActive?: boolean;
      readonly isStaff: boolean;
      readonly isSuperuser: boolean;
      readonly access?: Account['access'];
      readonly isPasswordByOwner?: boolean;
    },
  ): Promise<Account> {
    const { accounts, logins, waits, settings, purge } = this.#services;
    const { passwordHash, isPasswordByOwner = false, ...kind } = given;
    await purge.freeEmail(tx, details.email, now);
    await accounts.assertEmailIsFree(tx.manager, details.email, null);
    const origin = isPasswordByOwner ? byOwner : await settings.bySomebodyElse(tx.manager, now);
    const login = await logins.add(tx, { signInName: details.email, passwordHash, now }, origin);
    await waits.follow(tx, login);
    return accounts.add(tx, details, { ...kind, loginId: login.id, now });
  }

  /**
   * Writes a changed account as its next version; its login is called by its e-mail. Whose e-mail somebody else has
   * changed has to sign in anew, by the name they have now.
   * @throws UserError EMAIL_TAKEN, EMAIL_IN_TRASH in the field `email`; BEYOND_OWN_RIGHTS
   */
  async change(tx: Transaction, context: Context, account: Account, changes: Partial<Account>): Promise<Account> {
    const { accounts, accountRules, logins, waits, purge, cases } = this.#services;
    const { now } = context;
    const { email = account.email } = changes;
    if (email === account.email) {
      const changed = await accounts.change(tx, account, changes, now);
      if (isAnotherPerson(account, changed)) await cases.followAccount(tx, changed, now);
      return changed;
    }
    const isByOwner = isOwn(context, account);
    if (!isByOwner) await accountRules.assertMayActOnLogin(tx.manager, context, account.loginId);
    await purge.freeEmail(tx, email, now);
    const changed = await accounts.change(tx, account, changes, now);
    await logins.rename(tx, account.loginId, email);
    await waits.follow(tx, { id: account.loginId, signInName: email });
    await cases.followAccount(tx, changed, now);
    if (!isByOwner) await logins.endSessions(tx, account.loginId);
    return changed;
  }

  /**
   * A password that must be changed at sign-in and expires. Ends the person's sessions.
   * @returns until when it lets its owner in
   * @throws UserError BEYOND_OWN_RIGHTS
   */
  async setPassword(tx: Transaction, context: Context, account: Account, passwordHash: string): Promise<number> {
    const { accountRules, logins, waits, settings } = this.#services;
    const { now } = context;
    await accountRules.assertMayActOnLogin(tx.manager, context, account.loginId);
    const origin = await settings.bySomebodyElse(tx.manager, now);
    await logins.setPassword(tx, account.loginId, { passwordHash, now }, origin);
    // Who forgot their password has often tried in vain before they asked for another.
    await waits.clear(tx, { signInName: account.email });
    return origin.expiresAt;
  }

  /** Nobody goes on acting for an account: neither its holder nor one of its authorized users. */
  async endSessions(tx: Transaction, { id, loginId }: Account): Promise<void> {
    const { authorizedUsers, logins } = this.#services;
    await logins.endSessions(tx, loginId);
    await authorizedUsers.endSessionsOfAccount(tx, id);
  }
}
