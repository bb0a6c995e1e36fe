import type { ProcedureName } from '../../../src-shared/contract';

/** What each procedure does, as somebody would say it who wanted to do it. */
const words: Readonly<Record<ProcedureName, string>> = {
  'setup.options': 'see what the set-up offers',
  'setup.create': 'set up an office',
  'opening.ways': 'see how the store can be opened',
  'opening.openWithPassphrase': 'open the store with the passphrase',
  'opening.openWithKeyStore': 'open the store with the key store of the computer',
  'opening.openWithRecoveryCode': 'open the store with the recovery code',
  'opening.settings': 'see how the store is opened',
  'opening.setPassphrase': 'set a new passphrase for the store',
  'opening.setKeyStore': 'change whether the key store of the computer opens the store',
  'opening.replaceRecoveryCode': 'replace the recovery code',
  'session.state': 'ask for the state of the session',
  'session.signIn': 'sign in',
  'session.signOut': 'sign out',
  'session.touch': 'keep the session alive',
  'session.lock': 'lock the window',
  'session.unlock': 'unlock the window',
  'session.reauthenticate': 'confirm who they are',
  'session.changeOwnPassword': 'change their own password',
  'recovery.setSuperuserPassword': 'set a new superuser password with the recovery code',
  'passwords.assess': 'have a password assessed',
  'passwords.suggest': 'have a password suggested',
  'staff.list': 'see the list of staff',
  'staff.get': 'see a staff account',
  'staff.create': 'add a staff account',
  'staff.update': 'change a staff account',
  'staff.deactivate': 'deactivate a staff account',
  'staff.activate': 'activate a staff account',
  'staff.giveOneTimePassword': 'give a one-time password',
  'staff.grantable': 'see which rights they may give',
  'groups.list': 'see the groups',
  'groups.create': 'add a group',
  'groups.update': 'change a group',
  'groups.delete': 'delete a group',
  'settings.get': 'see the settings',
  'settings.update': 'change the settings',
  'activity.list': 'see the activity',
  'activity.people': 'search the people in the activity',
  'activity.refusedCalls': 'see the refused calls',
};

/** What somebody wanted to do. A procedure that only another version has goes by its name. */
export function procedureWords(procedure: string): string {
  return Object.hasOwn(words, procedure) ? words[procedure as ProcedureName] : procedure;
}
