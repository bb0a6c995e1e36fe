import { Button } from '@mui/material';
import { useState } from 'react';
import type { Account } from '../../../../src-shared/contract/accounts';
import { ActionButton } from '../../../components/ActionButton';
import { PurgeDialog } from './PurgeDialog';
import type { AccountActs } from './useAccountActs';
import type { AccountRights } from './useAccountRights';

interface AccountActButtonsProps {
  readonly account: Account;
  readonly acts: AccountActs;
  readonly rights: AccountRights;
  readonly list: string;
}

/** What can be done with the account as a whole, where it stands. */
export function AccountActButtons({ account, acts, rights, list }: AccountActButtonsProps) {
  const [isPurging, setIsPurging] = useState(false);
  const { running, run } = acts;

  if (account.status === 'trash') {
    return (
      <>
        {rights.mayManage && (
          <ActionButton variant="contained" isRunning={running === 'restore'} onClick={() => run('restore')}>
            Restore
          </ActionButton>
        )}
        {rights.mayPurge && (
          <Button variant="outlined" color="error" onClick={() => setIsPurging(true)}>
            Delete for good
          </Button>
        )}
        {isPurging && <PurgeDialog account={account} list={list} onClose={() => setIsPurging(false)} />}
      </>
    );
  }
  if (!rights.mayManage || rights.isOwn) return null;
  return (
    <>
      {account.isActive ? (
        <ActionButton
          variant="outlined"
          color="inherit"
          isRunning={running === 'deactivate'}
          onClick={() => run('deactivate')}
        >
          Deactivate
        </ActionButton>
      ) : (
        <ActionButton
          variant="outlined"
          color="inherit"
          isRunning={running === 'activate'}
          onClick={() => run('activate')}
        >
          Activate
        </ActionButton>
      )}
      <ActionButton variant="outlined" color="error" isRunning={running === 'delete'} onClick={() => run('delete')}>
        Delete
      </ActionButton>
    </>
  );
}
