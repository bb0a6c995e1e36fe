import { expect, test } from 'vitest';
import type { Reply } from '../../../src-main/app';
import { shareTestOffice } from '../../support/shared-office';
import { addStaff, addStaffAtWindow } from '../../support/test-office';

const office = shareTestOffice();

function renewals(replies: readonly Reply[]): number {
  return replies.filter((reply) => reply.isSessionRenewed).length;
}

/** More tries of a password than are checked at a time, so that some end before `act` does and some after it. */
async function amongTries(act: () => Promise<Reply>, trial: (index: number) => Promise<Reply>) {
  const sooner = [0, 1].map(trial);
  const acting = act();
  const later = [2, 3, 4, 5, 6, 7].map(trial);
  return { reply: await acting, others: await Promise.all([...sooner, ...later]) };
}

test('of calls that overlap, the one that renews the session says so and no other', async () => {
  const { app } = office.app;
  const window = 'overlapping';
  const { email, password } = (await addStaff(office.app, window)).credentials;
  const signIn = (signInName: string) => app.call(window, 'session.signIn', { signInName, password });

  const signingIn = await amongTries(
    () => signIn(email),
    (index) => signIn(`nobody-${index}@example.com`),
  );
  expect(signingIn.reply).toMatchObject({ answer: { ok: true }, isSessionRenewed: true });
  expect(renewals(signingIn.others)).toBe(0);

  const change = { currentPassword: password, newPassword: 'amber windmill turning north' };
  const wrongChange = { ...change, newPassword: password };
  const changing = await amongTries(
    () => app.call(window, 'session.changeOwnPassword', change),
    () => app.call(window, 'session.changeOwnPassword', wrongChange),
  );
  expect(changing.reply).toMatchObject({ answer: { ok: true }, isSessionRenewed: true });
  expect(renewals(changing.others)).toBe(0);
});

test('signing in or unlocking twice at once renews the session once', async () => {
  const { app } = office.app;
  const { credentials } = await addStaffAtWindow(office.app, 'twice');
  const twice = (procedure: string, input: object) =>
    Promise.all([app.call('twice', procedure, input), app.call('twice', procedure, input)]);
  await office.app.ask('twice', 'session.lock', {});
  expect(renewals(await twice('session.unlock', { password: credentials.password }))).toBe(1);
  expect(renewals(await twice('session.signOut', {}))).toBe(1);
  const typed = { signInName: credentials.email, password: credentials.password };
  expect(renewals(await twice('session.signIn', typed))).toBe(1);
});

test('a refused try renews nothing', async () => {
  const wrong = { signInName: 'nobody@example.com', password: 'not the one' };
  expect(await office.app.app.call('refused', 'session.signIn', wrong)).toMatchObject({
    answer: { ok: false },
    isSessionRenewed: false,
  });
});

test('a session that was ended elsewhere is renewed by the call that finds out', async () => {
  const { app } = office;
  const { member } = await addStaffAtWindow(app, 'ended', ['staff.view']);
  const { version } = await app.ask('superuser', 'staff.get', { id: member.id });
  await app.ask('superuser', 'staff.deactivate', { id: member.id, version });
  const replies = await Promise.all([1, 2, 3].map(() => app.app.call('ended', 'session.state', {})));
  expect(renewals(replies)).toBe(1);
});
