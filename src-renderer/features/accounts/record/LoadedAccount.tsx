import type { Account } from '../../../../src-shared/contract/accounts';
import { isWrongAddress } from '../../../api/failures';
import { FailureNotice } from '../../../components/FailureNotice';
import { OnBehalfDialog } from '../../../components/on-behalf/OnBehalfDialog';
import { useOnBehalf } from '../../../components/on-behalf/useOnBehalf';
import { Page } from '../../../components/Page';
import { fullName } from '../../../components/people';
import { AccountActButtons } from './AccountActButtons';
import { AccountNotices } from './AccountNotices';
import { AccountState } from './AccountState';
import { AccountTabs } from './AccountTabs';
import { useAccountActs } from './useAccountActs';
import { useAccountRights } from './useAccountRights';
import { useRecordNews } from './useRecordNews';

interface LoadedAccountProps {
  readonly account: Account;
  readonly list: string;
  /** Why it could not be read again, as when it was deleted for good. */
  readonly failure: unknown;
}

export function LoadedAccount({ account, list, failure }: LoadedAccountProps) {
  const onBehalf = useOnBehalf(`users/${account.id}`);
  const acts = useAccountActs(account, onBehalf.ask);
  const rights = useAccountRights(account, failure !== null);
  const news = useRecordNews(account);

  return (
    <Page
      title={fullName(account)}
      description={<AccountState account={account} />}
      width="form"
      back={{ to: list, label: 'Users' }}
      actions={<AccountActButtons account={account} acts={acts} rights={rights} list={list} />}
    >
      <FailureNotice failure={failure ?? acts.failure} />
      {!isWrongAddress(failure) && <AccountNotices account={account} rights={rights} news={news} />}
      <AccountTabs account={account} acts={acts} rights={rights} news={news} ask={onBehalf.ask} list={list} />
      <OnBehalfDialog onBehalf={onBehalf} />
    </Page>
  );
}
