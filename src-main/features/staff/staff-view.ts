import type { EntityManager } from 'typeorm';
import type { RecordedValue } from '../../../src-shared/contract/activity';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { includesRights, noRights, type Rights } from '../../rights';
import type { Account, AccountsService } from '../accounts/accounts.service';
import type { LoginsService } from '../logins/logins.service';
import type { StaffRightsService } from './staff-rights.service';

/**
 * Puts together what staff accounts are made of: account, login, groups, permissions of their own. However many they
 * are, each of these is asked for once: a page of fifty with questions of its own for every line would take ten times as long.
 */
export class StaffView {
  readonly #accounts: AccountsService;
  readonly #logins: LoginsService;
  readonly #staffRights: StaffRightsService;

  constructor(accounts: AccountsService, logins: LoginsService, staffRights: StaffRightsService) {
    this.#accounts = accounts;
    this.#logins = logins;
    this.#staffRights = staffRights;
  }

  /** @param own the rights of whoever looks at them */
  async of(manager: EntityManager, accounts: readonly Account[], own: Rights): Promise<StaffMember[]> {
    if (accounts.length === 0) return [];
    const ids = accounts.map(({ id }) => id);
    const loginIds = accounts.map(({ loginId }) => loginId);
    const mustChange = await this.#logins.mustChangePassword(manager, loginIds);
    const given = await this.#staffRights.ofAccounts(manager, ids);
    const rights = await this.#accounts.rightsOfStaff(manager, accounts);
    return accounts.map((account) => ({
      id: account.publicId,
      version: account.version,
      email: account.email,
      givenName: account.givenName,
      familyName: account.familyName,
      phone: account.phone,
      isActive: account.isActive,
      isSuperuser: account.isSuperuser,
      groups: given.get(account.id)?.groups ?? [],
      permissions: given.get(account.id)?.permissions ?? [],
      mustChangePassword: mustChange.has(account.loginId),
      lastSignInAt: account.lastSignInAt,
      createdAt: account.createdAt,
      mayChange: includesRights(own, rights.get(account.id) ?? noRights),
    }));
  }
}

/** The fields of a staff account that stand in the activity. */
export function recordable(member: StaffMember): Record<string, RecordedValue> {
  return {
    email: member.email,
    givenName: member.givenName,
    familyName: member.familyName,
    phone: member.phone,
    isActive: member.isActive,
    isSuperuser: member.isSuperuser,
    groups: member.groups.map((group) => group.name),
    permissions: [...member.permissions],
  };
}
