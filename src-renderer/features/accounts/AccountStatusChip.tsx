import { Chip, type ChipProps } from '@mui/material';
import type { AccountStatus } from '../../../src-shared/contract/accounts';
import { statusLabels } from './account-words';

const colors: Readonly<Record<AccountStatus, ChipProps['color']>> = {
  active: 'success',
  'awaiting-approval': 'warning',
  deactivated: 'default',
  trash: 'error',
};

export function AccountStatusChip({ status }: { readonly status: AccountStatus }) {
  return <Chip label={statusLabels[status]} variant="outlined" color={colors[status]} />;
}
