import type { EntityManager } from 'typeorm';
import { type StaffPermission, staffPermissions } from '../../../src-shared/permissions';
import type { Context } from '../../context';
import { rightsOf } from '../../rights';
import type { Transaction } from '../../store/write-gate';
import type { AccountRules } from '../accounts/account-rules.service';
import type { AccountsService } from '../accounts/accounts.service';
import type { GroupsService, StaffGroup } from '../groups/groups.service';

/** What a form gives somebody as staff. */
export interface WantedRights {
  readonly isSuperuser: boolean;
  /** Public ids. */
  readonly groups: readonly string[];
  readonly permissions: readonly StaffPermission[];
}

/** What somebody has as staff: groups, and permissions given one by one. */
export interface GivenRights {
  readonly groups: { readonly id: string; readonly name: string }[];
  readonly permissions: StaffPermission[];
}

/** The groups and the permissions of their own that accounts have, and who may give them. */
export class StaffRightsService {
  readonly #accounts: AccountsService;
  readonly #groups: GroupsService;
  readonly #rules: AccountRules;

  constructor(accounts: AccountsService, groups: GroupsService, rules: AccountRules) {
    this.#accounts = accounts;
    this.#groups = groups;
    this.#rules = rules;
  }

  /** However many accounts they are, each thing is asked for once. Whoever has nothing is not among the answered. */
  async ofAccounts(manager: EntityManager, ids: readonly number[]): Promise<ReadonlyMap<number, GivenRights>> {
    const groups = await this.#groups.ofAccounts(manager, ids);
    const permissions = await this.#accounts.ownPermissions(manager, ids);
    const having = new Set([...groups.keys(), ...permissions.keys()]);
    return new Map(
      [...having].map((id) => [
        id,
        {
          groups: (groups.get(id) ?? []).map(({ publicId, name }) => ({ id: publicId, name })),
          permissions: inOrderOfTheCatalogue(permissions.get(id) ?? []),
        },
      ]),
    );
  }

  /**
   * Whether all that is wanted, groups included, is the actor's to give.
   * @returns the chosen groups
   * @throws UserError UNKNOWN_GROUP in the field `groups`; BEYOND_OWN_RIGHTS in the field that gives too much
   */
  async assertMayGive(manager: EntityManager, context: Context, wanted: WantedRights): Promise<StaffGroup[]> {
    const chosen = await this.#groups.resolve(manager, wanted.groups);
    const permissions = [...wanted.permissions, ...(await this.#groups.permissionsOf(manager, chosen))];
    this.#rules.assertMayGive(context, rightsOf(wanted.isSuperuser, permissions));
    return chosen;
  }

  /** Replaces whatever the account had. */
  async give(
    tx: Transaction,
    accountId: number,
    permissions: readonly StaffPermission[],
    groups: readonly StaffGroup[],
  ): Promise<void> {
    await this.#accounts.replaceOwnPermissions(tx, accountId, permissions);
    await this.#groups.replaceOfAccount(tx, accountId, groups);
  }
}

function inOrderOfTheCatalogue(given: readonly string[]): StaffPermission[] {
  const permissions = new Set(given);
  return staffPermissions.filter((permission) => permissions.has(permission));
}
