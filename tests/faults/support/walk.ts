import { sampleEmail, sampleGroups } from '../../../src-main/features/setup/sample-data';
import { Desk } from './desk';
import type { Needles } from './needles';
import { passphrase, setUpOffice, superuser } from './office';
import { walkThroughSignUps } from './walk.sign-ups';

/** What a walk through the application leaves to be searched for. */
export interface Traces {
  /** What the store holds, encrypted: people and what they are called. */
  readonly stored: Needles;
  /** What nobody may find even in the decrypted store: passwords, passphrases, codes. */
  readonly neverStored: Needles;
}

const officeName = 'Westgate Office for Sübstantial Things';
const clerk = { email: 'thaddeus.quillfeather@example.net', givenName: 'Thaddeus', familyName: 'Quillfeather' };
const phone = '+44 20 7946 0958';
const passwords = {
  first: 'first lantern given by hand',
  own: 'quiet meadow chosen alone',
  afterOneTime: 'amber tunnel beside orchards',
  recovered: 'granite teapot under rainfall',
  assessed: 'merely considered marmalade',
  wrong: 'a mistaken umbrella stand',
  ofDelegate: 'bramble lanterns over gravel',
  chosenByDelegate: 'hollow mandolin after thunder',
};
const newPassphrase = 'eleven velvet anchors drifting';
const typedAsName = 'oops-this-is-my-password';

/**
 * Goes through everything an office can do so far, with two windows: set-up with sample data, staff, groups,
 * settings, sign-ins right and wrong, one-time password, lock, authorized users, sign-ups, new passphrase and codes,
 * recovery.
 * @returns the passphrase that opens the store from then on
 */
export async function walkThrough(address: URL, { stored, neverStored }: Traces): Promise<string> {
  const boss = await Desk.open(address);
  const other = await Desk.open(address);
  rememberPeople(stored);
  neverStored.add('passphrase', passphrase, newPassphrase);
  neverStored.add('password', superuser.password, ...Object.values(passwords));
  neverStored.add('name typed at sign-in', typedAsName);

  const { recoveryCode: firstCode } = await setUpOffice(boss, { addSampleData: true });
  neverStored.add('recovery code', firstCode);
  const group = await boss.ask('groups.create', {
    name: 'Correspondence Desk',
    description: 'Answers the letters that come in.',
    permissions: ['staff.view'],
  });
  const added = await boss.ask('staff.create', {
    ...clerk,
    phone,
    isSuperuser: false,
    groups: [group.id],
    permissions: ['activity.view'],
    password: passwords.first,
  });
  const settings = await boss.ask('settings.get', {});
  await boss.ask('settings.update', { ...settings, officeName });

  await other.refusal('session.signIn', { signInName: typedAsName, password: passwords.wrong });
  await other.refusal('session.signIn', { signInName: clerk.email, password: passwords.wrong });
  await other.signIn({ email: clerk.email, password: passwords.first });
  await other.ask('session.changeOwnPassword', { currentPassword: passwords.first, newPassword: passwords.own });
  await other.refusal('settings.get', {});
  await other.ask('passwords.assess', { password: passwords.assessed, about: [clerk.email] });
  await other.ask('activity.people', { search: clerk.familyName });
  await other.ask('session.lock', {});
  await other.ask('session.unlock', { password: passwords.own });
  await other.ask('session.signOut', {});

  const { version } = await boss.ask('staff.get', { id: added.id });
  const { oneTimePassword } = await boss.ask('staff.giveOneTimePassword', { id: added.id, version });
  neverStored.add('one-time password', oneTimePassword);
  await other.signIn({ email: clerk.email, password: oneTimePassword });
  const newPassword = passwords.afterOneTime;
  await other.ask('session.changeOwnPassword', { currentPassword: oneTimePassword, newPassword });

  await walkThroughAuthorizedUsers(boss, other, { stored, neverStored });
  await walkThroughSignUps(boss, other, { stored, neverStored });

  await boss.ask('opening.setPassphrase', { passphrase: newPassphrase });
  const { recoveryCode } = await boss.ask('opening.replaceRecoveryCode', {});
  neverStored.add('recovery code', recoveryCode);
  await boss.ask('session.signOut', {});
  const recovered = { recoveryCode, email: superuser.email, newPassword: passwords.recovered };
  const { recoveryCode: lastCode } = await boss.ask('recovery.setSuperuserPassword', recovered);
  neverStored.add('recovery code', lastCode);
  await boss.signIn({ email: superuser.email, password: passwords.recovered });
  const latest = await boss.ask('staff.get', { id: added.id });
  await boss.ask('staff.deactivate', { id: latest.id, version: latest.version });
  await boss.ask('activity.list', {});
  await boss.ask('staff.list', { search: clerk.familyName });
  return newPassphrase;
}

const holder = { email: 'philippa.ravenscroft@example.net', givenName: 'Philippa', familyName: 'Ravenscroft' };
const delegate = { email: 'ambrose.thistlewood@example.net', givenName: 'Ambrose', familyName: 'Thistlewood' };
const username = 'ambrose.the.bookkeeper';
const onBehalf = { reason: 'Wrote a letter about it', identityVerifiedBy: 'Signature compared' };

/** An account holder is given somebody who acts for them, whose password is chosen, given anew, and changed. */
async function walkThroughAuthorizedUsers(boss: Desk, other: Desk, { stored, neverStored }: Traces): Promise<void> {
  stored.add('person', ...Object.values(holder), ...Object.values(delegate), username, ...Object.values(onBehalf));
  const account = await boss.ask('accounts.create', {
    ...holder,
    phone,
    notes: '',
    password: passwords.first,
    isActive: true,
    isStaff: false,
    isSuperuser: false,
    groups: [],
    permissions: [],
  });
  const category = await boss.ask('delegation.createCategory', { name: 'Bookkeepers' });
  const added = await boss.ask('authorizedUsers.create', {
    ...delegate,
    accountId: account.id,
    phone,
    role: 'Keeps the books',
    categoryId: category.id,
    isLoginEnabled: true,
    username,
    password: passwords.ofDelegate,
    recoveryEmail: '',
    permissions: ['authorized-users.manage', 'activity.view'],
    onBehalf,
  });
  const { version } = added;
  const chosen = { id: added.id, version, newPassword: null, onBehalf };
  const { oneTimePassword } = await boss.ask('authorizedUsers.resetPassword', chosen);
  if (oneTimePassword === null) throw new Error('No one-time password was given.');
  neverStored.add('one-time password of an authorized user', oneTimePassword);
  await other.ask('session.signOut', {});
  await other.signIn({ email: username, password: oneTimePassword });
  const newPassword = passwords.chosenByDelegate;
  await other.ask('session.changeOwnPassword', { currentPassword: oneTimePassword, newPassword });
  await other.ask('myAuthorizedUsers.list', { search: delegate.familyName });
  await other.ask('myAccount.activity', {});
  await other.refusal('accounts.list', {});
}

function rememberPeople(stored: Needles): void {
  const members = sampleGroups.flatMap((group) => group.members);
  stored.add('e-mail', superuser.email, clerk.email, ...members.map((_, index) => sampleEmail(index)));
  stored.add('name', superuser.givenName, superuser.familyName, clerk.givenName, clerk.familyName);
  for (const [givenName, familyName] of members) stored.add('name', givenName, familyName);
  stored.add('phone', phone);
  stored.add('office', 'Northgate Office', officeName);
  stored.add('group', 'Correspondence Desk', ...sampleGroups.map(({ name }) => name));
}
