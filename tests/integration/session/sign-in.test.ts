import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hours, minutes } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { startTestApp, type TestApp } from '../../support/test-app';
import { addStaff, newStaff, setUpOffice, signIn, superuser } from '../../support/test-office';

const office = shareTestOffice();

/** The least work of several tries, in milliseconds of the processor: how long it takes depends on who else works. */
async function leastWorkOf(count: number, act: (index: number) => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < count; index += 1) {
    const start = process.cpuUsage();
    await act(index);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function failedSignIn(app: TestApp, signInName: string, password = 'not the password at all') {
  return app.call('desk', 'session.signIn', { signInName, password });
}

test('a person comes in by e-mail and password, whatever the case and the blanks around the e-mail', async () => {
  const { app } = office;
  const signInName = `  ${superuser.email.toUpperCase()} `;
  const view = await app.ask('desk', 'session.signIn', { signInName, password: superuser.password });
  expect(view).toMatchObject({
    state: 'full',
    officeName: 'Northgate Office',
    user: { email: superuser.email, isStaff: true, isSuperuser: true },
    idleLockMs: minutes(15),
    trashDays: 30,
  });
  await app.ask('desk', 'session.signOut', {});
});

test('the same password typed on another keyboard is the same', async () => {
  const { app } = office;
  const typed = newStaff('composed', { password: 'caf\u00e9 terrace by the old harbour' });
  await app.ask('superuser', 'staff.create', typed);
  const decomposed = typed.password.normalize('NFD');
  expect(decomposed).not.toBe(typed.password);
  await signIn(app, 'composed', { email: typed.email, password: decomposed });
});

test('an unknown name and a wrong password are answered alike', async () => {
  const { app } = office;
  const unknown = await failedSignIn(app, 'nobody@example.com');
  const wrong = await failedSignIn(app, superuser.email);
  expect(unknown).toEqual(wrong);
  expect(wrong).toMatchObject({ ok: false, error: { code: 'SIGN_IN_FAILED' } });
});

test('an unknown name takes as much work as a wrong password, from the very first try on', async () => {
  const app = await startTestApp();
  await setUpOffice(app);
  const first = await leastWorkOf(1, () => failedSignIn(app, 'first@example.com'));
  const unknown = await leastWorkOf(4, (index) => failedSignIn(app, `nobody${index}@example.com`));
  const known = await leastWorkOf(4, () => failedSignIn(app, superuser.email));
  // Without the hash of a password it would be far less.
  expect(Math.min(unknown, first)).toBeGreaterThan(known / 3);
});

test('a deactivated account is told so only by who knows its password', async () => {
  const { app } = office;
  const typed = newStaff('left');
  const { id, version } = await app.ask('superuser', 'staff.create', typed);
  await app.ask('superuser', 'staff.deactivate', { id, version });
  const wrong = await failedSignIn(app, typed.email);
  expect(wrong).toMatchObject({ ok: false, error: { code: 'SIGN_IN_FAILED' } });
  const right = await failedSignIn(app, typed.email, typed.password);
  expect(right).toMatchObject({ ok: false, error: { code: 'ACCOUNT_DEACTIVATED' } });
});

test('who is signed in signs out before another signs in', async () => {
  const { app } = office;
  const again = { signInName: superuser.email, password: superuser.password };
  expect(await app.refusal('superuser', 'session.signIn', again)).toBe('ALREADY_SIGNED_IN');
});

test('of two people who sign in at one window at once, one is let in and the other told so', async () => {
  const { app } = office;
  const typed = newStaff('second');
  await app.ask('superuser', 'staff.create', typed);
  const people = [superuser, typed];
  const answers = await Promise.all(
    people.map(({ email, password }) => app.call('shared', 'session.signIn', { signInName: email, password })),
  );
  const [winner] = people.filter((_, index) => answers[index]?.ok);
  const [refused] = answers.filter((answer) => !answer.ok);
  expect(refused).toMatchObject({ error: { code: 'ALREADY_SIGNED_IN' } });
  expect((await app.ask('shared', 'session.state', {})).user?.email).toBe(winner?.email);
});

test('a sign-in that was under way while the account was deactivated lets nobody in', async () => {
  const { app } = office;
  const typed = newStaff('replaced');
  const { id, version } = await app.ask('superuser', 'staff.create', typed);
  const [signedIn] = await Promise.all([
    app.call('replaced', 'session.signIn', { signInName: typed.email, password: typed.password }),
    app.ask('superuser', 'staff.deactivate', { id, version }),
  ]);
  expect(signedIn).toMatchObject({ ok: false, error: { code: 'ACCOUNT_DEACTIVATED' } });
  expect((await app.ask('superuser', 'staff.get', { id })).lastSignInAt).toBeNull();
});

test('a sign-in whose password was replaced while it was being checked lets nobody in', async () => {
  const { app, file } = office;
  const { credentials, member } = await addStaff(app, 'rehashed');
  const attempt = { signInName: credentials.email, password: credentials.password };
  const signingIn = app.call('rehashed', 'session.signIn', attempt);
  // By the next turn the password is being checked against the hash from before.
  await setImmediate();
  file.write('UPDATE login SET password_hash = ? WHERE sign_in_name = ?', 'another', credentials.email);
  expect(await signingIn).toMatchObject({ ok: false, error: { code: 'SIGN_IN_FAILED' } });
  expect((await app.ask('superuser', 'staff.get', { id: member.id })).lastSignInAt).toBeNull();
});

test('a password that somebody else has set lets its owner in for 72 hours', async () => {
  const { app } = office;
  const { credentials } = await addStaff(app, 'late');
  const attempt = { signInName: credentials.email, password: credentials.password };
  app.clock.advance(hours(72) - 1);
  expect((await app.ask('in-time', 'session.signIn', attempt)).state).toBe('must-change-password');
  app.clock.advance(1);
  expect(await app.refusal('late', 'session.signIn', attempt)).toBe('PASSWORD_EXPIRED');
  // Being at the window already is no way around the expiry.
  expect((await app.ask('in-time', 'session.state', {})).state).toBe('signed-out');
});
