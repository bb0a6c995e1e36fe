import AddIcon from '@mui/icons-material/Add';
import { Button, Chip } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import { Link, useNavigate } from 'react-router';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { formatNumber } from '../../components/numbers';
import { Page } from '../../components/Page';
import { ProfileTypeChip } from '../../components/ProfileTypeChip';

const columns: readonly GridColDef<ProfileType>[] = [
  {
    field: 'name',
    headerName: 'Name',
    flex: 1,
    minWidth: 180,
    sortable: false,
    renderCell: ({ row }) => <ProfileTypeChip name={row.name} color={row.color} />,
  },
  {
    field: 'isArchived',
    headerName: 'State',
    width: 110,
    sortable: false,
    renderCell: ({ row }) => (row.isArchived ? <Chip label="Archived" variant="outlined" /> : 'In use'),
  },
  {
    field: 'profileCount',
    headerName: 'Profiles',
    width: 110,
    sortable: false,
    align: 'right',
    headerAlign: 'right',
    valueFormatter: (count: number) => formatNumber(count),
  },
  {
    field: 'fields',
    headerName: 'Fields',
    flex: 2,
    minWidth: 220,
    sortable: false,
    valueGetter: (_, { fields }) => fields.map(({ label }) => label).join(', ') || 'None',
  },
];

export function ProfileTypeList() {
  const navigate = useNavigate();
  const read = useRead('profiles.manageableTypes', {});
  const add = (
    <Button variant="contained" startIcon={<AddIcon />} component={Link} to="/profile-types/new">
      Add profile type
    </Button>
  );

  return (
    <Page
      title="Profile types"
      description="The roles that accounts can play, and what is written down about each."
      actions={read.data?.rows.length !== 0 && add}
    >
      <DataTable
        label="Profile types"
        wrapsText
        columns={columns}
        rows={read.data?.rows}
        failure={read.error}
        onRetry={() => void read.refetch()}
        onOpen={({ id }) => void navigate(`/profile-types/${id}`)}
        empty={
          <EmptyState title="No profile types yet" action={add}>
            A type such as “Seller” says what is asked of every account that sells: the name of the shop, say, and since
            when.
          </EmptyState>
        }
      />
    </Page>
  );
}
