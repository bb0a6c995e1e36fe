import type { EntityManager } from 'typeorm';
import type { AccountRow, Account as View } from '../../../src-shared/contract/accounts';
import type { RecordedValue } from '../../../src-shared/contract/activity';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { includesRights } from '../../rights';
import type { LoginsService } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { ProfilesService } from '../profiles/profiles.service';
import type { StaffRightsService } from '../staff/staff-rights.service';
import { type Account, type AccountsService, statusOf } from './accounts.service';

export interface AccountViewServices {
  readonly accounts: AccountsService;
  readonly logins: LoginsService;
  readonly waits: SignInWaits;
  readonly staffRights: StaffRightsService;
  readonly profiles: ProfilesService;
}

/** As much of an account as a line of a list shows. */
export type ListedAccount = Pick<
  Account,
  | 'id'
  | 'publicId'
  | 'email'
  | 'givenName'
  | 'familyName'
  | 'phone'
  | 'isActive'
  | 'isStaff'
  | 'access'
  | 'lastSignInAt'
  | 'deletedAt'
  | 'createdAt'
>;

/** Puts an account together: everything of its first tab, each thing asked for once. */
export class AccountView {
  readonly #services: AccountViewServices;

  constructor(services: AccountViewServices) {
    this.#services = services;
  }

  /** @throws UserError NOT_FOUND */
  async of(manager: EntityManager, context: Context, account: Account): Promise<View> {
    const { accounts, staffRights, profiles } = this.#services;
    const given = account.isStaff ? (await staffRights.ofAccounts(manager, [account.id])).get(account.id) : undefined;
    const rights = await accounts.rightsOf(manager, account);
    return {
      id: account.publicId,
      version: account.version,
      email: account.email,
      givenName: account.givenName,
      familyName: account.familyName,
      phone: account.phone,
      notes: account.notes,
      status: statusOf(account),
      isActive: account.isActive,
      isStaff: account.isStaff,
      isSuperuser: account.isSuperuser,
      groups: given?.groups ?? [],
      permissions: given?.permissions ?? [],
      profiles: (await profiles.ofAccounts(manager, [account.id])).get(account.id) ?? [],
      login: await this.#wayIn(manager, account, context.now),
      lastSignInAt: account.lastSignInAt,
      createdAt: account.createdAt,
      updatedAt: account.updatedAt,
      deletedAt: account.deletedAt,
      purgeAt: account.purgeAt,
      mayChange: includesRights(actorOf(context).rights, rights),
    };
  }

  /** Lines of a list, in the order of the accounts. */
  async rows(manager: EntityManager, accounts: readonly ListedAccount[]): Promise<AccountRow[]> {
    const ids = accounts.map(({ id }) => id);
    const types = await this.#services.profiles.typesOfAccounts(manager, ids);
    return accounts.map((account) => ({
      id: account.publicId,
      email: account.email,
      givenName: account.givenName,
      familyName: account.familyName,
      phone: account.phone,
      status: statusOf(account),
      isStaff: account.isStaff,
      profiles: (types.get(account.id) ?? []).map(({ typeId, name, color }) => ({ typeId, name, color })),
      lastSignInAt: account.lastSignInAt,
      createdAt: account.createdAt,
    }));
  }

  async #wayIn(manager: EntityManager, { loginId }: Account, now: number): Promise<View['login']> {
    const { logins, waits } = this.#services;
    const login = await logins.findById(manager, loginId);
    // What is read is no transaction: the account may have been purged since it was found.
    if (!login) throw new UserError('NOT_FOUND');
    const { mustChangePassword, passwordSetAt, passwordExpiresAt } = login;
    const lockedUntil = await waits.lockedUntil(manager, login, now);
    return { mustChangePassword, passwordSetAt, passwordExpiresAt, lockedUntil };
  }
}

/** The fields of an account that stand in the activity. */
export function recordable(account: View): Record<string, RecordedValue> {
  const { email, givenName, familyName, phone, notes, isActive, isStaff, isSuperuser } = account;
  const groups = account.groups.map(({ name }) => name);
  const permissions = [...account.permissions];
  return { email, givenName, familyName, phone, notes, isActive, isStaff, isSuperuser, groups, permissions };
}
