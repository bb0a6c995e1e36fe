import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../src-shared/contract';
import type { Account } from '../../../src-shared/contract/accounts';
import { shareTestOffice } from '../../support/shared-office';
import {
  accountFormOf,
  addAccount,
  addStaffAtWindow,
  backAtDesk,
  newAccount,
  onBehalf,
  signIn,
  superuser,
  trashAccount,
} from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

let added = 0;
function newName(): string {
  added += 1;
  return `person${added}`;
}

async function add(typed: Partial<InputOf<'accounts.create'>> = {}): Promise<Account> {
  return (await addAccount(office.app, newName(), typed)).account;
}

async function addGroup(name: string): Promise<string> {
  const typed = { name, description: '', permissions: ['staff.view' as const] };
  return (await office.app.ask('superuser', 'groups.create', typed)).id;
}

describe('adding', () => {
  test('shows the new account as it was typed, trimmed and composed', async () => {
    const { app } = office;
    const account = await add({
      email: '  Zoe\u0301.Lim@Example.com ',
      givenName: ' Zoe\u0301 ',
      familyName: '李',
      phone: '+49 (170) 123-45',
      notes: ' Calls on Mondays.\r\nSpeaks French. ',
    });
    expect(account).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      version: 1,
      email: 'Zo\u00e9.Lim@Example.com',
      givenName: 'Zo\u00e9',
      familyName: '李',
      phone: '+49 (170) 123-45',
      notes: 'Calls on Mondays.\nSpeaks French.',
      status: 'active',
      isActive: true,
      isStaff: false,
      isSuperuser: false,
      groups: [],
      permissions: [],
      profiles: [],
      login: {
        mustChangePassword: true,
        passwordSetAt: app.clock.now(),
        passwordExpiresAt: app.clock.now() + 72 * 60 * 60 * 1000,
        lockedUntil: null,
      },
      lastSignInAt: null,
      createdAt: app.clock.now(),
      updatedAt: app.clock.now(),
      deletedAt: null,
      purgeAt: null,
      mayChange: true,
    });
    expect(await app.ask('superuser', 'accounts.get', { id: account.id })).toEqual(account);
  });

  test('makes somebody who signs in, has to choose a password of their own, and is no staff', async () => {
    const { app } = office;
    const { credentials } = await addAccount(app, 'holder');
    await signIn(app, 'holder', credentials);
    expect((await app.ask('holder', 'session.state', {})).state).toBe('must-change-password');
    const newPassword = 'quiet meadow chosen alone';
    await app.ask('holder', 'session.changeOwnPassword', { currentPassword: credentials.password, newPassword });
    const { state, user } = await app.ask('holder', 'session.state', {});
    expect([state, user?.isStaff, user?.permissions]).toEqual(['full', false, []]);
    expect(await app.refusal('holder', 'accounts.get', { id: 'A'.repeat(22) })).toBe('NOT_ALLOWED');
  });

  test('makes a member of staff with groups and permissions, who is on the staff list', async () => {
    const { app } = office;
    const group = await addGroup('Front desk');
    const account = await add({ isStaff: true, groups: [group], permissions: ['activity.view'] });
    expect(account).toMatchObject({
      isStaff: true,
      groups: [{ id: group, name: 'Front desk' }],
      permissions: ['activity.view'],
    });
    expect(await app.ask('superuser', 'staff.get', { id: account.id })).toMatchObject({ email: account.email });
  });

  test('gives nobody rights who is no staff, whatever is chosen beside', async () => {
    const group = await addGroup('Chosen before');
    const account = await add({ isStaff: false, isSuperuser: true, groups: [group], permissions: ['staff.view'] });
    expect(account).toMatchObject({ isStaff: false, isSuperuser: false, groups: [], permissions: [] });
  });

  test('may make an account that is deactivated from the start', async () => {
    const { app } = office;
    const { account, credentials } = await addAccount(app, newName(), { isActive: false });
    expect(account).toMatchObject({ isActive: false, status: 'deactivated' });
    const attempt = { signInName: credentials.email, password: credentials.password };
    expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('ACCOUNT_DEACTIVATED');
  });

  test.each([
    ['taken@example.com', 'EMAIL_TAKEN'],
    [' TAKEN@EXAMPLE.COM', 'EMAIL_TAKEN'],
    ['täken@example.com', 'EMAIL_TAKEN'],
    ['ｔaken@example.com', 'EMAIL_TAKEN'],
    ['thrown.away@example.com', 'EMAIL_IN_TRASH'],
    ['Thrown.Âway@Example.com', 'EMAIL_IN_TRASH'],
  ])('refuses the e-mail %s, whatever its case and accents: %s', async (email, code) => {
    const { app } = office;
    if (!(await isTaken('taken@example.com'))) {
      await addAccount(app, 'taken');
      await trashAccount(app, await add({ email: 'thrown.away@example.com' }));
    }
    for (const name of ['accounts.create', 'staff.create'] as const) {
      const { notes: _, isActive: __, isStaff: ___, ...staff } = newAccount(newName(), { email });
      const typed = name === 'staff.create' ? staff : newAccount(newName(), { email });
      const answer = await app.send('superuser', name, typed);
      expect(answer).toMatchObject({ ok: false, error: { code, fields: { email: { code } } } });
    }
  });

  test.each([
    ['passwordpassword', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
  ])('refuses the password %s as %s', async (password, code) => {
    const answer = await office.app.call('superuser', 'accounts.create', newAccount(newName(), { password }));
    expect(answer).toMatchObject({ ok: false, error: { code, fields: { password: { code } } } });
  });

  test.each([
    ['phone', '0170 CALL ME', 'FIELD_NOT_PHONE'],
    ['phone', '+', 'FIELD_NOT_PHONE'],
    ['phone', '1'.repeat(41), 'FIELD_TOO_LONG'],
    ['givenName', 'A'.repeat(300), 'FIELD_TOO_LONG'],
    ['familyName', 'A'.repeat(300), 'FIELD_TOO_LONG'],
    ['givenName', '\u200f ', 'FIELD_UNPRINTABLE'],
    ['notes', 'A'.repeat(5001), 'FIELD_TOO_LONG'],
    ['notes', 'one\u0007two', 'FIELD_UNPRINTABLE'],
  ])('refuses %s that is %j', async (field, value, code) => {
    const { app, file } = office;
    const before = file.dump(['refused_call']);
    const answer = await app.send('superuser', 'accounts.create', { ...newAccount(newName()), [field]: value });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', fields: { [field]: { code } } } });
    expect(file.dump(['refused_call'])).toEqual(before);
  });

  test.each(['', '020 7946 0018 ext. 12', '٠١٧٠ ١٢٣٤٥', '+49/170.123-45', '(0170) 12345'])(
    'takes %j for a phone',
    async (phone) => {
      expect((await add({ phone })).phone).toBe(phone);
    },
  );

  test('keeps the digits of a phone in whatever script they are', async () => {
    const { id } = await add({ phone: '٠١٧٠ ١٢٣٤٥ ext. １２' });
    const [row] = office.file.rows('SELECT phone_digits FROM account WHERE public_id = ?', id);
    expect(row?.phone_digits).toBe('01701234512');
  });

  test.each([
    ["Robert'); DROP TABLE account;--", '<script>alert(1)</script>'],
    ['ليلى', 'Berg'],
    ['🧑‍🚀', '\u05d0\u05d1'],
  ])('takes the name %s %s for a name', async (givenName, familyName) => {
    const { id } = await add({ givenName, familyName });
    expect(await office.app.ask('superuser', 'accounts.get', { id })).toMatchObject({ givenName, familyName });
  });

  test('of three people with one e-mail added at once, one is', async () => {
    const typed = newAccount(newName());
    const answers = await Promise.all([1, 2, 3].map(() => office.app.call('superuser', 'accounts.create', typed)));
    expect(answers.map((answer) => (answer.ok ? 'added' : answer.error.code)).sort()).toEqual([
      'EMAIL_TAKEN',
      'EMAIL_TAKEN',
      'added',
    ]);
  });
});

async function isTaken(email: string): Promise<boolean> {
  return office.file.rows('SELECT id FROM account WHERE email_folded = ?', email).length > 0;
}

describe('changing', () => {
  test('writes what was typed, and leaves the rest', async () => {
    const account = await add({ notes: 'First' });
    const typed = { givenName: 'Ana', phone: '030 1234', notes: 'Second' };
    office.app.clock.advance(1000);
    const changed = await office.app.ask('superuser', 'accounts.update', { ...accountFormOf(account), ...typed });
    const updatedAt = office.app.clock.now();
    expect(changed).toEqual({ ...account, ...typed, version: 2, updatedAt });
  });

  test('of two people who change the same record, the second is refused and nothing is overwritten', async () => {
    const { app } = office;
    const form = accountFormOf(await add());
    const first = await app.ask('superuser', 'accounts.update', { ...form, phone: '1' });
    expect(await app.refusal('superuser', 'accounts.update', { ...form, phone: '2' })).toBe('STALE_VERSION');
    const { id, version } = form;
    for (const name of ['activate', 'deactivate', 'giveOneTimePassword', 'delete'] as const) {
      expect(await app.refusal('superuser', `accounts.${name}`, { id, version, onBehalf })).toBe('STALE_VERSION');
    }
    const newPassword = 'amber windmill turning north';
    const stale = { id, version, newPassword, onBehalf };
    expect(await app.refusal('superuser', 'accounts.setPassword', stale)).toBe('STALE_VERSION');
    expect(await app.ask('superuser', 'accounts.get', { id })).toEqual(first);
  });

  test('of many changes of one version at once, one is done', async () => {
    const { app } = office;
    const form = accountFormOf(await add());
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        app.call('superuser', 'accounts.update', { ...form, phone: `${index}` }),
      ),
    );
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'STALE_VERSION')).toHaveLength(9);
  });

  test('is refused as stale when the account was deactivated meanwhile, and as in the trash when it was deleted', async () => {
    const { app } = office;
    const form = accountFormOf(await add());
    const { id, version } = form;
    const deactivated = await app.ask('superuser', 'accounts.deactivate', { id, version, onBehalf });
    expect(await app.refusal('superuser', 'accounts.update', { ...form, phone: '1' })).toBe('STALE_VERSION');
    await trashAccount(app, deactivated);
    expect(await app.refusal('superuser', 'accounts.update', { ...form, phone: '1' })).toBe('IN_TRASH');
  });

  test('renames the login, and ends the sessions of the person', async () => {
    const { app } = office;
    const { account, credentials } = await addAccount(app, newName());
    await signIn(app, 'renamed', credentials);
    const email = 'Other.Name@example.com';
    await app.ask('superuser', 'accounts.update', { ...accountFormOf(account), email, onBehalf });
    expect((await app.ask('renamed', 'session.state', {})).state).toBe('signed-out');
    const old = { signInName: credentials.email, password: credentials.password };
    expect(await app.refusal('renamed', 'session.signIn', old)).toBe('SIGN_IN_FAILED');
    await signIn(app, 'renamed', { email: 'other.name@EXAMPLE.com', password: credentials.password });
  });

  test('of one’s own e-mail needs no reason and leaves one at the desk', async () => {
    const { app } = office;
    const { member, credentials } = await addStaffAtWindow(app, 'self', ['accounts.view', 'accounts.manage']);
    const own = await app.ask('self', 'accounts.get', { id: member.id });
    await app.ask('self', 'accounts.update', { ...accountFormOf(own), email: 'my.self@example.com' });
    expect((await app.ask('self', 'session.state', {})).user?.email).toBe('my.self@example.com');
    await signIn(app, 'self-2', { email: 'my.self@example.com', password: credentials.password });
  });

  test('may leave the e-mail as it is, but not take one that is in use or in the trash', async () => {
    const { app } = office;
    const other = await add();
    const trashed = await trashAccount(app, await add());
    const form = { ...accountFormOf(await add()), onBehalf };
    await app.ask('superuser', 'accounts.update', { ...form, email: form.email.toUpperCase() });
    const next = { ...form, version: form.version + 1 };
    for (const [email, code] of [
      [other.email, 'EMAIL_TAKEN'],
      [trashed.email, 'EMAIL_IN_TRASH'],
    ] as const) {
      const answer = await app.call('superuser', 'accounts.update', { ...next, email });
      expect(answer).toMatchObject({ error: { code, fields: { email: { code } } } });
    }
  });

  test('deactivates by the form under the same rules as by the act', async () => {
    const { app } = office;
    const { account, credentials } = await addAccount(app, newName());
    await signIn(app, 'unticked', credentials);
    const form = { ...accountFormOf(account), isActive: false };
    expect(await app.refusal('superuser', 'accounts.update', form)).toBe('REASON_NEEDED');
    const changed = await app.ask('superuser', 'accounts.update', { ...form, onBehalf });
    expect(changed.status).toBe('deactivated');
    expect((await app.ask('unticked', 'session.state', {})).state).toBe('signed-out');
    const again = { ...accountFormOf(changed), isActive: true };
    expect(await app.refusal('superuser', 'accounts.update', again)).toBe('REASON_NEEDED');
    const reason = { reason: 'Mistaken for somebody else', identityVerifiedBy: null };
    expect((await app.ask('superuser', 'accounts.update', { ...again, onBehalf: reason })).status).toBe('active');
    // What ended is not begun anew.
    expect((await app.ask('unticked', 'session.state', {})).state).toBe('signed-out');
  });

  test('that makes staff no staff takes groups, permissions and the rights of a superuser away', async () => {
    const { app, file } = office;
    const group = await addGroup('Left by');
    const account = await add({ isStaff: true, isSuperuser: true, groups: [group], permissions: ['staff.view'] });
    const changed = await app.ask('superuser', 'accounts.update', { ...accountFormOf(account), isStaff: false });
    expect(changed).toMatchObject({ isStaff: false, isSuperuser: false, groups: [], permissions: [] });
    expect(await app.refusal('superuser', 'staff.get', { id: account.id })).toBe('NOT_FOUND');
    const rows = file.rows(
      `SELECT account_id FROM account_permission JOIN account ON id = account_id WHERE public_id = ?
       UNION ALL SELECT account_id FROM account_group JOIN account ON id = account_id WHERE public_id = ?`,
      account.id,
      account.id,
    );
    expect(rows).toEqual([]);
  });

  test('of somebody who is not there is refused', async () => {
    const { app } = office;
    const id = 'A'.repeat(22);
    expect(await app.refusal('superuser', 'accounts.get', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'accounts.activity', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'accounts.liftLock', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'accounts.update', { ...accountFormOf(await add()), id })).toBe('NOT_FOUND');
  });
});
