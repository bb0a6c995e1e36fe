import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import HistoryIcon from '@mui/icons-material/History';
import AuthorizedUsersIcon from '@mui/icons-material/HowToRegOutlined';
import AddIcon from '@mui/icons-material/PersonAddAltOutlined';
import DashboardIcon from '@mui/icons-material/SpaceDashboardOutlined';
import type { OwnSection } from '../../app/own-section';

/** The entries of My account, in the order of its sidebar. */
export const ownSections: readonly OwnSection[] = [
  {
    path: '',
    label: 'Main dashboard',
    icon: DashboardIcon,
    permission: null,
    screens: [{ index: true, lazy: async () => ({ Component: (await import('./OwnDashboard')).OwnDashboard }) }],
  },
  {
    path: 'authorized-users/new',
    label: 'Add Authorized User',
    icon: AddIcon,
    permission: 'authorized-users.manage',
    isAct: true,
    screens: [
      {
        index: true,
        lazy: async () => ({
          Component: (await import('../authorized-users/own/AddOwnAuthorizedUser')).AddOwnAuthorizedUser,
        }),
      },
    ],
  },
  {
    path: 'authorized-users',
    label: 'Authorized Users',
    icon: AuthorizedUsersIcon,
    permission: 'authorized-users.view',
    screens: [
      {
        index: true,
        lazy: async () => ({
          Component: (await import('../authorized-users/own/OwnAuthorizedUserList')).OwnAuthorizedUserList,
        }),
      },
      {
        path: ':id',
        lazy: async () => ({
          Component: (await import('../authorized-users/own/OwnAuthorizedUserRecord')).OwnAuthorizedUserRecord,
        }),
      },
    ],
  },
  {
    path: 'activity',
    label: 'Activity',
    icon: HistoryIcon,
    permission: 'activity.view',
    screens: [{ index: true, lazy: async () => ({ Component: (await import('./OwnActivity')).OwnActivity }) }],
  },
  {
    path: 'account',
    label: 'Account',
    icon: AccountIcon,
    permission: null,
    screens: [{ index: true, lazy: async () => ({ Component: (await import('./OwnAccount')).OwnAccount }) }],
  },
];
