import type { EntityManager } from 'typeorm';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { includesRights, type Rights } from '../../rights';
import type { Account, AccountsService } from '../accounts/accounts.service';

/** Who may do what to whom. Every act on a staff account's rights or way in asks here first. */
export class StaffRules {
  readonly #accounts: AccountsService;

  constructor(accounts: AccountsService) {
    this.#accounts = accounts;
  }

  /** @throws UserError BEYOND_OWN_RIGHTS */
  async assertMayChange(manager: EntityManager, context: Context, account: Account): Promise<void> {
    const rights = await this.#accounts.rightsOf(manager, account);
    if (!includesRights(actorOf(context).rights, rights)) throw new UserError('BEYOND_OWN_RIGHTS');
  }

  /** @throws UserError BEYOND_OWN_RIGHTS in the field that gives too much */
  assertMayGive(context: Context, rights: Rights): void {
    if (includesRights(actorOf(context).rights, rights)) return;
    throw UserError.inField(rights.isSuperuser ? 'isSuperuser' : 'permissions', 'BEYOND_OWN_RIGHTS');
  }

  /** @throws UserError OWN_ACCOUNT */
  assertNotOwnAccount(context: Context, account: Account): void {
    if (account.id === actorOf(context).accountId) throw new UserError('OWN_ACCOUNT');
  }

  /** @throws UserError LAST_SUPERUSER when the account would stop being an active superuser and no other is left */
  async assertSuperuserStays(manager: EntityManager, account: Account): Promise<void> {
    if (!account.isSuperuser || !account.isActive) return;
    if ((await this.#accounts.countActiveSuperusers(manager)) <= 1) throw new UserError('LAST_SUPERUSER');
  }
}
