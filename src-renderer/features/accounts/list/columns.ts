import type { GridColDef } from '@mui/x-data-grid';
import type { AccountRow } from '../../../../src-shared/contract/accounts';
import { accountColumns } from './account-columns';

type Column = GridColDef<AccountRow>;

/** Which row it is must always be told. */
export const fixedColumn = 'email';

const shownAtFirst = accountColumns.map(({ field }) => field).filter((field) => field !== 'phone');

/** The columns that an address names, in their usual order; those shown at first where it names none. */
export function columnsShown(param: string | undefined): readonly Column[] {
  const named = new Set(param?.split(',') ?? shownAtFirst);
  return accountColumns.filter(({ field }) => field === fixedColumn || named.has(field));
}

/** What the address says once a column is shown or hidden; nothing where these are the columns shown at first. */
export function toggledColumns(param: string | undefined, toggled: string): string | undefined {
  const shown = new Set(columnsShown(param).map(({ field }) => field));
  if (!shown.delete(toggled)) shown.add(toggled);
  const fields = accountColumns.map(({ field }) => field).filter((field) => shown.has(field));
  return fields.join() === shownAtFirst.join() ? undefined : fields.join();
}
