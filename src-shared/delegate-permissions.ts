/**
 * What an authorized user may be allowed to do for an account, as far as Steward itself takes heed of it. Whoever may
 * do something may also do what it implies. The office adds permissions of its own, for use outside of Steward.
 */
export const delegatePermissionCatalogue = [
  {
    key: 'profiles.view',
    group: 'Account',
    label: 'View profiles',
    explanation: 'See the profiles of the account and everything entered in them.',
    implies: [],
  },
  {
    key: 'profiles.edit',
    group: 'Account',
    label: 'Edit profiles',
    explanation: 'Change what is entered in the profiles of the account.',
    implies: ['profiles.view'],
  },
  {
    key: 'activity.view',
    group: 'Account',
    label: 'View activity',
    explanation: 'Read what was done with the account, when, and by whom.',
    implies: [],
  },
  {
    key: 'authorized-users.view',
    group: 'Authorized users',
    label: 'View authorized users',
    explanation: 'See who else may act for the account and what each of them may do.',
    implies: [],
  },
  {
    key: 'authorized-users.manage',
    group: 'Authorized users',
    label: 'Manage authorized users',
    explanation:
      'Add, change and delete other authorized users and give them a login, but no permission beyond their own.',
    implies: ['authorized-users.view'],
  },
] as const;

export type DelegatePermission = (typeof delegatePermissionCatalogue)[number]['key'];

export const delegatePermissions = delegatePermissionCatalogue.map((entry) => entry.key) as [
  DelegatePermission,
  ...DelegatePermission[],
];

/** What the ticked permissions amount to, with everything they imply; what Steward does not know is left out. */
export function effectiveDelegatePermissions(ticked: Iterable<string>): ReadonlySet<DelegatePermission> {
  const given = new Set(ticked);
  const effective = delegatePermissionCatalogue
    .filter(({ key }) => given.has(key))
    .flatMap(({ key, implies }) => [key, ...implies]);
  return new Set(effective);
}
