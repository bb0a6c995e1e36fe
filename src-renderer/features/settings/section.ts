import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'settings',
  label: 'Settings',
  heading: 'Office',
  explanation: 'Change the name and the policies of the office, and how its store is opened.',
  icon: SettingsIcon,
  permissions: ['settings.manage', 'store.manage'],
  screens: [{ index: true, lazy: async () => ({ Component: (await import('./SettingsScreen')).SettingsScreen }) }],
};
