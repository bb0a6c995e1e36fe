import BadgeIcon from '@mui/icons-material/BadgeOutlined';
import type { Section } from '../../app/section';

export const section: Section = {
  path: 'staff',
  label: 'Staff',
  heading: 'Office',
  explanation: 'See who works in the back office and what each of them may do.',
  icon: BadgeIcon,
  permissions: ['staff.view'],
  screens: [
    { index: true, lazy: async () => ({ Component: (await import('./StaffList')).StaffList }) },
    { path: 'new', lazy: async () => ({ Component: (await import('./AddStaff')).AddStaff }) },
    { path: ':id', lazy: async () => ({ Component: (await import('./StaffRecord')).StaffRecord }) },
  ],
  commands: [{ label: 'Add staff', path: 'staff/new', permission: 'staff.manage' }],
};
