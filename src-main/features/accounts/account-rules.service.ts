import type { EntityManager } from 'typeorm';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { includesRights, type Rights } from '../../rights';
import type { AuthorizedUsersService } from '../authorized-users/authorized-users.service';
import type { Account, AccountsService } from './accounts.service';

/** Who may do what to whom. Every act on an account's rights, way in or records asks here first. */
export class AccountRules {
  readonly #accounts: AccountsService;
  readonly #authorizedUsers: AuthorizedUsersService;

  constructor(accounts: AccountsService, authorizedUsers: AuthorizedUsersService) {
    this.#accounts = accounts;
    this.#authorizedUsers = authorizedUsers;
  }

  /** The account, if it is there to be changed by who asks. @throws UserError NOT_FOUND, BEYOND_OWN_RIGHTS, IN_TRASH */
  async changeable(manager: EntityManager, context: Context, publicId: string): Promise<Account> {
    const account = await this.#mayChange(manager, context, publicId);
    if (account.deletedAt !== null) throw new UserError('IN_TRASH');
    return account;
  }

  /** The account in the trash. @throws UserError NOT_FOUND, BEYOND_OWN_RIGHTS, NOT_IN_TRASH */
  async inTrash(manager: EntityManager, context: Context, publicId: string): Promise<Account> {
    const account = await this.#mayChange(manager, context, publicId);
    if (account.deletedAt === null) throw new UserError('NOT_IN_TRASH');
    return account;
  }

  /** @throws UserError BEYOND_OWN_RIGHTS */
  async assertMayChange(manager: EntityManager, context: Context, account: Account): Promise<void> {
    const rights = await this.#accounts.rightsOf(manager, account);
    if (!includesRights(actorOf(context).rights, rights)) throw new UserError('BEYOND_OWN_RIGHTS');
  }

  /**
   * Whose way in is changed by a login has to be somebody whose rights do not go beyond the actor's: the account it
   * belongs to, and every account for which somebody acts by it.
   * @throws UserError BEYOND_OWN_RIGHTS
   */
  async assertMayActOnLogin(manager: EntityManager, context: Context, loginId: number): Promise<void> {
    const own = await this.#accounts.findByLogin(manager, loginId, context.now);
    const actedFor = (await this.#authorizedUsers.ofLogin(manager, loginId)).map(({ accountId }) => accountId);
    for (const account of [...(own ? [own] : []), ...(await this.#accounts.byIds(manager, actedFor))]) {
      await this.assertMayChange(manager, context, account);
    }
  }

  /** @throws UserError BEYOND_OWN_RIGHTS in the field that gives too much */
  assertMayGive(context: Context, rights: Rights): void {
    if (includesRights(actorOf(context).rights, rights)) return;
    throw UserError.inField(rights.isSuperuser ? 'isSuperuser' : 'permissions', 'BEYOND_OWN_RIGHTS');
  }

  /** @throws UserError OWN_ACCOUNT */
  assertNotOwnAccount(context: Context, account: Account): void {
    if (isOwn(context, account)) throw new UserError('OWN_ACCOUNT');
  }

  /** @throws UserError LAST_SUPERUSER when the account would stop being an active superuser and no other is left */
  async assertSuperuserStays(manager: EntityManager, account: Account): Promise<void> {
    if (!account.isSuperuser || !account.isActive) return;
    if ((await this.#accounts.countActiveSuperusers(manager)) <= 1) throw new UserError('LAST_SUPERUSER');
  }

  async #mayChange(manager: EntityManager, context: Context, publicId: string): Promise<Account> {
    const account = await this.#accounts.find(manager, publicId, context.now);
    if (!account) throw new UserError('NOT_FOUND');
    await this.assertMayChange(manager, context, account);
    return account;
  }
}

/** Whether who asks is the account's holder; who acts for it as its authorized user is not. */
export function isOwn(context: Context, account: Account): boolean {
  const { accountId, delegate } = actorOf(context);
  return delegate === null && account.id === accountId;
}
