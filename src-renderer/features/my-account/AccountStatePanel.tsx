import { Box, Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { OutputOf } from '../../../src-shared/contract';
import { formatNumber } from '../../components/numbers';
import { Panel } from '../../components/Panel';
import { RelativeTime } from '../../components/RelativeTime';
import { formatDate } from '../../components/times';
import { AccountStatusChip } from '../accounts/AccountStatusChip';

export type Overview = OutputOf<'myAccount.overview'>;

interface AccountStatePanelProps {
  readonly overview: Overview;
  readonly isOwn: boolean;
}

/** How it stands with the account, in a few facts. */
export function AccountStatePanel({ overview, isOwn }: AccountStatePanelProps) {
  const { status, createdAt, lastSignInAt, authorizedUsers, profileCount } = overview;
  return (
    <Panel title={isOwn ? 'Your account' : 'The account'}>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(124px, 100%), 1fr))',
          gap: 2,
          m: 0,
          '& dt': { color: 'text.secondary', typography: 'body2', mb: 0.25 },
          '& dd': { m: 0, typography: 'body1', overflowWrap: 'anywhere' },
        }}
      >
        <Fact name="Status">
          <AccountStatusChip status={status} />
        </Fact>
        <Fact name="Member since">{formatDate(createdAt)}</Fact>
        <Fact name={isOwn ? 'Last sign-in' : 'Holder’s last sign-in'}>
          {lastSignInAt === null ? 'Never' : <RelativeTime instant={lastSignInAt} />}
        </Fact>
        {authorizedUsers && (
          <Fact name="Authorized users">
            <Link component={RouterLink} to="/my-account/authorized-users">
              {countOf(authorizedUsers)}
            </Link>
          </Fact>
        )}
        {profileCount !== null && (
          <Fact name="Profiles">
            <Link component={RouterLink} to="/my-account/account">
              {profileCount === 0 ? 'None' : formatNumber(profileCount)}
            </Link>
          </Fact>
        )}
      </Box>
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "12, 3 with a login". */
function countOf({ all, withLogin }: NonNullable<Overview['authorizedUsers']>): string {
  if (all === 0) return 'None';
  if (withLogin === 0) return `${formatNumber(all)}, without a login`;
  const howMany = withLogin < all ? `${formatNumber(withLogin)} ` : all > 1 ? 'all ' : '';
  return `${formatNumber(all)}, ${howMany}with a login`;
}
