import { Box, Chip } from '@mui/material';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { RelativeTime } from '../../components/RelativeTime';
import { formatDate } from '../../components/times';
import { StatusChip } from './StatusChip';

/** In one line under the name: whether the person can sign in, and when they last did. */
export function StaffState({ member }: { readonly member: StaffMember }) {
  const { isActive, isSuperuser, lastSignInAt, createdAt, mustChangePassword } = member;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}>
      <StatusChip isActive={isActive} />
      {isSuperuser && <Chip label="Superuser" variant="outlined" color="primary" />}
      <span>
        {lastSignInAt === null ? (
          'Never signed in'
        ) : (
          <>
            Last signed in <RelativeTime instant={lastSignInAt} />
          </>
        )}
        {' · '}Added on {formatDate(createdAt)}
        {mustChangePassword && ' · Must choose a password at the next sign-in'}
      </span>
    </Box>
  );
}
