import { Box } from '@mui/material';
import type { GridColDef, GridRenderCellParams } from '@mui/x-data-grid';
import type { AuthorizedUserRow } from '../../../../src-shared/contract/authorized-users';
import { CellButton } from '../../../components/CellButton';
import { CellLink } from '../../../components/CellLink';
import { fullName } from '../../../components/people';
import { RelativeTime } from '../../../components/RelativeTime';
import { EmailInTwoLines, TwoLines } from '../../../components/TwoLines';
import { visuallyHidden } from '../../../components/visuallyHidden';
import { loginLabels } from '../words';
import { PermissionsInShort } from './PermissionsInShort';

const newestFirst = ['desc', 'asc'] as const;

/** Those by which the main side sorts have the name of the sort. */
export function detailColumns<R extends AuthorizedUserRow>(
  leadTo: (row: R) => { readonly to: string; readonly state?: unknown; readonly onFollow?: () => void },
): GridColDef<R>[] {
  return [
    {
      field: 'name',
      headerName: 'Name',
      flex: 1.2,
      minWidth: 92,
      // As the list is sorted.
      valueGetter: (_, { familyName, givenName }) => [familyName, givenName].filter(Boolean).join(', '),
      renderCell: ({ row, value, hasFocus, tabIndex }) => (
        <CellLink {...leadTo(row)} hasFocus={hasFocus} tabIndex={tabIndex} title={fullName(row)} isStrong>
          {value}
        </CellLink>
      ),
    },
    {
      field: 'email',
      headerName: 'E-mail',
      flex: 1.5,
      minWidth: 112,
      renderCell: ({ row }) => <EmailInTwoLines email={row.email} />,
    },
    {
      field: 'category',
      headerName: 'Category',
      flex: 1,
      minWidth: 72,
      sortable: false,
      valueGetter: (_, { category }) => category?.name ?? '',
      renderCell: ({ value }) => <TwoLines title={value}>{value}</TwoLines>,
    },
    {
      field: 'login',
      headerName: 'Login',
      flex: 0.7,
      minWidth: 68,
      sortable: false,
      valueGetter: (_, { loginState }) => loginLabels[loginState],
      renderCell: ({ value }) => <TwoLines>{value}</TwoLines>,
    },
    {
      field: 'permissions',
      headerName: 'Permissions',
      flex: 1.2,
      minWidth: 96,
      sortable: false,
      valueGetter: (_, { permissions }) => permissions.map(({ label }) => label).join(', '),
      renderCell: ({ row, hasFocus }) => <PermissionsInShort permissions={row.permissions} isPointedAt={hasFocus} />,
    },
    {
      field: 'lastSignIn',
      headerName: 'Last sign-in',
      flex: 0.9,
      minWidth: 118,
      sortingOrder: newestFirst,
      renderCell: ({ row, hasFocus }) => <LastSignIn instant={row.lastSignInAt} isPointedAt={hasFocus} />,
    },
  ];
}

function LastSignIn({ instant, isPointedAt }: { readonly instant: number | null; readonly isPointedAt: boolean }) {
  if (instant === null) return <TwoLines>Never</TwoLines>;
  return (
    <TwoLines>
      <RelativeTime instant={instant} isPointedAt={isPointedAt} />
    </TwoLines>
  );
}

type CellParams<R extends AuthorizedUserRow> = GridRenderCellParams<R>;

/** At the far right of a row: something to do with it, where it can be done. */
export function actColumn<R extends AuthorizedUserRow>(
  label: string,
  width: number,
  isOffered: (row: R) => boolean,
  act: (row: R) => void,
  color?: 'error',
): GridColDef<R> {
  return {
    field: label,
    headerName: label,
    width,
    sortable: false,
    resizable: false,
    renderHeader: () => (
      <Box component="span" sx={visuallyHidden}>
        {label}
      </Box>
    ),
    renderCell: ({ row, hasFocus, tabIndex }: CellParams<R>) =>
      isOffered(row) && (
        <CellButton
          label={label}
          about={fullName(row)}
          color={color}
          hasFocus={hasFocus}
          tabIndex={tabIndex}
          onPress={() => act(row)}
        />
      ),
  };
}
