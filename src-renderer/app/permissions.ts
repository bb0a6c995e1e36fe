import type { StaffPermission } from '../../src-shared/permissions';
import { useSession } from './session/session';

/** Whether the person signed in may do that. The main side decides anew at every call; this only spares a refusal. */
export function useMay(permission: StaffPermission): boolean {
  return useSession((state) => mayOf(state.view?.user ?? null, permission));
}

export function mayOf(
  user: { readonly isStaff: boolean; readonly permissions: readonly StaffPermission[] } | null,
  permission: StaffPermission,
): boolean {
  return user?.isStaff === true && user.permissions.includes(permission);
}
