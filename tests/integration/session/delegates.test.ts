import { expect, test } from 'vitest';
import { addDelegate, type DelegateRow, delegatePassword } from '../../support/delegates';
import { days, minutes } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, addStaff, backAtDesk, onBehalf, superuser, trashAccount } from '../../support/test-office';

const office = shareTestOffice();

let made = 0;

/** An account with an authorized user, both called by the name. */
async function accountWithDelegate(name: string, given: Partial<DelegateRow> = {}) {
  made += 1;
  const { account, credentials } = await addAccount(office.app, `${name}-holder-${made}`);
  const delegate = await addDelegate(office, account.id, { givenName: name, username: `${name}-${made}`, ...given });
  return { account, credentials, delegate };
}

function signInBy(window: string, signInName: string, password = delegatePassword) {
  return office.app.call(window, 'session.signIn', { signInName, password });
}

async function codeOf(signingIn: ReturnType<typeof signInBy>) {
  const answer = await signingIn;
  return answer.ok ? answer.data.state : answer.error.code;
}

const now = () => office.app.clock.now();

test('an authorized user comes in by the username, whatever its case and the blanks around it', async () => {
  const { account, delegate } = await accountWithDelegate('dora', { permissions: ['profiles.edit', 'activity.view'] });
  const answer = await signInBy('dora', `  ${delegate.username.toUpperCase()} `);
  expect(answer).toMatchObject({
    ok: true,
    data: {
      state: 'full',
      user: {
        id: delegate.id,
        givenName: 'dora',
        familyName: 'Vertreter',
        email: `${delegate.username}@delegates.example`,
        isStaff: false,
        isSuperuser: false,
        permissions: [],
      },
      account: {
        holderName: `${account.givenName} ${account.familyName}`,
        isOwn: false,
        permissions: ['profiles.view', 'profiles.edit', 'activity.view'],
        hasOthers: false,
      },
      ended: null,
      idleLockMs: minutes(15),
    },
  });
});

test('the account holder is told that the account is their own, and may do everything with it', async () => {
  const { account } = await office.app.ask('superuser', 'session.state', {});
  expect(account).toMatchObject({ holderName: 'Olga Petrenko', isOwn: true, hasOthers: false });
  expect(account?.permissions).toHaveLength(5);
});

test('nobody comes in by the e-mail of an authorized user, and a wrong password is answered like an unknown name', async () => {
  const { delegate } = await accountWithDelegate('elif');
  const byEmail = await signInBy('elif', `${delegate.username}@delegates.example`);
  const wrong = await signInBy('elif', delegate.username, 'not the password at all');
  const unknown = await signInBy('elif', 'nobody-of-this-name');
  expect(byEmail).toEqual(unknown);
  expect(wrong).toEqual(unknown);
  expect(unknown).toMatchObject({ ok: false, error: { code: 'SIGN_IN_FAILED' } });
});

type Prepared = Awaited<ReturnType<typeof accountWithDelegate>>;

const outside: [what: string, code: string, prepare: (people: Prepared) => unknown][] = [
  [
    'whose login is switched off',
    'SIGN_IN_FAILED',
    ({ delegate }) => office.file.write('UPDATE authorized_user SET is_login_enabled = 0 WHERE id = ?', delegate.rowId),
  ],
  [
    'whose login has no password any more',
    'SIGN_IN_FAILED',
    ({ delegate }) => office.file.write("UPDATE login SET password_hash = '' WHERE id = ?", delegate.loginId),
  ],
  [
    'who is in the trash',
    'SIGN_IN_FAILED',
    ({ delegate }) =>
      office.file.write(
        'UPDATE authorized_user SET deleted_at = ?, purge_at = ? WHERE id = ?',
        now(),
        now() + days(30),
        delegate.rowId,
      ),
  ],
  [
    'whose account is deactivated',
    'ACCOUNT_DEACTIVATED',
    ({ account: { id, version } }) => office.app.ask('superuser', 'accounts.deactivate', { id, version, onBehalf }),
  ],
  ['whose account is in the trash', 'ACCOUNT_DEACTIVATED', ({ account }) => trashAccount(office.app, account)],
  [
    'whose account counts as purged',
    'SIGN_IN_FAILED',
    ({ delegate }) =>
      office.file.write('UPDATE account SET deleted_at = 1, purge_at = 1 WHERE id = ?', delegate.accountRowId),
  ],
  [
    'whose password has expired',
    'PASSWORD_EXPIRED',
    ({ delegate }) =>
      office.file.write(
        'UPDATE login SET must_change_password = 1, password_expires_at = ? WHERE id = ?',
        now(),
        delegate.loginId,
      ),
  ],
];

test.each(outside)('an authorized user %s stays outside: %s', async (_, code, prepare) => {
  const people = await accountWithDelegate('ferit');
  await prepare(people);
  expect(await codeOf(signInBy('outside', people.delegate.username))).toBe(code);
  expect(await codeOf(signInBy('outside', people.delegate.username, 'not the password at all'))).toBe('SIGN_IN_FAILED');
  const signedIn = 'SELECT id FROM authorized_user WHERE id = ? AND last_sign_in_at IS NOT NULL';
  expect(office.file.rows(signedIn, people.delegate.rowId)).toEqual([]);
});

const states: [what: string, state: string, sql: string][] = [
  [
    'of an account that awaits approval waits with it',
    'awaiting-approval',
    "UPDATE account SET access = 'awaiting-approval' WHERE id = $account",
  ],
  [
    'of a staff account is not kept waiting, as staff are not',
    'full',
    "UPDATE account SET access = 'awaiting-approval', is_staff = 1 WHERE id = $account",
  ],
  [
    'whose password somebody else has set has to change it',
    'must-change-password',
    'UPDATE login SET must_change_password = 1 WHERE id = $login',
  ],
];

test.each(states)('an authorized user %s: %s', async (_, state, sql) => {
  const { delegate } = await accountWithDelegate('gina');
  const isOfAccount = sql.includes('$account');
  const id = isOfAccount ? delegate.accountRowId : delegate.loginId;
  office.file.write(sql.replace(isOfAccount ? '$account' : '$login', '?'), id);
  expect(await codeOf(signInBy(`gina-${state}`, delegate.username))).toBe(state);
});

test('five wrong passwords make the username wait, and the right one too', async () => {
  const { delegate } = await accountWithDelegate('hugo');
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await codeOf(signInBy('hugo', delegate.username, 'not the password at all'))).toBe('SIGN_IN_FAILED');
  }
  expect(await codeOf(signInBy('hugo', delegate.username.toUpperCase()))).toBe('SIGN_IN_WAIT');
  const { login } = await office.app.ask('superuser', 'authorizedUsers.get', { id: delegate.id });
  expect(login?.lockedUntil).toBe(now() + minutes(0.5));
});

test('coming in is noted with the authorized user, and is no sign-in of the holder', async () => {
  const { account, delegate } = await accountWithDelegate('ines');
  await signInBy('ines', delegate.username);
  const rows = office.file.rows('SELECT last_sign_in_at, version FROM authorized_user WHERE id = ?', delegate.rowId);
  expect(rows).toEqual([{ last_sign_in_at: now(), version: 1 }]);
  expect((await office.app.ask('superuser', 'accounts.get', { id: account.id })).lastSignInAt).toBeNull();
});

test("the own password is changed as by everybody, with nobody else's name for a clue", async () => {
  const { app } = office;
  const { account, delegate } = await accountWithDelegate('jonas', { username: 'marmalade-sandwich' });
  await signInBy('jonas', delegate.username);
  await signInBy('jonas-2', delegate.username);
  const change = (newPassword: string) =>
    app.call('jonas', 'session.changeOwnPassword', { currentPassword: delegatePassword, newPassword });
  // The username is the first thing to be tried, the holder's name is not the person's own.
  expect(await change('marmalade-sandwich')).toMatchObject({ ok: false, error: { code: 'PASSWORD_GUESSABLE' } });
  expect(await change(`${account.givenName} under seven amber windmills`)).toMatchObject({ ok: true });
  expect((await app.ask('jonas', 'session.state', {})).state).toBe('full');
  expect(await app.refusal('jonas-2', 'myAccount.overview', {})).toBe('NOT_SIGNED_IN');
  const [entry] = (await app.ask('superuser', 'activity.list', { act: 'password.changed' })).rows;
  expect(entry?.subject).toMatchObject({ kind: 'authorized-user', person: { id: delegate.id } });
});

test("the lock of an idle window and the password asked for again hang on the person's own login", async () => {
  const { app } = office;
  const { delegate, credentials } = await accountWithDelegate('klara');
  await signInBy('klara', delegate.username);
  app.clock.advance(minutes(15));
  expect((await app.ask('klara', 'session.state', {})).state).toBe('locked');
  expect(await app.refusal('klara', 'session.unlock', { password: credentials.password })).toBe('WRONG_PASSWORD');
  await app.ask('klara', 'session.unlock', { password: delegatePassword });
  await app.ask('klara', 'session.reauthenticate', { password: delegatePassword });
  await backAtDesk(app, 'superuser', superuser);
});

test('whoever has an account of their own comes in there, whatever else they act for', async () => {
  const { app, file } = office;
  const { member, credentials } = await addStaff(app, 'lena');
  file.write("UPDATE login SET must_change_password = 0 WHERE sign_in_name = 'lena@example.com'");
  const { account } = await addAccount(app, 'lenas-principal');
  const [login] = file.rows<{ id: number }>("SELECT id FROM login WHERE sign_in_name = 'lena@example.com'");
  await addDelegate(office, account.id, { givenName: 'Lena', loginId: login?.id ?? 0 });
  const view = await app.ask('lena', 'session.signIn', {
    signInName: credentials.email,
    password: credentials.password,
  });
  expect(view).toMatchObject({ user: { id: member.id, isStaff: true }, account: { isOwn: true, hasOthers: true } });
});

test('whoever has none comes in where they were last', async () => {
  const { app, file } = office;
  const { delegate } = await accountWithDelegate('milo');
  const { account: other } = await addAccount(app, 'milos-other');
  const second = await addDelegate(office, other.id, { givenName: 'Milo', loginId: delegate.loginId });
  await signInBy('milo', delegate.username);
  expect((await app.ask('milo', 'session.state', {})).user?.id).toBe(delegate.id);
  file.write('UPDATE authorized_user SET last_sign_in_at = ? WHERE id = ?', now() + 1, second.rowId);
  await signInBy('milo-2', delegate.username);
  expect((await app.ask('milo-2', 'session.state', {})).user?.id).toBe(second.id);
});

const gone: [what: string, code: string, sql: string][] = [
  ['is deactivated', 'ACCOUNT_DEACTIVATED', 'UPDATE account SET is_active = 0 WHERE email = ?'],
  [
    'is in the trash',
    'ACCOUNT_DEACTIVATED',
    `UPDATE account SET deleted_at = 1, purge_at = ${Date.UTC(2099, 0)} WHERE email = ?`,
  ],
];

test.each(gone)('whose own account %s acts for nobody else either', async (what, code, sql) => {
  const { app, file } = office;
  const name = `nora-${what.replaceAll(' ', '-')}`;
  const { credentials } = await addAccount(app, name);
  file.write('UPDATE login SET must_change_password = 0 WHERE sign_in_name = ?', credentials.email);
  const { account } = await addAccount(app, `${name}-principal`);
  const [login] = file.rows<{ id: number }>('SELECT id FROM login WHERE sign_in_name = ?', credentials.email);
  await addDelegate(office, account.id, { givenName: 'Nora', loginId: login?.id ?? 0 });
  await signInBy(name, credentials.email, credentials.password);
  const [other] = (await app.ask(name, 'session.accounts', {})).rows.filter(({ isOwn }) => !isOwn);
  await app.ask(name, 'session.switchAccount', { id: other?.id ?? '' });
  file.write(sql, credentials.email);
  expect(await app.refusal(name, 'myAccount.overview', {})).toBe('NOT_SIGNED_IN');
  expect(await codeOf(signInBy(name, credentials.email, credentials.password))).toBe(code);
});
