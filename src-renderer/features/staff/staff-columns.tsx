import { Box, Chip } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { RelativeTime } from '../../components/RelativeTime';
import { StatusChip } from './StatusChip';

/** The order of the rows is the main side's, so no column offers another. */
const fixed = { sortable: false } as const;

export const staffColumns: readonly GridColDef<StaffMember>[] = [
  {
    ...fixed,
    field: 'name',
    headerName: 'Name',
    flex: 1.2,
    minWidth: 200,
    // As the list is sorted.
    valueGetter: (_, { familyName, givenName }) => `${familyName}, ${givenName}`,
    renderCell: ({ row, value }) => (
      <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, height: '100%', minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {value}
        </Box>
        {row.isSuperuser && <Chip label="Superuser" variant="outlined" color="primary" />}
      </Box>
    ),
  },
  { ...fixed, field: 'email', headerName: 'E-mail', flex: 1.2, minWidth: 200 },
  {
    ...fixed,
    field: 'groups',
    headerName: 'Groups',
    flex: 1,
    minWidth: 140,
    valueGetter: (_, { groups }) => groups.map((group) => group.name).join(', '),
  },
  {
    ...fixed,
    field: 'isActive',
    headerName: 'Status',
    width: 120,
    renderCell: ({ row }) => <StatusChip isActive={row.isActive} />,
  },
  {
    ...fixed,
    field: 'lastSignInAt',
    headerName: 'Last sign-in',
    width: 140,
    renderCell: ({ row }) => (row.lastSignInAt === null ? 'Never' : <RelativeTime instant={row.lastSignInAt} />),
  },
];
