import ModerationIcon from '@mui/icons-material/GavelOutlined';
import type { Section } from '../../app/section';
import { WaitingMark } from './WaitingMark';

export const section: Section = {
  path: 'moderation',
  label: 'Moderation',
  heading: 'Users',
  explanation: 'Look at who waits for approval, decide on them, and write to them.',
  icon: ModerationIcon,
  permissions: ['moderation.decide'],
  Mark: WaitingMark,
  screens: [
    { path: 'insight', lazy: async () => ({ Component: (await import('./insight/Insight')).Insight }) },
    // One route for both, so that the list stays where it is while one case after the other is shown.
    { path: ':id?', lazy: async () => ({ Component: (await import('./queue/ModerationScreen')).ModerationScreen }) },
  ],
  search: {
    label: (typed) => `Search sign-ups for “${typed}”`,
    path: (typed) => `/moderation?${new URLSearchParams({ search: typed })}`,
  },
};
