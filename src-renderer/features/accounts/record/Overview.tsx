import { FailureNotice } from '../../../components/FailureNotice';
import { LoadingState } from '../../../components/LoadingState';
import { useGrantable } from '../form/useGrantable';
import { AccountEditor } from './AccountEditor';
import { AccountFacts } from './AccountFacts';
import type { AccountTabsProps } from './AccountTabs';

/** The account's own fields: to change, or only to read for whoever may not. */
export function Overview(props: AccountTabsProps) {
  const { mayGiveRights, grantable, isLoading, error, refetch } = useGrantable();
  const { account, rights } = props;
  if (!rights.isEditable && account.status !== 'trash') return <AccountFacts account={account} />;
  if (isLoading) return <LoadingState />;
  return (
    <>
      <FailureNotice failure={error} onRetry={() => void refetch()} />
      {(grantable || !mayGiveRights) && <AccountEditor {...props} grantable={grantable} />}
    </>
  );
}
