import { beforeEach, expect, test } from 'vitest';
import { hours } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, backAtDesk, onBehalf, signIn, superuser } from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

const newPassword = 'amber windmill turning north';

async function rows(id: string) {
  return (await office.app.ask('superuser', 'accounts.activity', { id })).rows;
}

test('a one-time password is answered once and nowhere else, ends the sessions, and has to be changed', async () => {
  const { app, file } = office;
  const { account, credentials } = await addAccount(app, 'forgetful');
  const { id, version } = account;
  await signIn(app, 'forgetful', credentials);
  const given = await app.ask('superuser', 'accounts.giveOneTimePassword', { id, version, onBehalf });
  const expiresAt = app.clock.now() + hours(72);
  expect(given).toMatchObject({
    account: { version: version + 1, login: { mustChangePassword: true, passwordExpiresAt: expiresAt } },
    expiresAt,
  });
  expect(given.oneTimePassword.split(' ')).toHaveLength(6);
  expect(JSON.stringify(file.dump())).not.toContain(given.oneTimePassword);
  expect((await app.ask('forgetful', 'session.state', {})).state).toBe('signed-out');
  const old = { signInName: credentials.email, password: credentials.password };
  expect(await app.refusal('forgetful', 'session.signIn', old)).toBe('SIGN_IN_FAILED');
  const view = await app.ask('forgetful', 'session.signIn', { ...old, password: given.oneTimePassword });
  expect(view.state).toBe('must-change-password');
  const change = { currentPassword: given.oneTimePassword, newPassword };
  expect((await app.ask('forgetful', 'session.changeOwnPassword', change)).state).toBe('full');
  const { login } = await app.ask('superuser', 'accounts.get', { id });
  expect(login).toMatchObject({ mustChangePassword: false, passwordExpiresAt: null });
  expect((await rows(id)).map(({ act }) => act)).toContain('account.one-time-password-given');
});

test('a password that staff have chosen works the same', async () => {
  const { app, file } = office;
  const { account, credentials } = await addAccount(app, 'reset');
  const { id, version } = account;
  await signIn(app, 'reset', credentials);
  const changed = await app.ask('superuser', 'accounts.setPassword', { id, version, newPassword, onBehalf });
  expect(changed).toMatchObject({ version: version + 1, login: { mustChangePassword: true } });
  expect((await app.ask('reset', 'session.state', {})).state).toBe('signed-out');
  const view = await app.ask('reset', 'session.signIn', { signInName: credentials.email, password: newPassword });
  expect(view.state).toBe('must-change-password');
  const [, entry] = await rows(id);
  expect(entry).toMatchObject({ act: 'account.password-set', changes: [], ...onBehalf });
  expect(JSON.stringify(file.dump())).not.toContain(newPassword);
});

test('an expired one lets nobody in, and a new one does', async () => {
  const { app } = office;
  const { account, credentials } = await addAccount(app, 'late');
  const { id } = account;
  app.clock.advance(hours(72));
  await backAtDesk(app, 'superuser', superuser);
  const old = { signInName: credentials.email, password: credentials.password };
  expect(await app.refusal('late', 'session.signIn', old)).toBe('PASSWORD_EXPIRED');
  const given = await app.ask('superuser', 'accounts.giveOneTimePassword', { id, version: 1, onBehalf });
  await signIn(app, 'late', { email: credentials.email, password: given.oneTimePassword });
});

test('either lifts the lock of whoever has tried in vain', async () => {
  const { app } = office;
  const { account, credentials } = await addAccount(app, 'impatient');
  const { id, version } = account;
  const attempt = { signInName: credentials.email, password: 'not the password at all' };
  for (let time = 0; time < 6; time += 1) await app.refusal('impatient', 'session.signIn', attempt);
  await app.ask('superuser', 'accounts.setPassword', { id, version, newPassword, onBehalf });
  await signIn(app, 'impatient', { email: credentials.email, password: newPassword });
});

test.each([
  ['passwordpassword', 'PASSWORD_COMMON'],
  ['aaaaaaaaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
  ['judged Okafor judged Okafor', 'PASSWORD_GUESSABLE'],
])('%s is refused as %s', async (password, code) => {
  const { app, file } = office;
  const { account } = await addAccount(app, `judged${code.length}${password.length}`);
  const { id, version } = account;
  const before = file.dump();
  const answer = await app.call('superuser', 'accounts.setPassword', { id, version, newPassword: password, onBehalf });
  expect(answer).toMatchObject({ ok: false, error: { code, fields: { newPassword: { code } } } });
  expect(file.dump()).toEqual(before);
});

test('one’s own is changed by oneself and not this way', async () => {
  const { app } = office;
  const { user } = await app.ask('superuser', 'session.state', {});
  const { id, version } = await app.ask('superuser', 'accounts.get', { id: user?.id ?? '' });
  const choice = { id, version, onBehalf };
  expect(await app.refusal('superuser', 'accounts.giveOneTimePassword', choice)).toBe('OWN_ACCOUNT');
  expect(await app.refusal('superuser', 'accounts.setPassword', { ...choice, newPassword })).toBe('OWN_ACCOUNT');
});
