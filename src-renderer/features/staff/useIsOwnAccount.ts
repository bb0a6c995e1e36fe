import type { StaffMember } from '../../../src-shared/contract/staff';
import { useSession } from '../../app/session/session';

export function useIsOwnAccount(member: StaffMember): boolean {
  return useSession((state) => state.view?.user?.id === member.id);
}
