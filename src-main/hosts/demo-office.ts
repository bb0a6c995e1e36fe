import type { Ask } from './unattended';

const officeName = 'Sample office';
const delegate = 'nils.lund';
const superuser = { email: 'sam.sample@example.org', givenName: 'Sam', familyName: 'Sample' };

/** Sets up an office with sample data, leaves it open, and answers the lines that tell how to get in. */
export async function makeDemoOffice(ask: Ask, givenPassphrase: string | null): Promise<string[]> {
  const passphrase = givenPassphrase ?? (await suggestion(ask));
  const password = await suggestion(ask);
  const { recoveryCode } = await ask('setup.create', {
    officeName,
    passphrase,
    useKeyStore: false,
    superuser: { ...superuser, password },
    addSampleData: true,
  });
  const { state } = await ask('session.state', {});
  if (state === 'store-locked') await ask('opening.openWithPassphrase', { passphrase });
  const delegatePassword = await passwordOfDelegate(ask, password);
  return [
    `${officeName} is set up. Sign in with:`,
    `  E-mail:         ${superuser.email}`,
    `  Password:       ${password}`,
    'Or, as somebody who acts for an account holder, with:',
    `  Username:       ${delegate}`,
    `  Password:       ${delegatePassword}`,
    'At the next start, open the store with:',
    `  Passphrase:     ${givenPassphrase === null ? passphrase : 'the one in the passphrase file'}`,
    `  Recovery code:  ${recoveryCode}`,
  ];
}

/** Gives one of the sample data's authorized users a password of their own: until then nobody can sign in as them. */
async function passwordOfDelegate(ask: Ask, superusersPassword: string): Promise<string> {
  const password = await suggestion(ask);
  await ask('session.signIn', { signInName: superuser.email, password: superusersPassword });
  const { rows } = await ask('authorizedUsers.list', { search: delegate });
  const [person] = rows;
  if (!person) throw new Error('The sample data have an authorized user for the demonstration.');
  const { id, version } = person;
  const onBehalf = { reason: 'Password for the demonstration', identityVerifiedBy: 'Made up, like everybody here' };
  const { oneTimePassword } = await ask('authorizedUsers.resetPassword', { id, version, newPassword: null, onBehalf });
  await ask('session.signOut', {});
  const currentPassword = oneTimePassword ?? '';
  await ask('session.signIn', { signInName: delegate, password: currentPassword });
  await ask('session.changeOwnPassword', { currentPassword, newPassword: password });
  await ask('session.signOut', {});
  return password;
}

async function suggestion(ask: Ask): Promise<string> {
  const { passPhrase } = await ask('passwords.suggest', {});
  return passPhrase;
}
