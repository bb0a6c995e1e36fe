import type { SessionView } from '../../src-shared/contract/session';
import type { DelegatePermission } from '../../src-shared/delegate-permissions';
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

/** The same for the account the session is for. Null stands for what everybody may who acts for it. */
export function useMayForAccount(permission: DelegatePermission | null): boolean {
  return useSession(({ view }) => mayForAccount(view, permission));
}

export function mayForAccount(view: SessionView | null, permission: DelegatePermission | null): boolean {
  if (!view?.account) return false;
  return permission === null || view.account.permissions.includes(permission);
}
