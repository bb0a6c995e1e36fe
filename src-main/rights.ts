import type { DelegatePermission } from '../src-shared/delegate-permissions';
import { type StaffPermission, staffPermissions } from '../src-shared/permissions';

/** What a person may do as staff, groups included. */
export interface Rights {
  readonly isSuperuser: boolean;
  readonly permissions: ReadonlySet<StaffPermission>;
}

export const noRights: Rights = { isSuperuser: false, permissions: new Set() };

export function rightsOf(isSuperuser: boolean, permissions: Iterable<string>): Rights {
  const given = new Set(permissions);
  // Walking the catalogue and not what is given: a permission that another version wrote gives nothing here.
  return { isSuperuser, permissions: new Set(staffPermissions.filter((one) => isSuperuser || given.has(one))) };
}

export function mayDo(rights: Rights, permission: StaffPermission): boolean {
  return rights.isSuperuser || rights.permissions.has(permission);
}

/** What a person may do for the account they act for: its holder everything, anybody else what they were given. */
export function mayDoForAccount(
  { delegate }: { readonly delegate: { readonly permissions: ReadonlySet<DelegatePermission> } | null },
  permission: DelegatePermission,
): boolean {
  return delegate === null || delegate.permissions.has(permission);
}

/** Whether who has `own` may act on somebody's rights or way in: only if everything the other has is theirs too. */
export function includesRights(own: Rights, other: Rights): boolean {
  if (own.isSuperuser) return true;
  return !other.isSuperuser && other.permissions.isSubsetOf(own.permissions);
}
