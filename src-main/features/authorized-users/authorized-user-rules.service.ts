import type { EntityManager } from 'typeorm';
import type { Procedure } from '../../../src-shared/contract/define';
import type { OnBehalf } from '../../../src-shared/contract/shapes';
import { effectiveDelegatePermissions } from '../../../src-shared/delegate-permissions';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { mayDo, mayDoForAccount } from '../../rights';
import { type AccountRules, isOwn } from '../accounts/account-rules.service';
import { type Account, type AccountsService, isPurged } from '../accounts/accounts.service';
import { type Asked, type Behalf, behalfOf } from '../accounts/on-behalf.service';
import type { AuthorizedUser, AuthorizedUsersService } from './authorized-users.service';

/**
 * Whose authorized users somebody has to do with. `office`: those of any account that staff may change. `own account`:
 * those of the account the session is for and of no other, of which the holder may do everything, and a delegate no
 * more than they were given.
 */
export type Scope = Procedure['scope'];

/** An authorized user, and the account they act for. */
export interface Found {
  readonly person: AuthorizedUser;
  readonly account: Account;
}

/** The permissions that somebody has to give. */
export type Givable = ReadonlySet<string> | 'everything';

export interface AuthorizedUserRulesServices {
  readonly accounts: AccountsService;
  readonly accountRules: AccountRules;
  readonly authorizedUsers: AuthorizedUsersService;
}

/** Who may do what with authorized users. Whatever is done to one of them asks here first. */
export class AuthorizedUserRules {
  readonly #services: AuthorizedUserRulesServices;

  constructor(services: AuthorizedUserRulesServices) {
    this.#services = services;
  }

  /** Somebody to look at. @throws UserError NOT_FOUND, also for those of accounts that are not one's own */
  async found(manager: EntityManager, context: Context, scope: Scope, publicId: string): Promise<Found> {
    const { accounts, authorizedUsers } = this.#services;
    const person = await authorizedUsers.find(manager, publicId, context.now);
    const [account] = person ? await accounts.byIds(manager, [person.accountId]) : [];
    if (!person || !account || isPurged(account, context.now)) throw new UserError('NOT_FOUND');
    if (scope === 'own account' && account.id !== actorOf(context).accountId) throw new UserError('NOT_FOUND');
    return { person, account };
  }

  /** @throws UserError NOT_FOUND, BEYOND_OWN_RIGHTS, OWN_ENTRY, BEYOND_OWN_PERMISSIONS, IN_TRASH */
  async changeable(manager: EntityManager, context: Context, scope: Scope, publicId: string): Promise<Found> {
    const found = await this.#mayChange(manager, context, scope, publicId);
    if (found.account.deletedAt !== null || found.person.deletedAt !== null) throw new UserError('IN_TRASH');
    return found;
  }

  /** @throws UserError NOT_FOUND, BEYOND_OWN_RIGHTS, OWN_ENTRY, BEYOND_OWN_PERMISSIONS, IN_TRASH, NOT_IN_TRASH */
  async inTrash(manager: EntityManager, context: Context, scope: Scope, publicId: string): Promise<Found> {
    const found = await this.#mayChange(manager, context, scope, publicId);
    if (found.account.deletedAt !== null) throw new UserError('IN_TRASH');
    if (found.person.deletedAt === null) throw new UserError('NOT_IN_TRASH');
    return found;
  }

  /** The account that somebody is added to. @throws UserError NOT_FOUND, BEYOND_OWN_RIGHTS, IN_TRASH */
  async accountToAddTo(manager: EntityManager, context: Context, publicId: string | null): Promise<Account> {
    const { accounts, accountRules } = this.#services;
    if (publicId !== null) return accountRules.changeable(manager, context, publicId);
    const [own] = await accounts.byIds(manager, [actorOf(context).accountId]);
    if (!own) throw new UserError('NOT_FOUND');
    return own;
  }

  /** A holder and the office have everything to give, and a delegate what was ticked for them. */
  async givable(manager: EntityManager, context: Context): Promise<Givable> {
    const { delegate } = actorOf(context);
    if (delegate === null) return 'everything';
    const ticked = await this.#services.authorizedUsers.tickedOfOne(manager, delegate.id);
    return new Set([...ticked, ...effectiveDelegatePermissions(ticked)]);
  }

  /** @throws UserError BEYOND_OWN_PERMISSIONS in the field `permissions` where something is added that one has not */
  assertMayGive(givable: Givable, before: readonly string[], wanted: readonly string[]): void {
    const added = wanted.filter((permission) => !before.includes(permission));
    if (!includes(givable, added)) throw UserError.inField('permissions', 'BEYOND_OWN_PERMISSIONS');
  }

  /** Whether who asks might change somebody, as far as it lies with their rights. */
  async mayChange(manager: EntityManager, context: Context, { person, account }: Found): Promise<boolean> {
    const actor = actorOf(context);
    if (actor.accountId === account.id && !mayDoForAccount(actor, 'authorized-users.manage')) return false;
    if (actor.accountId !== account.id && !mayDo(actor.rights, 'accounts.manage')) return false;
    try {
      await this.#assertMayChange(manager, context, { person, account });
      return true;
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  }

  /**
   * Whose wish an act is. The account it is done for is always named, unless its own holder does it.
   * @throws UserError REASON_NEEDED, IDENTITY_NOT_VERIFIED
   */
  behalf(context: Context, account: Account, given: OnBehalf | undefined, asked: Asked): Behalf {
    if (isOwn(context, account)) return {};
    if (actorOf(context).delegate !== null) return { onBehalfOf: account.id };
    return { onBehalfOf: account.id, ...behalfOf(context, account, given, asked) };
  }

  async #mayChange(manager: EntityManager, context: Context, scope: Scope, publicId: string): Promise<Found> {
    const found = await this.found(manager, context, scope, publicId);
    await this.#assertMayChange(manager, context, found);
    return found;
  }

  async #assertMayChange(manager: EntityManager, context: Context, { person, account }: Found): Promise<void> {
    const { accountRules, authorizedUsers } = this.#services;
    const { delegate } = actorOf(context);
    if (delegate === null) return accountRules.assertMayChange(manager, context, account);
    if (delegate.id === person.id) throw new UserError('OWN_ENTRY');
    const theirs = await authorizedUsers.tickedOfOne(manager, person.id);
    // Also what has no effect as long as there is no login: whoever may change somebody may give them one.
    const givable = await this.givable(manager, context);
    if (!includes(givable, [...theirs, ...effectiveDelegatePermissions(theirs)])) {
      throw new UserError('BEYOND_OWN_PERMISSIONS');
    }
  }
}

function includes(givable: Givable, permissions: readonly string[]): boolean {
  return givable === 'everything' || permissions.every((permission) => givable.has(permission));
}
