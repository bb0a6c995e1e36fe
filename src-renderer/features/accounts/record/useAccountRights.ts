import type { Account } from '../../../../src-shared/contract/accounts';
import { useMay } from '../../../app/permissions';
import { useIsOwnAccount } from '../../staff/useIsOwnAccount';

export interface AccountRights {
  readonly mayManage: boolean;
  readonly mayPurge: boolean;
  readonly isOwn: boolean;
  /** Whether its fields can be changed at this moment. */
  readonly isEditable: boolean;
}

/** What whoever is signed in may do with an account as it stands; nothing with one that is gone for good. */
export function useAccountRights(account: Account, isGone: boolean): AccountRights {
  const mayManage = useMay('accounts.manage');
  const mayPurge = useMay('accounts.purge');
  const isOwn = useIsOwnAccount(account);
  const mayTouch = account.mayChange && !isGone;
  return {
    mayManage: mayManage && mayTouch,
    mayPurge: mayPurge && mayTouch,
    isOwn,
    isEditable: mayManage && mayTouch && account.status !== 'trash',
  };
}
