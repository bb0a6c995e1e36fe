import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../../src-shared/contract';
import type { Account } from '../../../src-shared/contract/accounts';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import type { Ending } from '../../../src-shared/contract/session';
import { errorMessages } from '../../../src-shared/errors';
import { addDelegate, type Delegate, delegatePassword, tick } from '../../support/delegates';
import { days } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, backAtDesk, onBehalf, superuser, trashAccount } from '../../support/test-office';

const office = shareTestOffice();

interface People {
  readonly account: Account;
  readonly delegate: Delegate;
}

let made = 0;

/** An authorized user who may do everything and is at two windows. */
async function delegateAtTwoWindows(): Promise<People & { windows: [string, string] }> {
  made += 1;
  const { account } = await addAccount(office.app, `principal-${made}`);
  const permissions = ['profiles.edit', 'authorized-users.manage', 'activity.view'];
  const delegate = await addDelegate(office, account.id, { givenName: `Delegate${made}`, permissions });
  const windows: [string, string] = [`delegate-${made}`, `delegate-${made}-2`];
  for (const window of windows) await signInAt(window, delegate);
  return { account, delegate, windows };
}

async function signInAt(window: string, { username }: Delegate): Promise<void> {
  await office.app.ask(window, 'session.signIn', { signInName: username, password: delegatePassword });
}

async function chosen({ id }: Delegate): Promise<AuthorizedUser> {
  return office.app.ask('superuser', 'authorizedUsers.get', { id });
}

/** What the office's form sends that changes nothing. */
async function formOf(delegate: Delegate): Promise<InputOf<'authorizedUsers.update'>> {
  const person = await chosen(delegate);
  const { id, version, givenName, familyName, email, phone, role, recoveryEmail } = person;
  return {
    ...{ id, version, givenName, familyName, email, phone, role, recoveryEmail },
    categoryId: null,
    isLoginEnabled: true,
    username: person.login?.username ?? null,
    password: null,
    permissions: person.permissions.map(({ permission }) => permission),
    onBehalf,
  };
}

async function change(delegate: Delegate, changes: Partial<InputOf<'authorizedUsers.update'>>): Promise<void> {
  await office.app.ask('superuser', 'authorizedUsers.update', { ...(await formOf(delegate)), ...changes });
}

const endings: [what: string, ending: Ending, act: (people: People) => Promise<unknown>][] = [
  [
    'the login is switched off',
    'LOGIN_SWITCHED_OFF',
    ({ delegate }) => change(delegate, { isLoginEnabled: false, username: null }),
  ],
  [
    'the person is put into the trash',
    'LOGIN_SWITCHED_OFF',
    async ({ delegate }) => {
      const { id, version } = await chosen(delegate);
      await office.app.ask('superuser', 'authorizedUsers.delete', { id, version, onBehalf });
    },
  ],
  [
    'the person is deleted for good',
    'LOGIN_SWITCHED_OFF',
    async ({ delegate }) => office.file.write('DELETE FROM authorized_user WHERE id = ?', delegate.rowId),
  ],
  [
    'the person is linked to another login',
    'LOGIN_SWITCHED_OFF',
    async ({ delegate }) => {
      const { id, version } = await chosen(delegate);
      const { account } = await addAccount(office.app, `linked-${delegate.username}`);
      const to = { kind: 'account', id: account.id } as const;
      await office.app.ask('superuser', 'authorizedUsers.link', { id, version, to, onBehalf });
    },
  ],
  [
    'a permission is taken away',
    'PERMISSIONS_CHANGED',
    ({ delegate }) => change(delegate, { permissions: ['profiles.edit'] }),
  ],
  ['all permissions are taken away', 'PERMISSIONS_CHANGED', ({ delegate }) => change(delegate, { permissions: [] })],
  [
    'a permission is given',
    'PERMISSIONS_CHANGED',
    ({ delegate }) =>
      change(delegate, {
        permissions: ['profiles.edit', 'authorized-users.manage', 'activity.view', 'profiles.view'],
      }),
  ],
  [
    'the account is deactivated',
    'ACCESS_TO_ACCOUNT_ENDED',
    ({ account: { id, version } }) => office.app.ask('superuser', 'accounts.deactivate', { id, version, onBehalf }),
  ],
  ['the account is put into the trash', 'ACCESS_TO_ACCOUNT_ENDED', ({ account }) => trashAccount(office.app, account)],
  [
    'the account is deleted for good',
    'ACCESS_TO_ACCOUNT_ENDED',
    async ({ account }) => {
      const { id, version, email } = await trashAccount(office.app, account);
      await office.app.ask('superuser', 'accounts.purge', { id, version, typedEmail: email });
    },
  ],
];

describe.each(endings)('when %s', (_, ending, act) => {
  test(`the next call says ${ending}, once, and the sign-in screen goes on saying it`, async () => {
    const { app } = office;
    const { windows, ...people } = await delegateAtTwoWindows();
    const [first, second] = windows;
    await act(people);

    const answer = await app.call(first, 'myAccount.overview', {});
    expect(answer).toEqual({ ok: false, error: { code: ending, message: errorMessages[ending] } });
    expect(await app.refusal(first, 'myAccount.overview', {})).toBe('NOT_SIGNED_IN');
    const view = { state: 'signed-out', user: null, account: null, ended: ending };
    expect(await app.ask(first, 'session.state', {})).toMatchObject(view);
    expect(await app.ask(first, 'session.state', {})).toMatchObject(view);

    // A window that looks at its own state first is not refused, and has still to be told by a refusal.
    expect(await app.ask(second, 'session.state', {})).toMatchObject(view);
    expect(await app.refusal(second, 'myAccount.activity', {})).toBe(ending);
    expect(await app.refusal(second, 'myAccount.activity', {})).toBe('NOT_SIGNED_IN');

    const { ended } = await app.ask(first, 'session.signIn', {
      signInName: superuser.email,
      password: superuser.password,
    });
    expect(ended).toBeNull();
    await app.ask(first, 'session.signOut', {});
    expect((await app.ask(first, 'session.state', {})).ended).toBeNull();
  });
});

const plain: [what: string, act: (people: People & { windows: [string, string] }) => Promise<unknown>][] = [
  [
    'the password is reset',
    async ({ delegate }) => {
      const { id, version } = await chosen(delegate);
      await office.app.ask('superuser', 'authorizedUsers.resetPassword', { id, version, newPassword: null, onBehalf });
    },
  ],
  ['the username is changed', ({ delegate }) => change(delegate, { username: `${delegate.username}-renamed` })],
  ['the person signs out', ({ windows }) => office.app.ask(windows[0], 'session.signOut', {})],
];

test.each(plain)('when %s the window has to sign in, and nobody has taken anything away', async (_, act) => {
  const { app } = office;
  const people = await delegateAtTwoWindows();
  await act(people);
  expect(await app.refusal(people.windows[0], 'myAccount.overview', {})).toBe('NOT_SIGNED_IN');
  expect(await app.ask(people.windows[0], 'session.state', {})).toMatchObject({ state: 'signed-out', ended: null });
});

const harmless: [what: string, act: (people: People) => Promise<unknown>][] = [
  ['the details are changed', ({ delegate }) => change(delegate, { givenName: 'Renamed', role: 'Bookkeeper' })],
  [
    'the form is saved with the same boxes ticked in another order',
    ({ delegate }) => change(delegate, { permissions: ['activity.view', 'authorized-users.manage', 'profiles.edit'] }),
  ],
  [
    'the holder is given a new password',
    ({ account: { id, version } }) =>
      office.app.ask('superuser', 'accounts.giveOneTimePassword', { id, version, onBehalf }),
  ],
];

test.each(harmless)('when %s the session goes on', async (_, act) => {
  const { app } = office;
  const { windows, ...people } = await delegateAtTwoWindows();
  await act(people);
  for (const window of windows) await app.ask(window, 'myAccount.overview', {});
});

test('the holder hears nothing of it, and is signed out as ever', async () => {
  const { app } = office;
  const { account, credentials } = await addAccount(app, 'plain-holder');
  await app.ask('plain-holder', 'session.signIn', { signInName: credentials.email, password: credentials.password });
  await app.ask('superuser', 'accounts.deactivate', { id: account.id, version: account.version, onBehalf });
  expect(await app.refusal('plain-holder', 'session.lock', {})).toBe('NOT_SIGNED_IN');
  expect((await app.ask('plain-holder', 'session.state', {})).ended).toBeNull();
});

const person = {
  givenName: 'Latecomer',
  familyName: 'Vertreter',
  email: 'latecomer@example.com',
  phone: '',
  role: '',
  categoryId: null,
  isLoginEnabled: true,
  username: 'latecomer',
  password: 'first lantern given by hand',
  recoveryEmail: '',
  permissions: [],
};

/** Adding somebody with a login hashes a password, which takes longer than anything that is done meanwhile. */
async function addingWhile({ windows }: { windows: [string, string] }, act: () => unknown) {
  const [adding] = await Promise.all([office.app.call(windows[0], 'myAuthorizedUsers.create', person), act()]);
  expect(office.file.rows("SELECT id FROM authorized_user WHERE given_name = 'Latecomer'")).toEqual([]);
  expect(office.file.rows("SELECT id FROM login WHERE sign_in_name = 'latecomer'")).toEqual([]);
  return adding;
}

test.each(endings.filter(([what]) => !what.includes('linked') && !what.includes('for good')))(
  'a write that is under way when %s is not done, and is told so: %s',
  async (_, ending, act) => {
    const people = await delegateAtTwoWindows();
    const adding = await addingWhile(people, () => act(people));
    expect(adding).toMatchObject({ ok: false, error: { code: ending } });
    expect(await office.app.refusal(people.windows[0], 'myAccount.overview', {})).toBe('NOT_SIGNED_IN');
    expect((await office.app.ask(people.windows[0], 'session.state', {})).ended).toBe(ending);
  },
);

test('a permission that is lost in any other way is gone before the turn of the write, and at the next call', async () => {
  const people = await delegateAtTwoWindows();
  const { rowId } = people.delegate;
  const adding = await addingWhile(people, () => tick(office.file, rowId, ['authorized-users.view']));
  expect(adding).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  const [window] = people.windows;
  await office.app.ask(window, 'myAuthorizedUsers.list', {});
  tick(office.file, rowId, []);
  expect(await office.app.refusal(window, 'myAuthorizedUsers.list', {})).toBe('NOT_ALLOWED');
});

test('a write that is under way when the window goes over to another account is not done for either', async () => {
  const people = await delegateAtTwoWindows();
  const { account } = await addAccount(office.app, 'elsewhere');
  const { loginId } = people.delegate;
  const there = await addDelegate(office, account.id, {
    givenName: 'Elsewhere',
    loginId,
    permissions: ['authorized-users.manage'],
  });
  const switching = () => office.app.ask(people.windows[0], 'session.switchAccount', { id: there.id });
  expect(await addingWhile(people, switching)).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
});

test('what was taken away stays told until somebody signs in, however long that takes', async () => {
  const { app } = office;
  const { windows, delegate } = await delegateAtTwoWindows();
  await change(delegate, { isLoginEnabled: false, username: null });
  await app.ask(windows[0], 'session.state', {});
  app.clock.advance(days(1));
  expect((await app.ask(windows[0], 'session.state', {})).ended).toBe('LOGIN_SWITCHED_OFF');
  app.app.forget(windows[0]);
  expect((await app.ask(windows[0], 'session.state', {})).ended).toBeNull();
  await backAtDesk(app, 'superuser', superuser);
});
