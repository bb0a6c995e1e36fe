import GroupsIcon from '@mui/icons-material/GroupsOutlined';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'groups',
  label: 'Groups',
  heading: 'Office',
  explanation: 'Name sets of permissions that staff get together.',
  icon: GroupsIcon,
  permissions: ['groups.manage'],
  screens: [
    { index: true, lazy: async () => ({ Component: (await import('./GroupList')).GroupList }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./AddGroup')).AddGroup }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./GroupRecord')).GroupRecord }) },
  ],
  commands: [{ label: 'Add group', path: 'groups/new', permission: 'groups.manage' }],
};
