import CategoryIcon from '@mui/icons-material/CategoryOutlined';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'authorized-user-settings',
  label: 'Categories & permissions',
  heading: 'Users',
  explanation: 'Decide which categories of authorized users there are, and which permissions the office adds.',
  icon: CategoryIcon,
  permissions: ['delegation.manage'],
  screens: [{ index: true, lazy: async () => ({ Component: (await import('./DelegationScreen')).DelegationScreen }) }],
};
