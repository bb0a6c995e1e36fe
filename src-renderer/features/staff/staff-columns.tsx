import { Box, Chip } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { RelativeTime } from '../../components/RelativeTime';
import { StatusChip } from './StatusChip';

function rightsInShort({ isSuperuser, groups, permissions }: StaffMember): string {
  const own = permissions.length === 1 ? '1 permission' : `${permissions.length} permissions`;
  const rights = [...groups.map((group) => group.name), ...(permissions.length > 0 ? [own] : [])];
  return rights.join(', ') || (isSuperuser ? '' : 'None');
}

/** The order of the rows is the main side's, so no column offers another. */
const fixed = { sortable: false } as const;

/** What matters most comes first: a narrow window shows that much, and the rest by scrolling. */
export const staffColumns: readonly GridColDef<StaffMember>[] = [
  {
    ...fixed,
    field: 'name',
    headerName: 'Name',
    flex: 1,
    minWidth: 150,
    // As the list is sorted.
    valueGetter: (_, { familyName, givenName }) => `${familyName}, ${givenName}`,
    renderCell: ({ value }) => (
      <Box component="span" sx={{ fontWeight: 600 }}>
        {value}
      </Box>
    ),
  },
  {
    ...fixed,
    field: 'isActive',
    headerName: 'Status',
    width: 115,
    renderCell: ({ row }) => <StatusChip isActive={row.isActive} />,
  },
  { ...fixed, field: 'email', headerName: 'E-mail', flex: 1.6, minWidth: 200 },
  {
    ...fixed,
    field: 'groups',
    headerName: 'Rights',
    flex: 0.8,
    minWidth: 130,
    valueGetter: (_, member) => rightsInShort(member),
    renderCell: ({ row, value }) => (
      <>
        {row.isSuperuser && <Chip label="Superuser" variant="outlined" color="primary" sx={{ mr: 1 }} />}
        {value}
      </>
    ),
  },
  {
    ...fixed,
    field: 'lastSignInAt',
    headerName: 'Last sign-in',
    width: 125,
    renderCell: ({ row }) => (row.lastSignInAt === null ? 'Never' : <RelativeTime instant={row.lastSignInAt} />),
  },
];
