import type { ParsedInputOf } from '../../../src-shared/contract';
import type { AuthorizedUser as View } from '../../../src-shared/contract/authorized-users';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Store } from '../../store/store';
import type { AccountRules } from '../accounts/account-rules.service';
import { assertVersion } from '../accounts/accounts.service';
import type { LoginsService } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { SettingsService } from '../settings/settings.service';
import type { AuthorizedUserChanges } from './authorized-user-changes';
import type { AuthorizedUserRules, Scope } from './authorized-user-rules.service';
import type { AuthorizedUserView } from './authorized-user-view';

export interface AuthorizedUserActsServices {
  readonly store: Store;
  readonly accountRules: AccountRules;
  readonly authorizedUserChanges: AuthorizedUserChanges;
  readonly authorizedUserRules: AuthorizedUserRules;
  readonly authorizedUserView: AuthorizedUserView;
  readonly logins: LoginsService;
  readonly waits: SignInWaits;
  readonly settings: SettingsService;
}

/** What is done with an authorized user as a whole. */
export class AuthorizedUserActs {
  readonly #services: AuthorizedUserActsServices;

  constructor(services: AuthorizedUserActsServices) {
    this.#services = services;
  }

  /** By the office alone. @throws UserError NO_LOGIN */
  liftLock(context: Context, { id }: ParsedInputOf<'authorizedUsers.liftLock'>): Promise<View> {
    const { store, accountRules, authorizedUserRules, authorizedUserView, authorizedUserChanges } = this.#services;
    const { logins, waits } = this.#services;
    return store.write(context, async (tx) => {
      const scope = 'office';
      const found = await authorizedUserRules.changeable(tx.manager, context, scope, id);
      const { loginId, isLoginEnabled } = found.person;
      const login = loginId === null || !isLoginEnabled ? null : await logins.findById(tx.manager, loginId);
      if (!login) throw new UserError('NO_LOGIN');
      await accountRules.assertMayActOnLogin(tx.manager, context, login.id);
      const before = await authorizedUserView.of(tx.manager, context, scope, found);
      if (before.login?.lockedUntil === null) return before;
      await waits.clear(tx, login);
      const behalf = authorizedUserRules.behalf(context, found.account, undefined, 'nothing');
      const change = { act: 'authorized-user.lock-lifted', scope, behalf } as const;
      return authorizedUserChanges.recorded(tx, context, change, before, found);
    });
  }

  /** Into the trash. The username stays reserved, so that everything can be given back. */
  delete(
    context: Context,
    scope: Scope,
    { id, version, onBehalf }: ParsedInputOf<'authorizedUsers.delete'>,
  ): Promise<View> {
    const { store, authorizedUserRules, authorizedUserChanges, settings } = this.#services;
    return store.write(context, async (tx) => {
      const found = await authorizedUserRules.changeable(tx.manager, context, scope, id);
      assertVersion(found.person, version);
      const asked = 'a reason and a verified identity';
      const behalf = authorizedUserRules.behalf(context, found.account, onBehalf, asked);
      const purgeAt = await settings.purgeAt(tx.manager, context.now);
      // Sessions that have not been heard of until the person is restored must not go on then.
      const trashed = { deletedAt: context.now, purgeAt, epoch: found.person.epoch + 1 };
      const change = { act: 'authorized-user.deleted', scope, behalf } as const;
      return authorizedUserChanges.write(tx, context, change, found, trashed);
    });
  }

  restore(context: Context, scope: Scope, { id, version }: ParsedInputOf<'authorizedUsers.restore'>): Promise<View> {
    const { store, authorizedUserRules, authorizedUserChanges } = this.#services;
    return store.write(context, async (tx) => {
      const found = await authorizedUserRules.inTrash(tx.manager, context, scope, id);
      assertVersion(found.person, version);
      const behalf = authorizedUserRules.behalf(context, found.account, undefined, 'nothing');
      const change = { act: 'authorized-user.restored', scope, behalf } as const;
      return authorizedUserChanges.write(tx, context, change, found, { deletedAt: null, purgeAt: null });
    });
  }
}
