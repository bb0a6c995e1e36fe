import { beforeEach, expect, test } from 'vitest';
import { minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import {
  accountFormOf,
  addAccount,
  backAtDesk,
  onBehalf,
  signIn,
  superuser,
  trashAccount,
} from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

async function fail(signInName: string, times: number): Promise<void> {
  const attempt = { signInName, password: 'not the password at all' };
  for (let time = 0; time < times; time += 1) await office.app.refusal('desk', 'session.signIn', attempt);
}

async function lockedUntil(id: string): Promise<number | null> {
  return (await office.app.ask('superuser', 'accounts.get', { id })).login.lockedUntil;
}

test('an account is locked from the fifth failed try on, until its wait is over', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'locked');
  await fail(account.email, 4);
  expect(await lockedUntil(account.id)).toBeNull();
  await fail(account.email.toUpperCase(), 1);
  expect(await lockedUntil(account.id)).toBe(app.clock.now() + seconds(30));
  app.clock.advance(seconds(30) - 1);
  expect(await lockedUntil(account.id)).not.toBeNull();
  app.clock.advance(1);
  expect(await lockedUntil(account.id)).toBeNull();
});

test('lifting the lock lets the person try at once, and is recorded', async () => {
  const { app } = office;
  const { account, credentials } = await addAccount(app, 'lifted');
  await fail(account.email, 5);
  const attempt = { signInName: credentials.email, password: credentials.password };
  expect(await app.refusal('lifted', 'session.signIn', attempt)).toBe('SIGN_IN_WAIT');
  const lifted = await app.ask('superuser', 'accounts.liftLock', { id: account.id });
  expect(lifted).toMatchObject({ version: account.version, login: { lockedUntil: null } });
  await signIn(app, 'lifted', credentials);
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: account.id });
  expect(rows.map(({ act }) => act)).toEqual(['session.signed-in', 'account.lock-lifted', 'account.added']);
});

test('lifting a lock that is not there changes nothing and is no entry', async () => {
  const { app, file } = office;
  const { account } = await addAccount(app, 'free');
  await fail(account.email, 2);
  const before = file.dump();
  await app.ask('superuser', 'accounts.liftLock', { id: account.id });
  expect(file.dump()).toEqual(before);
});

test('a lock goes by the name somebody has now', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'before');
  const { id, version } = account;
  const form = { ...accountFormOf(account), onBehalf };
  await fail(account.email, 5);
  await fail('after@example.com', 6);
  expect(locked()).toContain(id);
  await app.ask('superuser', 'accounts.update', { ...form, email: 'in.between@example.com' });
  expect([await lockedUntil(id), locked().includes(id)]).toEqual([null, false]);
  const renamed = { ...form, version: version + 1, email: 'after@example.com' };
  await app.ask('superuser', 'accounts.update', renamed);
  expect([await lockedUntil(id), locked().includes(id)]).toEqual([app.clock.now() + seconds(30), true]);
  await trashAccount(app, { id, version: version + 2 });
  expect(await app.refusal('superuser', 'accounts.liftLock', { id })).toBe('IN_TRASH');
});

test('a name that was tried before somebody had it locks them when they come', async () => {
  const { app } = office;
  await fail('expected@example.com', 5);
  const { account } = await addAccount(app, 'expected');
  expect(account.login.lockedUntil).toBe(app.clock.now() + seconds(30));
  expect(locked()).toContain(account.id);
});

test('a clock that was wrong locks nobody for longer than 15 minutes', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'early');
  app.clock.advance(minutes(60 * 24 * 400));
  await fail(account.email, 5);
  app.clock.advance(-minutes(60 * 24 * 400));
  await backAtDesk(app, 'superuser', superuser);
  expect(await lockedUntil(account.id)).toBe(app.clock.now() + seconds(30));
});

/** Whose logins are noted beside the waits: what the list of accounts and the dashboard go by. */
function locked(): unknown[] {
  const rows = office.file.rows(
    'SELECT a.public_id FROM sign_in_wait w JOIN account a ON a.login_id = w.login_id WHERE w.failures >= 5',
  );
  return rows.map((row) => row.public_id);
}
