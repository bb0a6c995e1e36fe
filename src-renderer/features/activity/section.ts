import HistoryIcon from '@mui/icons-material/History';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'activity',
  label: 'Activity',
  heading: 'Office',
  explanation: 'Read who changed what and when, and which calls were refused.',
  icon: HistoryIcon,
  permissions: ['activity.view'],
  screens: [{ index: true, lazy: async () => ({ Component: (await import('./ActivityScreen')).ActivityScreen }) }],
};
