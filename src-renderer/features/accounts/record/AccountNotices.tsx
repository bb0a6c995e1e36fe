import { Alert, Stack } from '@mui/material';
import type { Account } from '../../../../src-shared/contract/accounts';
import { useMay } from '../../../app/permissions';
import { fullName } from '../../../components/people';
import { formatDate } from '../../../components/times';
import { AwaitingApproval } from '../../moderation/AwaitingApproval';
import type { News } from './news';
import type { AccountRights } from './useAccountRights';
import type { RecordNews } from './useRecordNews';

const newsWords: Readonly<Record<News, string>> = {
  deleted: 'Somebody else has put this account into the trash meanwhile.',
  restored: 'Somebody else has restored this account from the trash meanwhile.',
  deactivated: 'Somebody else has deactivated this account meanwhile.',
  activated: 'Somebody else has activated this account meanwhile.',
  changed: 'Somebody else has changed this account meanwhile.',
};

interface AccountNoticesProps {
  readonly account: Account;
  readonly rights: AccountRights;
  readonly news: RecordNews;
}

/** What is to be known before anything is done with the account. */
export function AccountNotices({ account, rights, news }: AccountNoticesProps) {
  const mayManageAny = useMay('accounts.manage');
  const isInTrash = account.status === 'trash';
  return (
    <Stack sx={{ '& .MuiAlert-root': { mb: 2 } }}>
      {/* It is always there, so that what appears in it is read out. */}
      <div role="status">
        {news.news && (
          <Alert severity="warning" onClose={news.dismiss}>
            {newsWords[news.news]}
          </Alert>
        )}
      </div>
      {isInTrash && account.purgeAt !== null && (
        <Alert severity="warning">
          This account is in the trash. On {formatDate(account.purgeAt)} it is deleted for good by itself; until then it
          can be restored.
        </Alert>
      )}
      {account.status === 'awaiting-approval' && <AwaitingApproval accountId={account.id} />}
      {mayManageAny && !account.mayChange && (
        <Alert severity="info">
          {fullName(account)} may do more than you. Only somebody with at least the same rights can change this account.
        </Alert>
      )}
      {rights.isOwn && (
        <Alert severity="info">
          This is your own account. You change your password in the user menu; to deactivate or delete the account, ask
          a colleague.
        </Alert>
      )}
    </Stack>
  );
}
