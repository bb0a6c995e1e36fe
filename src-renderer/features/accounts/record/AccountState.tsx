import { Box, Chip } from '@mui/material';
import type { Account } from '../../../../src-shared/contract/accounts';
import { RelativeTime } from '../../../components/RelativeTime';
import { formatDate } from '../../../components/times';
import { useNow } from '../../../components/useNow';
import { AccountStatusChip } from '../AccountStatusChip';

/** In one line under the name: whether the person can sign in, and when they last did. */
export function AccountState({ account }: { readonly account: Account }) {
  const { status, isStaff, isSuperuser, lastSignInAt, createdAt, login } = account;
  const now = useNow();
  const isLocked = login.lockedUntil !== null && login.lockedUntil > now;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}>
      <AccountStatusChip status={status} />
      {isStaff && <Chip label={isSuperuser ? 'Superuser' : 'Staff'} variant="outlined" color="primary" />}
      {isLocked && <Chip label="Locked" variant="outlined" color="error" />}
      <span>
        {lastSignInAt === null ? (
          'Never signed in'
        ) : (
          <>
            Last signed in <RelativeTime instant={lastSignInAt} />
          </>
        )}
        {' · '}Added on {formatDate(createdAt)}
        {login.mustChangePassword && ' · Must choose a password at the next sign-in'}
      </span>
    </Box>
  );
}
