import { Box, Link } from '@mui/material';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { OutputOf } from '../../../../src-shared/contract';
import { NameValueList } from '../../../components/NameValueList';
import { fullName } from '../../../components/people';
import { formatDate, formatDateAndTime } from '../../../components/times';
import { AccountStatusChip } from '../AccountStatusChip';
import { ProfileChips } from '../list/ProfileChips';

type Duplicate = OutputOf<'accounts.duplicates'>['rows'][number];

const reasonWords = { name: 'same name', phone: 'same phone' } as const;

/** Somebody who may be the same person; its facts unfold here, so that what was typed stays where it is. */
export function DuplicateEntry({ row }: { readonly row: Duplicate }) {
  const [isOpen, setIsOpen] = useState(false);
  const factsId = useId();
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      <Link
        component="button"
        type="button"
        variant="body2"
        underline="always"
        aria-expanded={isOpen}
        aria-controls={factsId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {fullName(row)}, {row.email}
      </Link>{' '}
      ({row.reasons.map((reason) => reasonWords[reason]).join(', ')})
      <Box id={factsId} sx={{ '&:empty': { display: 'none' } }}>
        {isOpen && <DuplicateFacts row={row} />}
      </Box>
    </Box>
  );
}

function DuplicateFacts({ row }: { readonly row: Duplicate }) {
  return (
    <Box sx={{ my: 1, '& dl': { rowGap: 0.5, fontSize: 'inherit' } }}>
      <NameValueList
        items={[
          { name: 'Status', value: <AccountStatusChip status={row.status} /> },
          { name: 'Phone', value: row.phone || 'None' },
          { name: 'Profiles', value: row.profiles.length > 0 ? <ProfileChips profiles={row.profiles} /> : 'None' },
          {
            name: 'Last sign-in',
            value: row.lastSignInAt === null ? 'Never' : formatDateAndTime(row.lastSignInAt),
          },
          { name: 'Created', value: formatDate(row.createdAt) },
        ]}
      />
      <Link component={RouterLink} to={`/users/${row.id}`} underline="always" variant="body2">
        Go to the account of {fullName(row)}
      </Link>
    </Box>
  );
}
