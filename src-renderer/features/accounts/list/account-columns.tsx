import { Chip } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import type { AccountRow } from '../../../../src-shared/contract/accounts';
import { RelativeTime } from '../../../components/RelativeTime';
import { EmailInTwoLines, TwoLines } from '../../../components/TwoLines';
import { formatDate } from '../../../components/times';
import { AccountStatusChip } from '../AccountStatusChip';
import { type ColumnField, fieldsShown } from './column-choice';
import { ProfileChips } from './ProfileChips';

const newestFirst = ['desc', 'asc'] as const;

type AccountColumn = GridColDef<AccountRow> & {
  readonly field: ColumnField;
  readonly headerName: string;
};

export const accountColumns: readonly AccountColumn[] = [
  {
    field: 'email',
    headerName: 'E-mail',
    flex: 2,
    minWidth: 160,
    renderCell: ({ row }) => <EmailInTwoLines email={row.email} isStrong />,
  },
  {
    field: 'name',
    headerName: 'Name',
    flex: 1.4,
    minWidth: 104,
    // As the list is sorted.
    valueGetter: (_, { familyName, givenName }) => [familyName, givenName].filter(Boolean).join(', '),
  },
  {
    field: 'status',
    headerName: 'Status',
    flex: 1.25,
    minWidth: 132,
    sortable: false,
    renderCell: ({ row }) => <AccountStatusChip status={row.status} />,
  },
  {
    field: 'isStaff',
    headerName: 'Staff',
    width: 62,
    sortable: false,
    valueGetter: (_, { isStaff }) => (isStaff ? 'Staff' : ''),
    renderCell: ({ row }) => row.isStaff && <Chip label="Staff" variant="outlined" color="primary" />,
  },
  {
    field: 'profiles',
    headerName: 'Profiles',
    flex: 1.2,
    minWidth: 90,
    sortable: false,
    valueGetter: (_, { profiles }) => profiles.map((profile) => profile.name).join(', '),
    renderCell: ({ row }) => <ProfileChips profiles={row.profiles} />,
  },
  {
    field: 'lastSignIn',
    headerName: 'Last sign-in',
    flex: 1.05,
    minWidth: 100,
    sortingOrder: newestFirst,
    renderCell: ({ row }) =>
      row.lastSignInAt === null ? (
        'Never'
      ) : (
        <TwoLines>
          <RelativeTime instant={row.lastSignInAt} />
        </TwoLines>
      ),
  },
  {
    field: 'created',
    headerName: 'Created',
    flex: 1,
    minWidth: 104,
    sortingOrder: newestFirst,
    valueGetter: (_, { createdAt }) => formatDate(createdAt),
  },
  { field: 'phone', headerName: 'Phone', width: 150, sortable: false },
];

export function columnsShown(param: string | undefined): readonly AccountColumn[] {
  const shown = fieldsShown(param);
  return accountColumns.filter(({ field }) => shown.includes(field));
}
