import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addHolderAtWindow, addPerson, formOf, newDelegate, signInFirst } from '../../support/authorized-users';
import { storeFileOf } from '../../support/store-file';
import { onBehalf, startTestOffice } from '../../support/test-office';

/** Every file below a folder, as bytes. */
function filesIn(folder: string): Buffer[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

test('no password that was given to somebody, or that they chose, is anywhere in the store or its folder', async () => {
  const { app } = await startTestOffice();
  const holder = await addHolderAtWindow(app, 'holder');
  const typed = newDelegate('anna', { password: 'given tunnel by the sea' });
  const person = await addPerson(app, holder, typed);
  await signInFirst(app, 'anna', { signInName: 'anna', password: 'given tunnel by the sea' }, 'chosen lantern at noon');
  const { id, version } = person;
  const byHolder = { id, version, newPassword: null };
  const first = await app.ask('holder', 'myAuthorizedUsers.resetPassword', byHolder);
  const byOffice = { ...byHolder, version: version + 1, onBehalf };
  const second = await app.ask('superuser', 'authorizedUsers.resetPassword', byOffice);
  const off = { ...formOf(second.authorizedUser), isLoginEnabled: false };
  const switchedOff = await app.ask('holder', 'myAuthorizedUsers.update', off);
  const on = { ...formOf(switchedOff), isLoginEnabled: true, password: 'again willow in the rain' };
  await app.ask('holder', 'myAuthorizedUsers.update', on);
  const passwords = [
    'given tunnel by the sea',
    'chosen lantern at noon',
    'again willow in the rain',
    first.oneTimePassword ?? '',
    second.oneTimePassword ?? '',
  ];
  for (const password of passwords) expect(password.length).toBeGreaterThan(15);
  const file = await storeFileOf(app);
  const dump = JSON.stringify(file.dump()).toLowerCase();
  const said = JSON.stringify([
    await app.ask('superuser', 'activity.list', {}),
    await app.ask('holder', 'myAccount.activity', {}),
    await app.ask('superuser', 'authorizedUsers.get', { id }),
  ]).toLowerCase();
  const files = filesIn(app.options.dataDir);
  expect(files.length).toBeGreaterThan(1);
  for (const password of passwords) {
    // Also in the digits in which the dump shows bytes, and in the other coding of text that SQLite knows.
    const codings = [password, Buffer.from(password).toString('hex'), Buffer.from(password, 'utf16le').toString('hex')];
    for (const written of codings) expect(dump).not.toContain(written.toLowerCase());
    expect(said).not.toContain(password.toLowerCase());
    for (const bytes of files) expect(bytes.includes(password)).toBe(false);
  }
  expect(dump).toContain('$argon2id$');
});
