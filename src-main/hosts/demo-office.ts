import type { Ask } from './unattended';

const officeName = 'Sample office';
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
  return [
    `${officeName} is set up. Sign in with:`,
    `  E-mail:         ${superuser.email}`,
    `  Password:       ${password}`,
    'At the next start, open the store with:',
    `  Passphrase:     ${givenPassphrase === null ? passphrase : 'the one in the passphrase file'}`,
    `  Recovery code:  ${recoveryCode}`,
  ];
}

async function suggestion(ask: Ask): Promise<string> {
  const { passPhrase } = await ask('passwords.suggest', {});
  return passPhrase;
}
