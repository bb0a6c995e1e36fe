import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'users',
  label: 'Users',
  heading: 'Users',
  explanation: 'Find, add and change the accounts of everybody.',
  icon: PeopleIcon,
  permissions: ['accounts.view'],
  screens: [
    { index: true, lazy: async () => ({ Component: (await import('./list/AccountList')).AccountList }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./form/AddAccount')).AddAccount }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./record/AccountRecord')).AccountRecord }) },
  ],
  commands: [{ label: 'Add user', path: 'users/new', permission: 'accounts.manage' }],
  search: {
    label: (typed) => `Search users for “${typed}”`,
    path: (typed) => `/users?${new URLSearchParams({ search: typed })}`,
  },
};
