/** Everything that can be in the activity, with the words for it: "Anna Berg *added a staff account*". */
export const activityPhrases = {
  'office.set-up': 'set up the office',
  'store.opened-by-recovery-code': 'opened the store with the recovery code',
  'store.passphrase-set': 'set a new passphrase for the store',
  'store.key-store-switched-on': 'let the key store of the computer open the store',
  'store.key-store-switched-off': 'stopped the key store of the computer from opening the store',
  'store.recovery-code-replaced': 'replaced the recovery code',
  'session.signed-in': 'signed in',
  'session.signed-out': 'signed out',
  'password.changed': 'changed their password',
  'password.recovered': 'set a new superuser password with the recovery code',
  'account.added': 'added an account',
  'account.changed': 'changed an account',
  'account.activated': 'activated an account',
  'account.deactivated': 'deactivated an account',
  'account.one-time-password-given': 'gave an account a one-time password',
  'account.password-set': 'set the password of an account',
  'account.lock-lifted': 'lifted the lock of an account',
  'account.deleted': 'put an account into the trash',
  'account.restored': 'restored an account from the trash',
  'account.purged': 'deleted an account for good',
  'accounts.seeded': 'filled the office with made-up accounts',
  'profile.added': 'added a profile',
  'profile.changed': 'changed a profile',
  'profile.removed': 'removed a profile',
  'profile-type.added': 'added a profile type',
  'profile-type.changed': 'changed a profile type',
  'profile-type.archived': 'archived a profile type',
  'profile-type.unarchived': 'took a profile type back out of the archive',
  'profile-type.deleted': 'deleted a profile type',
  'staff.added': 'added a staff account',
  'staff.changed': 'changed a staff account',
  'staff.deactivated': 'deactivated a staff account',
  'staff.activated': 'activated a staff account',
  'staff.one-time-password-given': 'gave a one-time password',
  'group.added': 'added a group',
  'group.changed': 'changed a group',
  'group.deleted': 'deleted a group',
  'settings.changed': 'changed the settings',
} as const;

export type ActivityAct = keyof typeof activityPhrases;
export const activityActs = Object.keys(activityPhrases) as [ActivityAct, ...ActivityAct[]];

export const subjectKinds = ['office', 'account', 'group', 'profile-type'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
