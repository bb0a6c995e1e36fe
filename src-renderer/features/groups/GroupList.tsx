import AddIcon from '@mui/icons-material/Add';
import { Box, Button } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import { Link, useNavigate } from 'react-router';
import type { Group } from '../../../src-shared/contract/groups';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { permissionLabel } from '../../components/permissions/catalogue';

const columns: readonly GridColDef<Group>[] = [
  {
    field: 'name',
    headerName: 'Name',
    flex: 1,
    minWidth: 160,
    sortable: false,
    renderCell: ({ value }) => (
      <Box component="span" sx={{ fontWeight: 600 }}>
        {value}
      </Box>
    ),
  },
  { field: 'description', headerName: 'Description', flex: 1.4, minWidth: 180, sortable: false },
  {
    field: 'permissions',
    headerName: 'Permissions',
    flex: 2,
    minWidth: 240,
    sortable: false,
    valueGetter: (_, { permissions }) => permissions.map(permissionLabel).join(', ') || 'None',
  },
  { field: 'memberCount', headerName: 'Members', width: 100, sortable: false, align: 'right', headerAlign: 'right' },
];

export function GroupList() {
  const navigate = useNavigate();
  const read = useRead('groups.list', {});
  const add = (
    <Button variant="contained" startIcon={<AddIcon />} component={Link} to="/groups/new">
      Add group
    </Button>
  );

  return (
    <Page
      title="Groups"
      description="Sets of permissions that staff get together. Whoever is in a group may do what it gives."
      actions={read.data?.rows.length !== 0 && add}
    >
      <DataTable
        label="Groups"
        wrapsText
        columns={columns}
        rows={read.data?.rows}
        failure={read.error}
        onRetry={() => void read.refetch()}
        onOpen={({ id }) => void navigate(`/groups/${id}`)}
        empty={
          <EmptyState title="No groups yet" action={add}>
            A group such as “Front desk” saves giving every person the same permissions one by one.
          </EmptyState>
        }
      />
    </Page>
  );
}
