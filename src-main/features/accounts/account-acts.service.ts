import type { ParsedInputOf } from '../../../src-shared/contract';
import type { Account as View } from '../../../src-shared/contract/accounts';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { fold } from '../../store/fold';
import type { Store } from '../../store/store';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { SettingsService } from '../settings/settings.service';
import type { AccountChanges } from './account-changes';
import type { AccountLogins } from './account-logins.service';
import type { AccountPurge } from './account-purge.service';
import type { AccountRules } from './account-rules.service';
import type { AccountView } from './account-view';
import { assertVersion } from './accounts.service';
import { behalfOf } from './on-behalf.service';

type Act = ParsedInputOf<'accounts.deactivate'>;

export interface AccountActsServices {
  readonly store: Store;
  readonly accountLogins: AccountLogins;
  readonly accountRules: AccountRules;
  readonly accountView: AccountView;
  readonly accountChanges: AccountChanges;
  readonly purge: AccountPurge;
  readonly waits: SignInWaits;
  readonly settings: SettingsService;
}

/** What is done with an account as a whole. */
export class AccountActs {
  readonly #services: AccountActsServices;

  constructor(services: AccountActsServices) {
    this.#services = services;
  }

  activate(context: Context, { id, version, onBehalf }: Act): Promise<View> {
    const { store, accountRules, accountChanges } = this.#services;
    return store.write(context, async (tx) => {
      const account = await accountRules.changeable(tx.manager, context, id);
      assertVersion(account, version);
      const behalf = behalfOf(context, account, onBehalf, 'a reason');
      return accountChanges.write(tx, context, 'account.activated', account, { isActive: true }, behalf);
    });
  }

  deactivate(context: Context, { id, version, onBehalf }: Act): Promise<View> {
    const { store, accountLogins, accountRules, accountChanges } = this.#services;
    return store.write(context, async (tx) => {
      const account = await accountRules.changeable(tx.manager, context, id);
      assertVersion(account, version);
      accountRules.assertNotOwnAccount(context, account);
      await accountRules.assertSuperuserStays(tx.manager, account);
      const behalf = behalfOf(context, account, onBehalf, 'a reason');
      await accountLogins.endSessions(tx, account);
      return accountChanges.write(tx, context, 'account.deactivated', account, { isActive: false }, behalf);
    });
  }

  liftLock(context: Context, { id }: ParsedInputOf<'accounts.liftLock'>): Promise<View> {
    const { store, accountRules, accountView, accountChanges, waits } = this.#services;
    return store.write(context, async (tx) => {
      const account = await accountRules.changeable(tx.manager, context, id);
      const before = await accountView.of(tx.manager, context, account);
      await accountRules.assertMayActOnLogin(tx.manager, context, account.loginId);
      if (before.login.lockedUntil === null) return before;
      await waits.clear(tx, { signInName: account.email });
      return accountChanges.recorded(tx, context, 'account.lock-lifted', before, account);
    });
  }

  /** Into the trash. The e-mail stays reserved, so that everything can be given back. */
  delete(context: Context, { id, version, onBehalf }: Act): Promise<View> {
    const { store, accountLogins, accountRules, accountChanges, settings } = this.#services;
    return store.write(context, async (tx) => {
      const account = await accountRules.changeable(tx.manager, context, id);
      assertVersion(account, version);
      accountRules.assertNotOwnAccount(context, account);
      await accountRules.assertSuperuserStays(tx.manager, account);
      const behalf = behalfOf(context, account, onBehalf, 'a reason and a verified identity');
      await accountLogins.endSessions(tx, account);
      const trashed = { deletedAt: context.now, purgeAt: await settings.purgeAt(tx.manager, context.now) };
      return accountChanges.write(tx, context, 'account.deleted', account, trashed, behalf);
    });
  }

  restore(context: Context, { id, version }: ParsedInputOf<'accounts.restore'>): Promise<View> {
    const { store, accountRules, accountChanges } = this.#services;
    return store.write(context, async (tx) => {
      const account = await accountRules.inTrash(tx.manager, context, id);
      assertVersion(account, version);
      const restored = { deletedAt: null, purgeAt: null };
      return accountChanges.write(tx, context, 'account.restored', account, restored);
    });
  }

  async purge(context: Context, { id, version, typedEmail }: ParsedInputOf<'accounts.purge'>): Promise<void> {
    const { store, accountRules, purge } = this.#services;
    await store.write(context, async (tx) => {
      const account = await accountRules.inTrash(tx.manager, context, id);
      assertVersion(account, version);
      if (fold(typedEmail) !== account.emailFolded) throw UserError.inField('typedEmail', 'EMAIL_DIFFERS');
      await purge.purge(tx, context, account);
    });
  }
}
