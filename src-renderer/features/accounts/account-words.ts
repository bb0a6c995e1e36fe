import type { AccountStatus } from '../../../src-shared/contract/accounts';

export const statusLabels: Readonly<Record<AccountStatus, string>> = {
  active: 'Active',
  'awaiting-approval': 'Awaiting approval',
  deactivated: 'Deactivated',
  trash: 'In the trash',
};
