import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import type { TestApp } from '../../support/test-app';
import { addStaff, addStaffAtWindow, signIn } from '../../support/test-office';

const office = shareTestOffice();
const chosen = 'amber windmill turning north';

async function stateOf(app: TestApp, window: string): Promise<string> {
  return (await app.ask(window, 'session.state', {})).state;
}

test('a person whose password somebody else has set chooses one before anything else', async () => {
  const { app } = office;
  const { credentials } = await addStaff(app, 'newcomer', { permissions: ['staff.view'] });
  await signIn(app, 'newcomer', credentials);
  expect(await app.refusal('newcomer', 'staff.list', {})).toBe('MUST_CHANGE_PASSWORD');
  expect(await app.refusal('newcomer', 'session.reauthenticate', { password: credentials.password })).toBe(
    'MUST_CHANGE_PASSWORD',
  );

  const change = { currentPassword: credentials.password, newPassword: chosen };
  expect((await app.ask('newcomer', 'session.changeOwnPassword', change)).state).toBe('full');
  await app.ask('newcomer', 'staff.list', {});
  await app.ask('newcomer', 'session.signOut', {});
  const old = { signInName: credentials.email, password: credentials.password };
  expect(await app.refusal('newcomer', 'session.signIn', old)).toBe('SIGN_IN_FAILED');
  expect((await app.ask('newcomer', 'session.signIn', { ...old, password: chosen })).state).toBe('full');
});

test('a window that locked itself before the password was chosen unlocks to the same demand', async () => {
  const { app } = office;
  const { credentials } = await addStaff(app, 'interrupted');
  await signIn(app, 'interrupted', credentials);
  await app.ask('interrupted', 'session.lock', {});
  const { state } = await app.ask('interrupted', 'session.unlock', { password: credentials.password });
  expect(state).toBe('must-change-password');
});

test('changing the password ends the sessions of the person in other windows and keeps this one', async () => {
  const { app } = office;
  const { credentials } = await addStaffAtWindow(app, 'everywhere');
  await signIn(app, 'elsewhere', credentials);
  await signIn(app, 'locked', credentials);
  await app.ask('locked', 'session.lock', {});
  const change = { currentPassword: credentials.password, newPassword: chosen };
  expect((await app.ask('everywhere', 'session.changeOwnPassword', change)).state).toBe('full');

  expect(await stateOf(app, 'everywhere')).toBe('full');
  expect(await app.refusal('elsewhere', 'session.touch', {})).toBe('NOT_SIGNED_IN');
  expect(await app.refusal('locked', 'session.unlock', { password: chosen })).toBe('NOT_SIGNED_IN');
});

test('a session stays while the change of its own password and other calls of its window overlap', async () => {
  const { app } = office;
  const { credentials } = await addStaffAtWindow(app, 'busy');
  let current = credentials.password;
  for (const next of [chosen, 'second windmill turning south', 'third windmill turning west']) {
    let isChanging = true;
    const change = app
      .ask('busy', 'session.changeOwnPassword', { currentPassword: current, newPassword: next })
      .finally(() => {
        isChanging = false;
      });
    // Calls all the time, so that some come while the new password is hashed and some right behind its change.
    while (isChanging) {
      const calls = Array.from({ length: 20 }, () => app.ask('busy', 'session.state', {}));
      for (const { state } of await Promise.all(calls)) expect(state).toBe('full');
      await setImmediate();
    }
    await change;
    current = next;
  }
});

test('of two changes of one password at once the second is told that it came too late', async () => {
  const { app } = office;
  const { credentials } = await addStaffAtWindow(app, 'twofold');
  await signIn(app, 'twofold-2', credentials);
  const answers = await Promise.all(
    [
      { window: 'twofold', newPassword: chosen },
      { window: 'twofold-2', newPassword: 'second windmill turning south' },
    ].map(async ({ window, newPassword }) => {
      const change = { currentPassword: credentials.password, newPassword };
      return { newPassword, answer: await app.call(window, 'session.changeOwnPassword', change) };
    }),
  );
  const [made] = answers.filter(({ answer }) => answer.ok);
  const [refused] = answers.filter(({ answer }) => !answer.ok);
  expect(refused?.answer).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
  await signIn(app, 'twofold-3', { email: credentials.email, password: made?.newPassword ?? '' });
});

test.each([
  ['the one there is', 'quiet meadow chosen alone', 'PASSWORD_UNCHANGED'],
  ['the one there is, typed on another keyboard', 'ｑuiet meadow chosen alone', 'PASSWORD_UNCHANGED'],
  ['one from the lists', 'passwordpassword', 'PASSWORD_COMMON'],
  ['one from the lists in disguise', 'P@$$w0rd P@$$w0rd', 'PASSWORD_GUESSABLE'],
  ['one that is easy to guess', 'aaaaaaaaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
  ['the own e-mail', 'judged@example.com', 'PASSWORD_GUESSABLE'],
  ['fewer characters than their pieces make it look', 'e\u0301\u0302'.repeat(7), 'FIELD_TOO_SHORT'],
])('a new password is refused: %s', async (_, newPassword, code) => {
  const { app } = office;
  const name = `judged`;
  const { state } = await app.ask(name, 'session.state', {});
  if (state === 'signed-out') await addStaffAtWindow(app, name);
  const answer = await app.call(name, 'session.changeOwnPassword', {
    currentPassword: 'quiet meadow chosen alone',
    newPassword,
  });
  expect(answer).toMatchObject({ ok: false, error: { code, fields: { newPassword: { code } } } });
});

test('a wrong current password is said in its field, and changes nothing', async () => {
  const { app } = office;
  const { credentials } = await addStaffAtWindow(app, 'mistyped');
  const answer = await app.call('mistyped', 'session.changeOwnPassword', {
    currentPassword: 'not the password at all',
    newPassword: chosen,
  });
  expect(answer).toMatchObject({ error: { code: 'WRONG_PASSWORD', fields: { currentPassword: {} } } });
  await signIn(app, 'mistyped-2', credentials);
});
