import { expect, test } from 'vitest';
import type { Answer } from '../../../src-shared/contract';
import { shareTestOffice } from '../../support/shared-office';
import type { TestApp } from '../../support/test-app';
import { addStaff, backAtDesk, onBehalf, signIn, superuser } from '../../support/test-office';
import { accountForm, accountOf, memberOf, staffForm } from './staff-around';

const office = shareTestOffice(async ({ app, file }) => {
  const { credentials } = await addStaff(app, 'second', { isSuperuser: true });
  file.write('UPDATE login SET must_change_password = 0, password_expires_at = NULL');
  await signIn(app, 'second', credentials);
});

async function idAt(app: TestApp, window: string): Promise<string> {
  const { user } = await app.ask(window, 'session.state', {});
  if (!user) throw new Error(`Nobody is signed in at ${window}.`);
  return user.id;
}

async function demoting(app: TestApp, id: string) {
  return staffForm(app, id, { isSuperuser: false });
}

async function choiceOf(app: TestApp, id: string) {
  return { id, version: (await memberOf(app, id)).version };
}

/** Makes both superusers again, whatever has become of them, and signs them in. */
async function bothAgain(): Promise<{ first: string; second: string }> {
  const { app, file } = office;
  file.write(
    `UPDATE account SET is_active = 1, is_staff = 1, is_superuser = 1, deleted_at = NULL, purge_at = NULL
     WHERE email IN (?, 'second@example.com')`,
    superuser.email,
  );
  await backAtDesk(app, 'superuser', superuser);
  await backAtDesk(app, 'second', { email: 'second@example.com', password: 'first lantern given by hand' });
  return { first: await idAt(app, 'superuser'), second: await idAt(app, 'second') };
}

function activeSuperusers(): number {
  return office.file.rows('SELECT id FROM account WHERE is_superuser = 1 AND is_active = 1 AND deleted_at IS NULL')
    .length;
}

function codes(answers: readonly Answer[]): string[] {
  return answers.map((answer) => (answer.ok ? 'done' : answer.error.code)).sort();
}

test('the last active superuser is not demoted; one of two is', async () => {
  const { app } = office;
  const { first, second } = await bothAgain();
  await app.ask('superuser', 'staff.update', await demoting(app, second));
  expect(await app.refusal('superuser', 'staff.update', await demoting(app, first))).toBe('LAST_SUPERUSER');
  expect(activeSuperusers()).toBe(1);
});

test('a deactivated superuser does not count', async () => {
  const { app } = office;
  const { first, second } = await bothAgain();
  await app.ask('superuser', 'staff.deactivate', await choiceOf(app, second));
  expect(await app.refusal('superuser', 'staff.update', await demoting(app, first))).toBe('LAST_SUPERUSER');
  await app.ask('superuser', 'staff.update', await demoting(app, second));
  expect(activeSuperusers()).toBe(1);
});

test('a superuser may step down while there is another', async () => {
  const { app } = office;
  const { first } = await bothAgain();
  await app.ask('superuser', 'staff.update', await demoting(app, first));
  expect(await app.refusal('superuser', 'staff.list', {})).toBe('NOT_ALLOWED');
  expect(activeSuperusers()).toBe(1);
});

test('of the last two who demote each other at once, one stays', async () => {
  const { app } = office;
  const { first, second } = await bothAgain();
  const [ofSecond, ofFirst] = [await demoting(app, second), await demoting(app, first)];
  const answers = await Promise.all([
    app.call('superuser', 'staff.update', ofSecond),
    app.call('second', 'staff.update', ofFirst),
  ]);
  expect(codes(answers)).toEqual(['NOT_ALLOWED', 'done']);
  expect(activeSuperusers()).toBe(1);
});

test('of the last two who step down at once, one stays', async () => {
  const { app } = office;
  const { first, second } = await bothAgain();
  const [ofFirst, ofSecond] = [await demoting(app, first), await demoting(app, second)];
  const answers = await Promise.all([
    app.call('superuser', 'staff.update', ofFirst),
    app.call('second', 'staff.update', ofSecond),
  ]);
  expect(codes(answers)).toEqual(['LAST_SUPERUSER', 'done']);
  expect(activeSuperusers()).toBe(1);
});

test('of the last two who deactivate each other at once, one stays', async () => {
  const { app } = office;
  const { first, second } = await bothAgain();
  const [ofFirst, ofSecond] = [await choiceOf(app, first), await choiceOf(app, second)];
  const answers = await Promise.all([
    app.call('superuser', 'staff.deactivate', ofSecond),
    app.call('second', 'staff.deactivate', ofFirst),
  ]);
  expect(codes(answers)).toEqual(['NOT_SIGNED_IN', 'done']);
  expect(activeSuperusers()).toBe(1);
});

test('one who deactivates the other while that one steps down: one stays', async () => {
  const { app } = office;
  const { first } = await bothAgain();
  const [stepping, choice] = [await demoting(app, first), await choiceOf(app, first)];
  const answers = await Promise.all([
    app.call('superuser', 'staff.update', stepping),
    app.call('second', 'staff.deactivate', choice),
  ]);
  expect(codes(answers)).toEqual(['STALE_VERSION', 'done']);
  expect(activeSuperusers()).toBe(1);
});

test.each([
  ['superuser', { isSuperuser: false }],
  ['staff', { isStaff: false }],
  ['active', { isActive: false }],
])('nor does the last one stop being %s by the form of accounts', async (_, change) => {
  const { app } = office;
  const { first, second } = await bothAgain();
  await app.ask('superuser', 'accounts.update', await accountForm(app, second, change));
  expect(await app.refusal('superuser', 'accounts.update', await accountForm(app, first, change))).toBe(
    'LAST_SUPERUSER',
  );
  expect(activeSuperusers()).toBe(1);
});

test('a superuser in the trash does not count', async () => {
  const { app } = office;
  const { first, second } = await bothAgain();
  const { version } = await accountOf(app, second);
  await app.ask('superuser', 'accounts.delete', { id: second, version, onBehalf });
  expect(await app.refusal('superuser', 'staff.update', await demoting(app, first))).toBe('LAST_SUPERUSER');
  expect(activeSuperusers()).toBe(1);
});

test.each(['accounts.delete', 'accounts.deactivate'] as const)(
  'of the last two who use %s on each other at once, one stays',
  async (name) => {
    const { app } = office;
    const { first, second } = await bothAgain();
    const [ofFirst, ofSecond] = [await choiceOf(app, first), await choiceOf(app, second)];
    const answers = await Promise.all([
      app.call('superuser', name, { ...ofSecond, onBehalf }),
      app.call('second', name, { ...ofFirst, onBehalf }),
    ]);
    expect(codes(answers)).toEqual(['NOT_SIGNED_IN', 'done']);
    expect(activeSuperusers()).toBe(1);
  },
);
