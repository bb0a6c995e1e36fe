import type { EntityManager } from 'typeorm';
import type { RecordedValue } from '../../../src-shared/contract/activity';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { staffPermissions } from '../../../src-shared/permissions';
import type { Account } from '../accounts/accounts.service';
import type { GroupsService } from '../groups/groups.service';
import type { LoginsService } from '../logins/logins.service';
import { ownPermissions } from './staff.repository';

/** Puts together what a staff account is made of: account, login, groups, permissions of its own. */
export class StaffView {
  readonly #logins: LoginsService;
  readonly #groups: GroupsService;

  constructor(logins: LoginsService, groups: GroupsService) {
    this.#logins = logins;
    this.#groups = groups;
  }

  async of(manager: EntityManager, account: Account, mayChange: boolean): Promise<StaffMember> {
    const login = await this.#logins.findById(manager, account.loginId);
    const groups = await this.#groups.ofAccount(manager, account.id);
    const given = new Set(await ownPermissions(manager, account.id));
    return {
      id: account.publicId,
      version: account.version,
      email: account.email,
      givenName: account.givenName,
      familyName: account.familyName,
      phone: account.phone,
      isActive: account.isActive,
      isSuperuser: account.isSuperuser,
      groups: groups.map(({ publicId, name }) => ({ id: publicId, name })),
      permissions: staffPermissions.filter((permission) => given.has(permission)),
      mustChangePassword: login?.mustChangePassword ?? false,
      lastSignInAt: account.lastSignInAt,
      createdAt: account.createdAt,
      mayChange,
    };
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
