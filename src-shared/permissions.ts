/** What staff may be allowed to do, one by one. A superuser has all of them. */
export const staffPermissionCatalogue = [
  {
    key: 'accounts.view',
    group: 'Users',
    label: 'View users',
    explanation: 'Find accounts and look at everything they have: profiles, way in, what was done with them.',
  },
  {
    key: 'accounts.manage',
    group: 'Users',
    label: 'Manage users',
    explanation: 'Add, change, activate, deactivate and delete accounts and their profiles, and give passwords.',
  },
  {
    key: 'accounts.purge',
    group: 'Users',
    label: 'Delete users for good',
    explanation: 'Delete accounts that are in the trash, which nobody can undo.',
  },
  {
    key: 'profile-types.manage',
    group: 'Users',
    label: 'Manage profile types',
    explanation: 'Decide which types of profiles there are and which fields they have.',
  },
  {
    key: 'delegation.manage',
    group: 'Users',
    label: 'Manage categories and permissions',
    explanation: 'Decide which categories of authorized users there are, and which permissions the office adds.',
  },
  {
    key: 'moderation.decide',
    group: 'Moderation',
    label: 'Moderate sign-ups',
    explanation:
      'See who waits for approval with all they have sent, and people who may be the same with name, e-mail and phone; decide on it, and write to them.',
  },
  {
    key: 'moderation.manage',
    group: 'Moderation',
    label: 'Manage moderation',
    explanation: 'Switch moderation and registration on and off, and change its rules and templates.',
  },
  {
    key: 'staff.view',
    group: 'Staff',
    label: 'View staff',
    explanation: 'See who works in the back office and what each of them may do.',
  },
  {
    key: 'staff.manage',
    group: 'Staff',
    label: 'Manage staff',
    explanation: 'Add, change and deactivate staff, and give them a one-time password.',
  },
  {
    key: 'groups.manage',
    group: 'Staff',
    label: 'Manage groups',
    explanation: 'Add, change and delete groups and choose the permissions they give.',
  },
  {
    key: 'activity.view',
    group: 'Office',
    label: 'View activity',
    explanation: 'Read who changed what and when, and which calls were refused.',
  },
  {
    key: 'settings.manage',
    group: 'Office',
    label: 'Change settings',
    explanation: 'Change the name of the office and its policies on passwords and locking.',
  },
  {
    key: 'store.manage',
    group: 'Office',
    label: 'Manage how the store is opened',
    explanation: 'Change the passphrase, replace the recovery code, use the key store of this computer.',
  },
] as const;

export type StaffPermission = (typeof staffPermissionCatalogue)[number]['key'];

export const staffPermissions = staffPermissionCatalogue.map((entry) => entry.key) as [
  StaffPermission,
  ...StaffPermission[],
];
