import type { GridColDef } from '@mui/x-data-grid';
import { CellLink } from '../../../components/CellLink';
import type { OfficeRow } from './useOfficeSide';

/** Whom somebody acts for: leads to that account. */
export const holderColumn: GridColDef<OfficeRow> = {
  field: 'account',
  headerName: 'Account',
  flex: 1.1,
  minWidth: 80,
  sortable: false,
  valueGetter: (_, { account }) => account.name,
  renderCell: ({ row: { account }, hasFocus, tabIndex }) => (
    <CellLink to={`/users/${account.id}`} title={account.email} hasFocus={hasFocus} tabIndex={tabIndex}>
      {account.name}
    </CellLink>
  ),
};
