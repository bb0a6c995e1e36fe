import RuleIcon from '@mui/icons-material/RuleOutlined';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'moderation-settings',
  label: 'Moderation settings',
  heading: 'Users',
  explanation:
    'Decide whether people can register, whom Steward lets in or rejects by itself, and what people are told.',
  icon: RuleIcon,
  permissions: ['moderation.manage'],
  screens: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./ModerationSettingsScreen')).ModerationSettingsScreen }),
    },
  ],
};
