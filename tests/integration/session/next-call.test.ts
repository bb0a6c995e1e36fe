import { expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import type { TestApp } from '../../support/test-app';
import { addStaffAtWindow, newStaff, passphrase, signIn, startTestOffice, superuser } from '../../support/test-office';

const office = shareTestOffice();

async function changed(app: TestApp, id: string, change: Partial<ReturnType<typeof newStaff>>): Promise<void> {
  const { version, email, givenName, familyName, phone, isSuperuser, groups, permissions } = await app.ask(
    'superuser',
    'staff.get',
    { id },
  );
  const details = { email, givenName, familyName, phone, isSuperuser, permissions };
  await app.ask('superuser', 'staff.update', {
    id,
    version,
    ...details,
    groups: groups.map((group) => group.id),
    ...change,
  });
}

test('who is deactivated is signed out at the next call, in every window', async () => {
  const { app } = office;
  const { member, credentials } = await addStaffAtWindow(app, 'leaver', ['staff.view']);
  await signIn(app, 'leaver-2', credentials);
  const { id } = member;
  const { version } = await app.ask('superuser', 'staff.get', { id });
  await app.ask('superuser', 'staff.deactivate', { id, version });
  expect(await app.refusal('leaver', 'staff.list', {})).toBe('NOT_SIGNED_IN');
  expect((await app.ask('leaver-2', 'session.state', {})).state).toBe('signed-out');

  await app.ask('superuser', 'staff.activate', { id, version: version + 1 });
  expect((await app.ask('leaver', 'session.state', {})).state).toBe('signed-out');
  await signIn(app, 'leaver', credentials);
});

test('whatever deactivates an account signs its person out', async () => {
  const { app, file } = office;
  await addStaffAtWindow(app, 'gone', ['staff.view']);
  file.write("UPDATE account SET is_active = 0 WHERE email = 'gone@example.com'");
  expect(await app.refusal('gone', 'staff.list', {})).toBe('NOT_SIGNED_IN');
});

test('a permission that is taken away is gone at the next call, and one that is given is there', async () => {
  const { app } = office;
  const { member } = await addStaffAtWindow(app, 'mover', ['staff.view']);
  await app.ask('mover', 'staff.list', {});
  await changed(app, member.id, { permissions: ['activity.view'] });
  expect(await app.refusal('mover', 'staff.list', {})).toBe('NOT_ALLOWED');
  await app.ask('mover', 'activity.list', {});
  expect((await app.ask('mover', 'session.state', {})).user?.permissions).toEqual(['activity.view']);
});

test('a change of a group reaches its members at their next call', async () => {
  const { app } = office;
  const group = await app.ask('superuser', 'groups.create', {
    name: 'Lookers',
    description: '',
    permissions: ['staff.view'],
  });
  const { member } = await addStaffAtWindow(app, 'looker');
  await changed(app, member.id, { groups: [group.id] });
  await app.ask('looker', 'staff.list', {});
  await app.ask('superuser', 'groups.update', {
    id: group.id,
    version: group.version,
    name: 'Lookers',
    description: '',
    permissions: [],
  });
  expect(await app.refusal('looker', 'staff.list', {})).toBe('NOT_ALLOWED');
});

test('a one-time password ends the sessions of the person it is given to', async () => {
  const { app } = office;
  const { member, credentials } = await addStaffAtWindow(app, 'forgetful', ['staff.view']);
  const { id } = member;
  const { version } = await app.ask('superuser', 'staff.get', { id });
  const given = await app.ask('superuser', 'staff.giveOneTimePassword', { id, version });
  expect(await app.refusal('forgetful', 'staff.list', {})).toBe('NOT_SIGNED_IN');
  const old = { signInName: credentials.email, password: credentials.password };
  expect(await app.refusal('forgetful', 'session.signIn', old)).toBe('SIGN_IN_FAILED');
  const view = await app.ask('forgetful', 'session.signIn', { ...old, password: given.oneTimePassword });
  expect(view.state).toBe('must-change-password');
});

test('a new e-mail is the sign-in name from then on, and the person has to sign in with it', async () => {
  const { app } = office;
  const { member, credentials } = await addStaffAtWindow(app, 'renamed');
  await changed(app, member.id, { email: 'Other.Name@example.com' });
  expect((await app.ask('renamed', 'session.state', {})).state).toBe('signed-out');
  const old = { signInName: credentials.email, password: credentials.password };
  expect(await app.refusal('renamed-2', 'session.signIn', old)).toBe('SIGN_IN_FAILED');
  await signIn(app, 'renamed-2', { email: 'other.name@EXAMPLE.com', password: credentials.password });
});

test('an act that was under way when its actor lost the right to it is not done', async () => {
  const { app } = office;
  const { member } = await addStaffAtWindow(app, 'demoted', ['staff.view', 'staff.manage']);
  // Adding somebody hashes a password, which takes longer than anything the superuser does meanwhile.
  const [adding] = await Promise.all([
    app.call('demoted', 'staff.create', newStaff('accomplice', { permissions: ['staff.manage'] })),
    changed(app, member.id, { permissions: ['staff.view'] }),
  ]);
  expect(adding).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  const { rows } = await app.ask('superuser', 'staff.list', { search: 'accomplice' });
  expect(rows).toEqual([]);
});

test('an act that was under way when its actor was deactivated, or signed out, is not done', async () => {
  const { app } = office;
  const { member } = await addStaffAtWindow(app, 'dismissed', ['staff.view', 'staff.manage']);
  const { id } = member;
  const { version } = await app.ask('superuser', 'staff.get', { id });
  const [adding] = await Promise.all([
    app.call('dismissed', 'staff.create', newStaff('latecomer')),
    app.ask('superuser', 'staff.deactivate', { id, version }),
  ]);
  expect(adding).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });

  await addStaffAtWindow(app, 'hasty', ['staff.view', 'staff.manage']);
  const [other] = await Promise.all([
    app.call('hasty', 'staff.create', newStaff('latecomer')),
    app.ask('hasty', 'session.signOut', {}),
  ]);
  expect(other).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  expect((await app.ask('superuser', 'staff.list', { search: 'latecomer' })).rows).toEqual([]);
});

test('an unlocking that was under way when somebody else took the window over unlocks nothing of theirs', async () => {
  const { app } = office;
  const { credentials } = await addStaffAtWindow(app, 'first-user');
  await app.ask('first-user', 'session.lock', {});
  const [unlocking] = await Promise.all([
    app.call('first-user', 'session.unlock', { password: credentials.password }),
    app.ask('first-user', 'session.signOut', {}),
  ]);
  expect(unlocking).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  expect((await app.ask('first-user', 'session.state', {})).state).toBe('signed-out');
});

test('a forgotten window and a restarted application have no sessions', async () => {
  const { app } = await startTestOffice();
  app.app.forget('superuser');
  expect((await app.ask('superuser', 'session.state', {})).state).toBe('signed-out');
  await signIn(app, 'superuser', superuser);
  await app.restart();
  expect((await app.ask('superuser', 'session.state', {})).state).toBe('store-locked');
  await app.ask('superuser', 'opening.openWithPassphrase', { passphrase });
  expect((await app.ask('superuser', 'session.state', {})).state).toBe('signed-out');
});
