import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { storeFileOf } from '../../support/store-file';
import { startTestApp, type TestApp } from '../../support/test-app';
import { TestKeyStore } from '../../support/test-key-store';
import { passphrase, setUpOffice, signIn, superuser } from '../../support/test-office';

const wanted = {
  officeName: '  Northgate Office ',
  passphrase,
  useKeyStore: false,
  superuser,
  addSampleData: false,
};

const state = async (app: TestApp) => (await app.ask('desk', 'session.state', {})).state;

test('a folder without an office offers the set-up and nothing else', async () => {
  const app = await startTestApp({ keyStore: new TestKeyStore() });
  expect(await app.ask('desk', 'session.state', {})).toEqual({
    state: 'no-office',
    host: 'browser',
    officeName: null,
    user: null,
    account: null,
    ended: null,
    idleLockMs: null,
    trashDays: null,
    passwordMinLength: 15,
    wasOpenedByRecoveryCode: false,
  });
  expect(await app.ask('desk', 'setup.options', {})).toEqual({ folder: app.options.dataDir, hasKeyStore: true });
});

test('the set-up makes an office that is open, with a superuser and a recovery code', async () => {
  const app = await startTestApp();
  const { recoveryCode } = await app.ask('desk', 'setup.create', wanted);
  expect(recoveryCode).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
  expect(await app.ask('desk', 'session.state', {})).toMatchObject({
    state: 'signed-out',
    officeName: 'Northgate Office',
    user: null,
  });
  await signIn(app, 'desk', superuser);
  const { rows: staff } = await app.ask('desk', 'staff.list', {});
  expect(staff).toMatchObject([{ email: superuser.email, isSuperuser: true, mustChangePassword: false, groups: [] }]);
  expect((await app.ask('desk', 'groups.list', {})).rows).toEqual([]);

  const { rows } = await app.ask('desk', 'activity.list', {});
  expect(rows.map(({ act }) => act)).toEqual(['session.signed-in', 'staff.added', 'office.set-up']);
});

test('an office is set up once', async () => {
  const app = await startTestApp();
  await setUpOffice(app);
  expect(await app.refusal('desk', 'setup.create', wanted)).toBe('OFFICE_EXISTS');
  expect(await app.refusal('desk', 'setup.options', {})).toBe('OFFICE_EXISTS');
  await app.restart();
  expect(await app.refusal('desk', 'setup.create', wanted)).toBe('OFFICE_EXISTS');
});

test('of two windows that set up at once one does, and the other is told so', async () => {
  const app = await startTestApp();
  const answers = await Promise.all([
    app.call('desk', 'setup.create', wanted),
    app.call('desk-2', 'setup.create', { ...wanted, officeName: 'Southgate Office' }),
  ]);
  expect(answers[0].ok).toBe(true);
  expect(answers[1]).toMatchObject({ ok: false, error: { code: 'SETUP_UNDER_WAY' } });
  expect((await app.ask('desk', 'session.state', {})).officeName).toBe('Northgate Office');
});

test.each([
  ['no way to open the store', { passphrase: null }, 'passphrase', 'WAY_NEEDED'],
  ['a common passphrase', { passphrase: 'passwordpassword' }, 'passphrase', 'PASSWORD_COMMON'],
  [
    'a passphrase that is the name of the office',
    { passphrase: 'Northgate Office' },
    'passphrase',
    'PASSWORD_GUESSABLE',
  ],
  [
    'a passphrase that is shorter than its pieces make it look',
    { passphrase: 'e\u0301\u0302'.repeat(7) },
    'passphrase',
    'FIELD_TOO_SHORT',
  ],
  [
    'a common password',
    { superuser: { ...superuser, password: 'passwordpassword' } },
    'superuser.password',
    'PASSWORD_COMMON',
  ],
  [
    'a password that is the own e-mail',
    { superuser: { ...superuser, password: superuser.email } },
    'superuser.password',
    'PASSWORD_GUESSABLE',
  ],
])('%s is refused, and leaves nothing behind', async (_, change, field, code) => {
  const app = await startTestApp();
  const before = readdirSync(app.options.dataDir);
  const answer = await app.call('desk', 'setup.create', { ...wanted, ...change });
  expect(answer).toMatchObject({ ok: false, error: { code, fields: { [field]: { code } } } });
  expect(readdirSync(app.options.dataDir)).toEqual(before);
  expect(await state(app)).toBe('no-office');
});

test('without a key store the set-up does not pretend to use one', async () => {
  const app = await startTestApp();
  expect((await app.ask('desk', 'setup.options', {})).hasKeyStore).toBe(false);
  const answer = await app.call('desk', 'setup.create', { ...wanted, useKeyStore: true });
  expect(answer).toMatchObject({ ok: false, error: { code: 'KEY_STORE_UNAVAILABLE' } });
  expect(app.reported.splice(0)).toHaveLength(1);
  expect(await state(app)).toBe('no-office');
  await app.ask('desk', 'setup.create', wanted);
});

test('sample data are people nobody can sign in as, in groups with rights', async () => {
  const app = await startTestApp();
  await setUpOffice(app, { addSampleData: true });
  await signIn(app, 'superuser', superuser);
  const { rows } = await app.ask('superuser', 'staff.list', {});
  expect(rows.length).toBeGreaterThan(5);
  const groups = (await app.ask('superuser', 'groups.list', {})).rows;
  expect(groups.map(({ name, memberCount }) => [name, memberCount])).toEqual([
    ['Auditors', 1],
    ['Front desk', 5],
    ['Team leads', 2],
  ]);
  const file = await storeFileOf(app);
  const expiries = file.rows<{ expires: number }>(
    'SELECT password_expires_at AS expires FROM login WHERE must_change_password = 1',
  );
  expect(expiries).toHaveLength(rows.length - 1);
  for (const { expires } of expiries) expect(expires).toBeLessThanOrEqual(app.clock.now());
  const { rows: entries } = await app.ask('superuser', 'activity.list', { act: 'staff.added' });
  expect(entries).toHaveLength(rows.length);
});

test('sample data have account holders with profiles, some deactivated and one in the trash', async () => {
  const app = await startTestApp();
  await setUpOffice(app, { addSampleData: true });
  await signIn(app, 'superuser', superuser);
  const figures = await app.ask('superuser', 'dashboard.get', {});
  const staff = (await app.ask('superuser', 'staff.list', {})).rows.length;
  expect(figures.accountsByStatus).toEqual([
    { status: 'active', count: staff + 12 },
    { status: 'awaiting-approval', count: 13 },
    { status: 'deactivated', count: 2 },
    { status: 'trash', count: 1 },
  ]);
  expect(figures.profilesByType).toMatchObject([
    { name: 'Buyer', count: 8 },
    { name: 'Partner', count: 5 },
    { name: 'Seller', count: 16 },
  ]);

  const { rows: trash } = await app.ask('superuser', 'accounts.list', { status: 'trash' });
  expect(trash).toMatchObject([{ email: 'fatima.benali@example.org', profiles: [{ name: 'Buyer' }] }]);
  const [{ id } = { id: '' }] = (await app.ask('superuser', 'accounts.list', { search: 'herrera' })).rows;
  const { profiles, createdAt, lastSignInAt, login } = await app.ask('superuser', 'accounts.get', { id });
  expect(profiles.map(({ type, values }) => [type.name, values.map(({ value }) => value)])).toEqual([
    ['Buyer', ['South', false]],
    ['Seller', ['Books', 318, '2019-09-01']],
  ]);
  expect(createdAt).toBeLessThan(lastSignInAt ?? 0);
  expect(login.mustChangePassword).toBe(false);
  expect((await app.ask('superuser', 'accounts.activity', { id })).rows.map(({ act }) => act)).toEqual([
    'authorized-user.added',
    'profile.added',
    'profile.added',
    'account.added',
  ]);
});

test('sample data have authorized users, with and without a login, in categories and with the office’s permissions', async () => {
  const app = await startTestApp();
  await setUpOffice(app, { addSampleData: true });
  await signIn(app, 'superuser', superuser);
  const { rows } = await app.ask('superuser', 'authorizedUsers.list', {});
  expect(rows.map(({ loginState }) => loginState).sort()).toEqual([
    ...['contact-only', 'contact-only'],
    ...['enabled', 'enabled', 'enabled', 'enabled'],
  ]);
  const { categories, permissions } = await app.ask('superuser', 'delegation.choices', {});
  expect(categories.map(({ name }) => name)).toEqual(['Family', 'Accountant', 'Business partner', 'Lawyer']);
  expect(permissions.slice(-2).map(({ label }) => label)).toEqual(['Collect parcels', 'Order by phone']);
  const { rows: found } = await app.ask('superuser', 'authorizedUsers.list', { search: 'nils.lund' });
  expect(found).toMatchObject([
    { givenName: 'Nils', category: { name: 'Family' }, account: { email: 'greta.lund@example.org' } },
  ]);
  const { rows: entries } = await app.ask('superuser', 'activity.list', { act: 'authorized-user.added' });
  expect(entries).toHaveLength(rows.length);
  expect(entries.every(({ onBehalfOf }) => onBehalfOf !== null)).toBe(true);
});

test('sample data have sign-ups in every part of the queue, open registration, and rules that have decided', async () => {
  const app = await startTestApp();
  await setUpOffice(app, { addSampleData: true });
  await signIn(app, 'superuser', superuser);
  expect(await app.ask('superuser', 'moderation.counts', {})).toMatchObject({
    waiting: 10,
    appeals: 1,
    parked: 1,
    changesRequested: 1,
    decided: 4,
  });
  const queue = async (tab: 'waiting' | 'decided') => (await app.ask('superuser', 'moderation.queue', { tab })).rows;
  const waiting = await queue('waiting');
  expect(waiting.map(({ since }) => since)).toEqual(waiting.map(({ since }) => since).sort((a, b) => a - b));
  expect(waiting.filter(({ kind }) => kind === 'profile')).toMatchObject([{ familyName: 'Wójcik' }]);
  expect(waiting.filter(({ firstApproval }) => firstApproval)).toMatchObject([{ familyName: 'Mehta' }]);
  expect(waiting.filter(({ hasDuplicates }) => hasDuplicates).map(({ email }) => email)).toContain(
    'greta.lund@example.com',
  );
  expect((await queue('decided')).filter(({ decision }) => decision?.rule)).toMatchObject([
    { givenName: 'Thandiwe', state: 'approved', decision: { rule: '@harbour-market.example' } },
  ]);
  // All of it has long had effect, and nobody of them can be signed in as.
  expect(waiting.every(({ decision }) => decision === null)).toBe(true);
  const file = await storeFileOf(app);
  expect(file.rows('SELECT id FROM sign_up_case WHERE due_at <= ?', app.clock.now())).toEqual([]);
  expect(await app.ask('newcomer', 'registration.offer', {})).toMatchObject({
    isOpen: true,
    types: [{ name: 'Buyer' }, { name: 'Partner' }, { name: 'Seller' }],
  });
});
