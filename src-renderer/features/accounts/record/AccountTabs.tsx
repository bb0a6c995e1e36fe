import { Box, Tab, Tabs } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { Account } from '../../../../src-shared/contract/accounts';
import type { AskOnBehalf } from '../../../components/on-behalf/useOnBehalf';
import { AccountAuthorizedUsers } from '../../authorized-users/office/AccountAuthorizedUsers';
import { ProfilesPanel } from '../../profiles/ProfilesPanel';
import { AccountActivity } from './AccountActivity';
import { Overview } from './Overview';
import { SecurityTab } from './security/SecurityTab';
import type { AccountActs } from './useAccountActs';
import type { AccountRights } from './useAccountRights';
import type { RecordNews } from './useRecordNews';

const tabs = [
  { name: 'overview', label: 'Overview' },
  { name: 'profiles', label: 'Profiles' },
  { name: 'authorized-users', label: 'Authorized users' },
  { name: 'security', label: 'Login & security' },
  { name: 'activity', label: 'Activity' },
] as const;
type TabName = (typeof tabs)[number]['name'];

export interface AccountTabsProps {
  readonly account: Account;
  readonly acts: AccountActs;
  readonly rights: AccountRights;
  readonly news: RecordNews;
  readonly ask: AskOnBehalf;
  readonly list: string;
}

/** The record by its tabs, of which the address names one. A tab that was shown keeps what was typed in it. */
export function AccountTabs(props: AccountTabsProps) {
  const { account, rights, ask } = props;
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const current = tabs.find(({ name }) => name === params.get('tab'))?.name ?? 'overview';
  const [shown, setShown] = useState<ReadonlySet<TabName>>(new Set([current]));
  if (!shown.has(current)) setShown(new Set([...shown, current]));

  const panels: Readonly<Record<TabName, () => ReactNode>> = {
    overview: () => <Overview {...props} />,
    profiles: () => <ProfilesPanel account={account} />,
    'authorized-users': () => <AccountAuthorizedUsers account={account} isEditable={rights.isEditable} ask={ask} />,
    security: () => <SecurityTab {...props} />,
    activity: () => <AccountActivity id={account.id} />,
  };

  return (
    <>
      <Tabs
        value={current}
        onChange={(_, chosen: TabName) =>
          setParams(chosen === 'overview' ? {} : { tab: chosen }, { replace: true, state })
        }
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label="Parts of the record"
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider', flex: 'none' }}
      >
        {tabs.map(({ name, label }) => (
          <Tab key={name} value={name} label={label} id={`tab-${name}`} aria-controls={`panel-${name}`} />
        ))}
      </Tabs>
      {tabs.map(({ name }) => (
        <Box
          key={name}
          role="tabpanel"
          id={`panel-${name}`}
          aria-labelledby={`tab-${name}`}
          hidden={name !== current}
          sx={{ minWidth: 0 }}
        >
          {shown.has(name) && panels[name]()}
        </Box>
      ))}
    </>
  );
}
