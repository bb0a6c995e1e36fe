import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { Account as View } from '../../../src-shared/contract/accounts';
import type { Context } from '../../context';
import type { Store } from '../../store/store';
import type { PasswordsService } from '../passwords/passwords.service';
import type { SettingsService } from '../settings/settings.service';
import type { AccountChanges } from './account-changes';
import type { AccountLogins } from './account-logins.service';
import type { AccountRules } from './account-rules.service';
import { type Account, assertVersion } from './accounts.service';
import { type Behalf, behalfOf } from './on-behalf.service';

type Choice = ParsedInputOf<'accounts.giveOneTimePassword'>;

export interface AccountPasswordsServices {
  readonly store: Store;
  readonly accountLogins: AccountLogins;
  readonly accountRules: AccountRules;
  readonly accountChanges: AccountChanges;
  readonly passwords: PasswordsService;
  readonly settings: SettingsService;
}

/** Passwords that staff give to somebody else, who must change them at the next sign-in. */
export class AccountPasswords {
  readonly #services: AccountPasswordsServices;

  constructor(services: AccountPasswordsServices) {
    this.#services = services;
  }

  async giveOneTime(context: Context, choice: Choice): Promise<OutputOf<'accounts.giveOneTimePassword'>> {
    const { store, accountLogins, accountChanges, passwords } = this.#services;
    const oneTimePassword = await passwords.suggest();
    const passwordHash = await passwords.hash(oneTimePassword);
    return store.write(context, async (tx) => {
      const { account, behalf } = await this.#chosen(tx.manager, context, choice);
      const expiresAt = await accountLogins.setPassword(tx, context, account, passwordHash);
      const act = 'account.one-time-password-given';
      const changed = await accountChanges.write(tx, context, act, account, {}, behalf);
      return { account: changed, oneTimePassword, expiresAt };
    });
  }

  async set(context: Context, { newPassword, ...choice }: ParsedInputOf<'accounts.setPassword'>): Promise<View> {
    const { store, accountLogins, accountChanges, passwords, settings } = this.#services;
    const { account: asItIs } = await this.#chosen(store.read, context, choice);
    await passwords.assertAcceptable(newPassword, await settings.passwordRules(asItIs), 'newPassword');
    const passwordHash = await passwords.hash(newPassword);
    return store.write(context, async (tx) => {
      const { account, behalf } = await this.#chosen(tx.manager, context, choice);
      await accountLogins.setPassword(tx, context, account, passwordHash);
      return accountChanges.write(tx, context, 'account.password-set', account, {}, behalf);
    });
  }

  async #chosen(
    manager: EntityManager,
    context: Context,
    { id, version, onBehalf }: Choice,
  ): Promise<{ account: Account; behalf: Behalf }> {
    const { accountRules } = this.#services;
    const account = await accountRules.changeable(manager, context, id);
    assertVersion(account, version);
    accountRules.assertNotOwnAccount(context, account);
    return { account, behalf: behalfOf(context, account, onBehalf, 'a reason and a verified identity') };
  }
}
