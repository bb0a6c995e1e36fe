import type { OutputOf } from '../../../src-shared/contract';
import { type StaffPermission, staffPermissionCatalogue } from '../../../src-shared/permissions';

export type Grantable = OutputOf<'staff.grantable'>;
export type GrantableGroup = Grantable['groups'][number];

export interface GivenRights {
  readonly isSuperuser: boolean;
  readonly groups: readonly string[];
  readonly permissions: readonly StaffPermission[];
}

/** The names of the chosen groups that give a permission. */
export function groupsThatGive(
  permission: StaffPermission,
  chosen: readonly string[],
  groups: readonly GrantableGroup[],
) {
  return groups
    .filter((group) => chosen.includes(group.id) && group.permissions.includes(permission))
    .map((group) => group.name);
}

export interface EffectivePermission {
  readonly key: StaffPermission;
  readonly label: string;
  /** Where it comes from, in words. */
  readonly sources: readonly string[];
}

/** What somebody may do with these rights all in all, and what each permission comes from. */
export function effectivePermissions(rights: GivenRights, groups: readonly GrantableGroup[]): EffectivePermission[] {
  return staffPermissionCatalogue
    .map(({ key, label }) => ({ key, label, sources: sourcesOf(key, rights, groups) }))
    .filter(({ sources }) => sources.length > 0);
}

/** What somebody may do before and not after, in words. */
export function lostRights(before: GivenRights, after: GivenRights, groups: readonly GrantableGroup[]): string[] {
  const kept = new Set(effectivePermissions(after, groups).map(({ key }) => key));
  const lost = effectivePermissions(before, groups).filter(({ key }) => !kept.has(key));
  const isDemoted = before.isSuperuser && !after.isSuperuser;
  return [...(isDemoted ? ['Superuser'] : []), ...lost.map(({ label }) => label)];
}

function sourcesOf(permission: StaffPermission, rights: GivenRights, groups: readonly GrantableGroup[]): string[] {
  if (rights.isSuperuser) return ['superuser'];
  const isOwn = rights.permissions.includes(permission);
  return [...(isOwn ? ['given directly'] : []), ...groupsThatGive(permission, rights.groups, groups)];
}
