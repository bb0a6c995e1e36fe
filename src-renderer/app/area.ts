import { useLocation } from 'react-router';
import { useSession } from './session/session';

/** The two places to work in: that of the staff, and one's own account or the one somebody acts for. */
export type Area = 'back-office' | 'my-account';

export const ownPath = '/my-account';

/** Staff are where the address says; everybody else has one place. */
export function useArea(): Area {
  const isStaff = useSession(({ view }) => view?.user?.isStaff === true);
  const { pathname } = useLocation();
  const isBelowOwn = pathname === ownPath || pathname.startsWith(`${ownPath}/`);
  return isStaff && !isBelowOwn ? 'back-office' : 'my-account';
}
