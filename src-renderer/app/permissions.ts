import type { SessionView } from '../../src-shared/contract/session';
import type { StaffPermission } from '../../src-shared/permissions';
import { useSession } from './session/session';

/** Whether the person signed in may do that. The main side decides anew at every call; this only spares a refusal. */
export function useMay(permission: StaffPermission): boolean {
  return useSession(({ view }) => may(view, permission));
}

export function useMayAny(permissions: readonly StaffPermission[]): boolean {
  return useSession(({ view }) => permissions.some((permission) => may(view, permission)));
}

export function may(view: SessionView | null, permission: StaffPermission): boolean {
  return view?.user?.isStaff === true && view.user.permissions.includes(permission);
}
