import ProfileTypesIcon from '@mui/icons-material/ContactPageOutlined';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'profile-types',
  label: 'Profile types',
  heading: 'Users',
  explanation: 'Decide which roles accounts can play, such as Seller, and what is asked of each.',
  icon: ProfileTypesIcon,
  permissions: ['profile-types.manage'],
  screens: [
    { index: true, lazy: async () => ({ Component: (await import('./ProfileTypeList')).ProfileTypeList }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./AddProfileType')).AddProfileType }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./ProfileTypeRecord')).ProfileTypeRecord }) },
  ],
  commands: [{ label: 'Add profile type', path: 'profile-types/new', permission: 'profile-types.manage' }],
};
