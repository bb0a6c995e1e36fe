import AuthorizedUsersIcon from '@mui/icons-material/HowToRegOutlined';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'authorized-users',
  label: 'Authorized users',
  heading: 'Users',
  explanation: 'Find who may act for an account, and change what each of them may do.',
  icon: AuthorizedUsersIcon,
  permissions: ['accounts.view'],
  screens: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./office/AuthorizedUserList')).AuthorizedUserList }),
    },
    { path: 'new', lazy: async () => ({ Component: (await import('./office/AddAuthorizedUser')).AddAuthorizedUser }) },
    {
      path: ':id',
      lazy: async () => ({ Component: (await import('./office/AuthorizedUserRecord')).AuthorizedUserRecord }),
    },
  ],
  search: {
    label: (typed) => `Search authorized users for “${typed}”`,
    path: (typed) => `/authorized-users?${new URLSearchParams({ search: typed })}`,
  },
};
