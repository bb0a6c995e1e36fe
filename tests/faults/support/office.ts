import type { Desk } from './desk';

export const passphrase = 'seven copper kettles whistling';

export const superuser = {
  email: 'olga.petrenko@example.com',
  password: 'violet harbour ladder mosaic',
  givenName: 'Olga',
  familyName: 'Petrenko',
};

/** Sets the office up from this desk, at which its first superuser is signed in afterwards. */
export async function setUpOffice(desk: Desk, { addSampleData = false } = {}): Promise<{ recoveryCode: string }> {
  const { recoveryCode } = await desk.ask('setup.create', {
    officeName: 'Northgate Office',
    passphrase,
    useKeyStore: false,
    superuser,
    addSampleData,
  });
  await desk.signIn(superuser);
  return { recoveryCode };
}
