import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';
import type { Grantable } from '../../staff/rights';

interface GrantableState {
  /** Whether the session may decide who is staff and what they may do. */
  readonly mayGiveRights: boolean;
  /** What it may give; undefined until that is known, and for whoever may give nothing. */
  readonly grantable: Grantable | undefined;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** The rights that whoever is signed in may give to others. */
export function useGrantable(): GrantableState {
  const mayManage = useMay('staff.manage');
  const maySee = useMay('staff.view');
  const mayGiveRights = mayManage && maySee;
  const { data, isLoading, error, refetch } = useRead('staff.grantable', {}, { isEnabled: mayGiveRights });
  return { mayGiveRights, grantable: mayGiveRights ? data : undefined, isLoading, error, refetch };
}
