import { expect, test } from 'vitest';
import { createApp } from '../../../src-main/app';
import { startTestApp, type TestApp } from '../../support/test-app';
import { TestKeyStore } from '../../support/test-key-store';
import { addStaffAtWindow, passphrase, setUpOffice, signIn, superuser } from '../../support/test-office';
import { rejectionOf } from '../../support/thrown-by';

const newPassphrase = 'eleven silver spoons dancing';

async function startOffice(ways: { passphrase: string | null; useKeyStore: boolean }) {
  const keyStore = new TestKeyStore();
  const app = await startTestApp({ keyStore });
  const { recoveryCode } = await setUpOffice(app, ways);
  await signIn(app, 'superuser', superuser);
  return { app, keyStore, recoveryCode };
}

const state = async (app: TestApp) => (await app.ask('desk', 'session.state', {})).state;

/** What an unavailable or broken key store makes the application report, as it should: the person is told as well. */
function takeReported(app: TestApp): string[] {
  return app.reported
    .splice(0)
    .map((error) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)));
}

test('each way opens the store after a restart', async () => {
  const { app, recoveryCode } = await startOffice({ passphrase, useKeyStore: true });
  await app.restart();
  expect(await state(app)).toBe('store-locked');
  expect(await app.ask('desk', 'opening.ways', {})).toEqual({ hasPassphrase: true, hasKeyStore: true });
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase });
  expect(await state(app)).toBe('signed-out');

  await app.restart();
  await app.ask('desk', 'opening.openWithKeyStore', {});
  expect(await app.ask('desk', 'session.state', {})).toMatchObject({
    state: 'signed-out',
    wasOpenedByRecoveryCode: false,
  });

  await app.restart();
  await app.ask('desk', 'opening.openWithRecoveryCode', {
    recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ''),
  });
  expect(await app.ask('desk', 'session.state', {})).toMatchObject({
    state: 'signed-out',
    wasOpenedByRecoveryCode: true,
  });
  await signIn(app, 'superuser', superuser);
});

test('what is wrong or not set up opens nothing', async () => {
  const { app } = await startOffice({ passphrase, useKeyStore: false });
  await app.restart();
  expect(await app.ask('desk', 'opening.ways', {})).toEqual({ hasPassphrase: true, hasKeyStore: false });
  const wrong = [passphrase.toUpperCase(), `${passphrase} `, passphrase.slice(0, -1), 'x'.repeat(128)];
  for (const typed of wrong) {
    expect(await app.refusal('desk', 'opening.openWithPassphrase', { passphrase: typed })).toBe('WRONG_PASSPHRASE');
  }
  for (const code of ['00000-00000-00000-00000-00000-00000', 'nonsense', passphrase]) {
    expect(await app.refusal('desk', 'opening.openWithRecoveryCode', { recoveryCode: code })).toBe(
      'WRONG_RECOVERY_CODE',
    );
  }
  expect(await app.refusal('desk', 'opening.openWithKeyStore', {})).toBe('NO_SUCH_WAY');
  expect(await state(app)).toBe('store-locked');
});

test('of two windows that open at once one opens, and the other is told that it is open', async () => {
  const { app } = await startOffice({ passphrase, useKeyStore: true });
  await app.restart();
  const answers = await Promise.all([
    app.call('desk', 'opening.openWithPassphrase', { passphrase }),
    app.call('desk-2', 'opening.openWithPassphrase', { passphrase }),
    app.call('desk-3', 'opening.openWithKeyStore', {}),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'opened' : answer.error.code)).sort()).toEqual([
    'STORE_OPEN',
    'STORE_OPEN',
    'opened',
  ]);
  await signIn(app, 'superuser', superuser);
});

test('a new passphrase takes the place of the old one, and is judged like a password', async () => {
  const { app } = await startOffice({ passphrase, useKeyStore: false });
  for (const [typed, code] of [
    ['passwordpassword', 'PASSWORD_COMMON'],
    ['Northgate Office', 'PASSWORD_GUESSABLE'],
    ['e\u0301\u0302'.repeat(7), 'FIELD_TOO_SHORT'],
  ] as const) {
    const answer = await app.call('superuser', 'opening.setPassphrase', { passphrase: typed });
    expect(answer).toMatchObject({ ok: false, error: { code, fields: { passphrase: { code } } } });
  }
  await app.ask('superuser', 'opening.setPassphrase', { passphrase: newPassphrase });
  await app.restart();
  expect(await app.refusal('desk', 'opening.openWithPassphrase', { passphrase })).toBe('WRONG_PASSPHRASE');
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase: newPassphrase });
});

test('the notice of the recovery code goes when a passphrase is set', async () => {
  const { app, recoveryCode } = await startOffice({ passphrase, useKeyStore: false });
  await app.restart();
  await app.ask('desk', 'opening.openWithRecoveryCode', { recoveryCode });
  await signIn(app, 'superuser', superuser);
  await app.ask('superuser', 'opening.setPassphrase', { passphrase: newPassphrase });
  expect((await app.ask('superuser', 'session.state', {})).wasOpenedByRecoveryCode).toBe(false);
  const { rows } = await app.ask('superuser', 'activity.list', {});
  expect(rows.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['store.opened-by-recovery-code', 'store.passphrase-set']),
  );
});

test('the key store is switched on and off, never as the last way left', async () => {
  const { app } = await startOffice({ passphrase: null, useKeyStore: true });
  const set = (isUsed: boolean) => app.call('superuser', 'opening.setKeyStore', { isUsed });
  expect(await app.ask('superuser', 'opening.settings', {})).toEqual({
    folder: app.options.dataDir,
    hasPassphrase: false,
    hasKeyStore: true,
    canUseKeyStore: true,
  });
  expect(await set(false)).toMatchObject({ error: { code: 'LAST_WAY' } });
  await app.ask('superuser', 'opening.setPassphrase', { passphrase });
  expect((await set(false)).ok).toBe(true);
  expect(await set(false)).toMatchObject({ error: { code: 'NO_SUCH_WAY' } });
  await app.restart();
  expect(await app.refusal('desk', 'opening.openWithKeyStore', {})).toBe('NO_SUCH_WAY');
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase });
  await signIn(app, 'superuser', superuser);
  expect((await set(true)).ok).toBe(true);
  await app.restart();
  await app.ask('desk', 'opening.openWithKeyStore', {});
});

test('a key store that is gone, or that is another one, opens nothing and is no reason to lock the person out', async () => {
  const { app, keyStore } = await startOffice({ passphrase, useKeyStore: true });
  keyStore.isThere = false;
  expect(await app.refusal('superuser', 'opening.setKeyStore', { isUsed: true })).toBe('KEY_STORE_UNAVAILABLE');
  await app.restart();
  expect(await app.ask('desk', 'opening.ways', {})).toEqual({ hasPassphrase: true, hasKeyStore: false });
  expect(await app.refusal('desk', 'opening.openWithKeyStore', {})).toBe('KEY_STORE_UNAVAILABLE');
  expect(takeReported(app)).toEqual(['KEY_STORE_UNAVAILABLE', 'KEY_STORE_UNAVAILABLE']);
  await app.close();

  const elsewhere = await startTestApp({ dataDir: app.options.dataDir, keyStore: new TestKeyStore() });
  expect(await elsewhere.refusal('desk', 'opening.openWithKeyStore', {})).toBe('KEY_STORE_FAILED');
  expect(takeReported(elsewhere)).toEqual(['KEY_STORE_FAILED']);
  await elsewhere.ask('desk', 'opening.openWithPassphrase', { passphrase });
});

test('a new recovery code takes the place of the old one', async () => {
  const { app, recoveryCode } = await startOffice({ passphrase, useKeyStore: false });
  const next = await app.ask('superuser', 'opening.replaceRecoveryCode', {});
  await app.restart();
  expect(await app.refusal('desk', 'opening.openWithRecoveryCode', { recoveryCode })).toBe('WRONG_RECOVERY_CODE');
  await app.ask('desk', 'opening.openWithRecoveryCode', next);
});

test('changes of several ways at once are all kept', async () => {
  const { app } = await startOffice({ passphrase, useKeyStore: false });
  const [, next] = await Promise.all([
    app.ask('superuser', 'opening.setPassphrase', { passphrase: newPassphrase }),
    app.ask('superuser', 'opening.replaceRecoveryCode', {}),
    app.ask('superuser', 'opening.setKeyStore', { isUsed: true }),
  ]);
  await app.restart();
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase: newPassphrase });
  await app.restart();
  await app.ask('desk', 'opening.openWithRecoveryCode', next);
  await app.restart();
  await app.ask('desk', 'opening.openWithKeyStore', {});
});

test('the ways are nobody else’s to change, and each change is in the activity', async () => {
  const { app } = await startOffice({ passphrase, useKeyStore: false });
  await addStaffAtWindow(app, 'clerk', ['staff.view', 'staff.manage', 'groups.manage', 'settings.manage']);
  expect(await app.refusal('clerk', 'opening.settings', {})).toBe('NOT_ALLOWED');
  expect(await app.refusal('clerk', 'opening.setPassphrase', { passphrase: newPassphrase })).toBe('NOT_ALLOWED');
  expect(await app.refusal('clerk', 'opening.replaceRecoveryCode', {})).toBe('NOT_ALLOWED');

  await app.ask('superuser', 'opening.setKeyStore', { isUsed: true });
  await app.ask('superuser', 'opening.setKeyStore', { isUsed: false });
  await app.ask('superuser', 'opening.setPassphrase', { passphrase: newPassphrase });
  await app.ask('superuser', 'opening.replaceRecoveryCode', {});
  const { rows } = await app.ask('superuser', 'activity.list', {});
  const changes = rows.slice(0, 4);
  expect(changes.map(({ act }) => act)).toEqual([
    'store.recovery-code-replaced',
    'store.passphrase-set',
    'store.key-store-switched-off',
    'store.key-store-switched-on',
  ]);
  for (const entry of changes) {
    expect(entry).toMatchObject({
      actor: { email: superuser.email },
      subject: { kind: 'office', label: 'Northgate Office', person: null },
      changes: [],
    });
  }
});

test('a second application in the same folder is refused, and the first goes on', async () => {
  const { app } = await startOffice({ passphrase, useKeyStore: false });
  const refused = await rejectionOf(createApp(app.options));
  expect(refused).toMatchObject({ code: 'ALREADY_RUNNING', params: { folder: app.options.dataDir } });
  await app.ask('superuser', 'groups.create', { name: 'Still here', description: '', permissions: [] });
});
