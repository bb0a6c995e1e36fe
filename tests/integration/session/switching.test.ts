import { expect, test } from 'vitest';
import { addDelegate, delegatePassword } from '../../support/delegates';
import { minutes } from '../../support/manual-clock';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { addAccount, backAtDesk, onBehalf, superuser } from '../../support/test-office';

/** The ids under which one person acts for three accounts. */
const places = { ada: '', ben: '', cem: '' };
const office = shareTestOffice(prepare);

async function prepare(shared: SharedOffice): Promise<void> {
  const accounts = [];
  for (const name of ['cem', 'ben', 'ada']) accounts.push((await addAccount(shared.app, name)).account);
  const [cem, ben, ada] = accounts.map(({ id }) => id);
  const first = await addDelegate(shared, ben ?? '', { givenName: 'Pia', permissions: ['profiles.view'] });
  const { loginId } = first;
  places.ben = first.id;
  places.ada = (await addDelegate(shared, ada ?? '', { givenName: 'Pia', loginId })).id;
  places.cem = (await addDelegate(shared, cem ?? '', { givenName: 'Pia', loginId, permissions: ['activity.view'] })).id;
}

async function signInAt(window: string): Promise<void> {
  office.file.write('UPDATE authorized_user SET last_sign_in_at = NULL');
  await office.app.ask(window, 'session.signIn', { signInName: 'pia', password: delegatePassword });
}

async function currentAt(window: string): Promise<string | undefined> {
  return (await office.app.ask(window, 'session.state', {})).account?.holderName;
}

test('the accounts a person may act for are listed by the names of their holders, the one they are at marked', async () => {
  const { app } = office;
  await signInAt('pia');
  expect((await app.ask('pia', 'session.accounts', {})).rows).toEqual([
    { id: places.ada, holderName: 'ada Okafor', isOwn: false, isCurrent: false },
    { id: places.ben, holderName: 'ben Okafor', isOwn: false, isCurrent: true },
    { id: places.cem, holderName: 'cem Okafor', isOwn: false, isCurrent: false },
  ]);
  expect((await app.ask('superuser', 'session.accounts', {})).rows).toMatchObject([{ isOwn: true, isCurrent: true }]);
});

test('whoever goes over is there at once, with what they may do there, under a new token', async () => {
  const { app } = office;
  await signInAt('pia-2');
  await app.ask('pia-2', 'myAccount.profiles', {});
  const reply = await app.app.call('pia-2', 'session.switchAccount', { id: places.cem });
  expect(reply).toMatchObject({
    isSessionRenewed: true,
    answer: {
      ok: true,
      data: {
        state: 'full',
        user: { id: places.cem },
        account: { holderName: 'cem Okafor', isOwn: false, permissions: ['activity.view'], hasOthers: true },
      },
    },
  });
  expect(await app.refusal('pia-2', 'myAccount.profiles', {})).toBe('NOT_ALLOWED');
  await app.ask('pia-2', 'myAccount.activity', {});
  expect(await currentAt('pia')).toBe('ben Okafor');
});

test('going over is recorded with the account that was gone over to, where the next sign-in then leads', async () => {
  const { app, file } = office;
  await signInAt('pia-3');
  const count = () => file.rows("SELECT id FROM activity WHERE act = 'session.signed-in'").length;
  const before = count();
  app.clock.advance(1);
  await app.ask('pia-3', 'session.switchAccount', { id: places.ada });
  expect(count()).toBe(before);
  const [entry] = (await app.ask('superuser', 'activity.list', {})).rows;
  expect(entry).toMatchObject({
    act: 'session.account-switched',
    actor: { id: places.ada, actsFor: { name: 'ada Okafor' } },
    subject: { kind: 'authorized-user', person: { id: places.ada } },
    onBehalfOf: { name: 'ada Okafor' },
  });
  await app.ask('pia-3', 'session.signOut', {});
  await app.ask('pia-3', 'session.signIn', { signInName: 'pia', password: delegatePassword });
  expect(await currentAt('pia-3')).toBe('ada Okafor');
});

test('where one is already one stays, and nothing is recorded', async () => {
  const { app, file } = office;
  await signInAt('pia-4');
  const entries = () => file.rows('SELECT id FROM activity').length;
  const before = entries();
  const reply = await app.app.call('pia-4', 'session.switchAccount', { id: places.ben });
  expect(reply).toMatchObject({ isSessionRenewed: false, answer: { ok: true } });
  expect(entries()).toBe(before);
});

test('nobody goes where they may not act', async () => {
  const { app, file } = office;
  const { account } = await addAccount(app, 'stranger');
  const foreign = await addDelegate(office, account.id, { givenName: 'Foreign' });
  await signInAt('pia-5');
  const own = (await app.ask('superuser', 'session.state', {})).user?.id ?? '';
  for (const id of [account.id, foreign.id, own, 'A'.repeat(22)]) {
    expect(await app.refusal('pia-5', 'session.switchAccount', { id })).toBe('NOT_FOUND');
  }
  file.write('UPDATE authorized_user SET is_login_enabled = 0 WHERE public_id = ?', places.cem);
  expect(await app.refusal('pia-5', 'session.switchAccount', { id: places.cem })).toBe('NOT_FOUND');
  expect((await app.ask('pia-5', 'session.accounts', {})).rows).toHaveLength(2);
  file.write('UPDATE authorized_user SET is_login_enabled = 1 WHERE public_id = ?', places.cem);
  expect(await currentAt('pia-5')).toBe('ben Okafor');
});

test('what is taken away at one account leaves the others open', async () => {
  const { app } = office;
  await signInAt('pia-6');
  const { rows } = await app.ask('superuser', 'accounts.list', { search: 'ben okafor' });
  const { id, version } = await app.ask('superuser', 'accounts.get', { id: rows[0]?.id ?? '' });
  await app.ask('superuser', 'accounts.deactivate', { id, version, onBehalf });
  expect(await app.refusal('pia-6', 'session.accounts', {})).toBe('ACCESS_TO_ACCOUNT_ENDED');
  await signInAt('pia-6');
  expect(await currentAt('pia-6')).not.toBe('ben Okafor');
  expect((await app.ask('pia-6', 'session.accounts', {})).rows).toHaveLength(2);
  await app.ask('superuser', 'accounts.activate', { id, version: version + 1, onBehalf });
});

test('staff who act for somebody are no staff there, and are again when they are back', async () => {
  const { app, file } = office;
  const own = (await app.ask('superuser', 'session.state', {})).user?.id ?? '';
  const { account } = await addAccount(app, 'olgas-principal');
  const [login] = file.rows<{ id: number }>('SELECT id FROM login WHERE sign_in_name = ?', superuser.email);
  const { id } = await addDelegate(office, account.id, { givenName: 'Olga', loginId: login?.id ?? 0 });
  const over = await app.ask('superuser', 'session.switchAccount', { id });
  expect(over).toMatchObject({
    user: { isStaff: false, isSuperuser: false, permissions: [] },
    account: { isOwn: false },
  });
  expect(await app.refusal('superuser', 'staff.list', {})).toBe('NOT_ALLOWED');
  const { rows } = await app.ask('superuser', 'session.accounts', {});
  expect(rows.map(({ isOwn }) => isOwn)).toEqual([true, false]);
  const back = await app.ask('superuser', 'session.switchAccount', { id: own });
  expect(back).toMatchObject({ user: { id: own, isSuperuser: true }, account: { isOwn: true, hasOthers: true } });
  await app.ask('superuser', 'staff.list', {});
});

test('going over is no proof of who one is, and no way around the lock', async () => {
  const { app } = office;
  await signInAt('pia-7');
  app.clock.advance(minutes(6));
  await app.ask('pia-7', 'session.switchAccount', { id: places.cem });
  await app.ask('pia-7', 'session.lock', {});
  expect(await app.refusal('pia-7', 'session.switchAccount', { id: places.ben })).toBe('SESSION_LOCKED');
  await app.ask('pia-7', 'session.unlock', { password: delegatePassword });
  expect(await currentAt('pia-7')).toBe('cem Okafor');
  await backAtDesk(app, 'superuser', superuser);
});

test('a switch that is under way when the person signs out brings nobody back', async () => {
  const { app } = office;
  await signInAt('pia-8');
  await Promise.all([
    app.call('pia-8', 'session.signOut', {}),
    app.call('pia-8', 'session.switchAccount', { id: places.cem }),
  ]);
  expect((await app.ask('pia-8', 'session.state', {})).state).toBe('signed-out');
});

test('a new password ends the sessions of the same person for other accounts too, but not the one it was set in', async () => {
  const { app } = office;
  await signInAt('pia-9');
  await signInAt('pia-10');
  await app.ask('pia-10', 'session.switchAccount', { id: places.cem });
  const newPassword = 'amber windmill turning north';
  await app.ask('pia-9', 'session.changeOwnPassword', { currentPassword: delegatePassword, newPassword });
  expect(await app.refusal('pia-10', 'myAccount.overview', {})).toBe('NOT_SIGNED_IN');
  await app.ask('pia-9', 'session.switchAccount', { id: places.ada });
  expect(await currentAt('pia-9')).toBe('ada Okafor');
});
