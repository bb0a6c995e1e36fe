import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../src-shared/contract';
import { shareTestOffice } from '../../support/shared-office';
import { addStaff, addStaffAtWindow, backAtDesk, newStaff, signIn, superuser } from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

let added = 0;
function newName(): string {
  added += 1;
  return `person${added}`;
}

async function add(rights: Partial<InputOf<'staff.create'>> = {}) {
  return (await addStaff(office.app, newName(), rights)).member;
}

function formOf(member: Awaited<ReturnType<typeof add>>): InputOf<'staff.update'> {
  const { id, version, email, givenName, familyName, phone, isSuperuser, permissions } = member;
  return { id, version, email, givenName, familyName, phone, isSuperuser, groups: [], permissions };
}

describe('adding', () => {
  test('shows the new account as it was typed, trimmed and composed', async () => {
    const { app } = office;
    const typed = newStaff(newName(), {
      email: '  Zoe\u0301.Lim@Example.com ',
      givenName: ' Zoe\u0301 ',
      familyName: '李',
      phone: '+49 (170) 123-45',
      permissions: ['staff.view', 'staff.view', 'activity.view'],
    });
    const member = await app.ask('superuser', 'staff.create', typed);
    expect(member).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      version: 1,
      email: 'Zo\u00e9.Lim@Example.com',
      givenName: 'Zo\u00e9',
      familyName: '李',
      phone: '+49 (170) 123-45',
      isActive: true,
      isSuperuser: false,
      groups: [],
      permissions: ['staff.view', 'activity.view'],
      mustChangePassword: true,
      lastSignInAt: null,
      createdAt: app.clock.now(),
      mayChange: true,
    });
    expect(await app.ask('superuser', 'staff.get', { id: member.id })).toEqual(member);
  });

  test.each(['taken@example.com', ' TAKEN@EXAMPLE.COM', 'täken@example.com', 'ｔaken@example.com'])(
    'refuses the e-mail %s of somebody else, whatever its case and accents',
    async (email) => {
      const { app } = office;
      const { rows } = await app.ask('superuser', 'staff.list', { search: 'taken@example.com' });
      if (rows.length === 0) await addStaff(app, 'taken');
      const answer = await app.call('superuser', 'staff.create', newStaff(newName(), { email }));
      expect(answer).toMatchObject({ ok: false, error: { code: 'EMAIL_TAKEN', fields: { email: {} } } });
    },
  );

  test.each([
    ['passwordpassword', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
    ['e\u0301\u0302'.repeat(7), 'FIELD_TOO_SHORT'],
  ])('refuses the password %s as %s', async (password, code) => {
    const answer = await office.app.call('superuser', 'staff.create', newStaff(newName(), { password }));
    expect(answer).toMatchObject({ ok: false, error: { code, fields: { password: { code } } } });
  });

  test('refuses a group that does not exist', async () => {
    const answer = await office.app.call(
      'superuser',
      'staff.create',
      newStaff(newName(), { groups: ['A'.repeat(22)] }),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNKNOWN_GROUP', fields: { groups: {} } } });
  });

  test('of two people with one e-mail added at once, one is', async () => {
    const typed = newStaff(newName());
    const answers = await Promise.all([1, 2, 3].map(() => office.app.call('superuser', 'staff.create', typed)));
    expect(answers.map((answer) => (answer.ok ? 'added' : answer.error.code)).sort()).toEqual([
      'EMAIL_TAKEN',
      'EMAIL_TAKEN',
      'added',
    ]);
  });

  test.each([
    "Robert'); DROP TABLE account;--",
    '<script>alert(1)</script>',
    '=1+1',
    '{{constructor}}',
    '🧑‍🚀 \u05d0\u05d1',
  ])('takes the name %s for a name', async (name) => {
    const { app } = office;
    const { id } = await app.ask(
      'superuser',
      'staff.create',
      newStaff(newName(), { givenName: name, familyName: name }),
    );
    expect(await app.ask('superuser', 'staff.get', { id })).toMatchObject({ givenName: name, familyName: name });
    const { rows } = await app.ask('superuser', 'staff.list', { search: name });
    expect(rows.map((row) => row.id)).toEqual([id]);
  });
});

describe('changing', () => {
  test('of two people who change the same record, the second is refused and nothing is overwritten', async () => {
    const { app } = office;
    const form = formOf(await add());
    const first = await app.ask('superuser', 'staff.update', { ...form, phone: '1' });
    expect(first.version).toBe(2);
    expect(await app.refusal('superuser', 'staff.update', { ...form, phone: '2' })).toBe('STALE_VERSION');
    const { id, version } = form;
    for (const name of ['staff.deactivate', 'staff.activate', 'staff.giveOneTimePassword'] as const) {
      expect(await app.refusal('superuser', name, { id, version })).toBe('STALE_VERSION');
    }
    expect(await app.ask('superuser', 'staff.get', { id })).toEqual(first);
  });

  test('of many changes of one version at once, one is done', async () => {
    const { app } = office;
    const form = formOf(await add());
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => app.call('superuser', 'staff.update', { ...form, phone: `${index}` })),
    );
    const [done] = answers.filter((answer) => answer.ok);
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'STALE_VERSION')).toHaveLength(9);
    expect(done?.ok && (await app.ask('superuser', 'staff.get', { id: form.id }))).toEqual(done?.ok && done.data);
  });

  test('may leave the e-mail as it is, also in another case, but not take somebody else’s', async () => {
    const { app } = office;
    const other = await add();
    const form = formOf(await add());
    const changed = await app.ask('superuser', 'staff.update', { ...form, email: form.email.toUpperCase() });
    expect(changed.email).toBe(form.email.toUpperCase());
    const taken = { ...form, version: changed.version, email: other.email };
    expect(await app.call('superuser', 'staff.update', taken)).toMatchObject({
      error: { code: 'EMAIL_TAKEN', fields: { email: {} } },
    });
  });

  test('of the e-mail ends the sessions of the person, and one’s own leaves one at the desk', async () => {
    const { app } = office;
    const { member, credentials } = await addStaff(app, newName());
    await signIn(app, 'renamed', credentials);
    const email = `${newName()}@example.com`;
    await app.ask('superuser', 'staff.update', { ...formOf(member), email });
    expect((await app.ask('renamed', 'session.state', {})).state).toBe('signed-out');
    await signIn(app, 'renamed', { ...credentials, email });

    const self = await addStaffAtWindow(app, newName(), ['staff.view', 'staff.manage']);
    const window = self.member.givenName;
    const own = await app.ask(window, 'staff.get', { id: self.member.id });
    await app.ask(window, 'staff.update', { ...formOf(own), email: `${newName()}@example.com` });
    expect((await app.ask(window, 'session.state', {})).state).toBe('full');
  });

  test('replaces groups and permissions as a whole', async () => {
    const { app } = office;
    const group = async (name: string) =>
      (await app.ask('superuser', 'groups.create', { name, description: '', permissions: [] })).id;
    const [one, two] = [await group(newName()), await group(newName())];
    const member = await add({ permissions: ['staff.view', 'activity.view'], groups: [one] });
    const changed = await app.ask('superuser', 'staff.update', {
      ...formOf(member),
      permissions: ['settings.manage'],
      groups: [two, two],
    });
    expect(changed).toMatchObject({ permissions: ['settings.manage'], groups: [{ id: two }] });
  });

  test('of somebody who is not there is refused', async () => {
    const { app } = office;
    const id = 'A'.repeat(22);
    expect(await app.refusal('superuser', 'staff.get', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'staff.update', { ...formOf(await add()), id })).toBe('NOT_FOUND');
    for (const name of ['staff.deactivate', 'staff.activate', 'staff.giveOneTimePassword'] as const) {
      expect(await app.refusal('superuser', name, { id, version: 1 })).toBe('NOT_FOUND');
    }
  });

  test('of an account holder who is no staff is refused as if they were not there', async () => {
    const { app, file } = office;
    const { id, version, email } = await add();
    file.write('UPDATE account SET is_staff = 0 WHERE public_id = ?', id);
    expect(await app.refusal('superuser', 'staff.get', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'staff.giveOneTimePassword', { id, version })).toBe('NOT_FOUND');
    expect((await app.ask('superuser', 'staff.list', { search: email })).rows).toEqual([]);
  });
});

test('a one-time password is answered once, and nowhere else', async () => {
  const { app, file } = office;
  const { id, version } = await add();
  const given = await app.ask('superuser', 'staff.giveOneTimePassword', { id, version });
  expect(given).toMatchObject({
    member: { id, version: version + 1, mustChangePassword: true },
    expiresAt: app.clock.now() + 72 * 60 * 60 * 1000,
  });
  expect(given.oneTimePassword.split(' ')).toHaveLength(6);
  expect(JSON.stringify(file.dump())).not.toContain(given.oneTimePassword);
});

describe('the list', () => {
  test('goes by family name, given name, whatever their case and accents', async () => {
    const { app } = office;
    const names = ['Ömer', 'omega', 'Olsen', 'Öhm', 'ÓBRIEN'];
    for (const familyName of names) await addStaff(app, newName(), { familyName, givenName: 'Sorted' });
    const { rows } = await app.ask('superuser', 'staff.list', { search: 'sorted' });
    expect(rows.map((row) => row.familyName)).toEqual(['ÓBRIEN', 'Öhm', 'Olsen', 'omega', 'Ömer']);
  });

  test('finds any part of name or e-mail, and by status', async () => {
    const { app } = office;
    const member = await add({ givenName: 'Jürgen', familyName: 'Müller-Lüdenscheidt' });
    const find = async (input: InputOf<'staff.list'>) =>
      (await app.ask('superuser', 'staff.list', input)).rows.map((row) => row.id);
    for (const search of ['muller', 'LÜDEN', 'jurgen', member.email.slice(2, 12)]) {
      expect(await find({ search })).toContain(member.id);
    }
    for (const search of ['%', '_', "'", 'müllerr']) expect(await find({ search })).not.toContain(member.id);
    await app.ask('superuser', 'staff.deactivate', { id: member.id, version: member.version });
    expect(await find({ search: 'ludenscheidt', status: 'deactivated' })).toEqual([member.id]);
    expect(await find({ search: 'ludenscheidt', status: 'active' })).toEqual([]);
  });

  test('pages follow each other without gaps or repeats in both directions, also where many share a name', async () => {
    const { app, file } = office;
    // Adding so many by the form would hash as many passwords.
    const at = app.clock.now();
    for (let number = 0; number < 130; number += 1) {
      const key = `paged${String(number).padStart(3, '0')}`;
      file.write(
        `INSERT INTO login (public_id, sign_in_name, sign_in_name_folded, password_hash, password_set_at,
                            must_change_password, epoch, created_at) VALUES (?, ?, ?, '', ?, 1, 1, ?)`,
        key.padEnd(22, 'L'),
        `${key}@example.org`,
        `${key}@example.org`,
        at,
        at,
      );
      const [login] = file.rows<{ id: number }>('SELECT id FROM login WHERE sign_in_name = ?', `${key}@example.org`);
      const name = number < 70 ? 'same name' : `name ${number % 7}`;
      file.write(
        `INSERT INTO account (public_id, version, email, email_folded, given_name, family_name, name_folded, phone,
                              is_active, is_staff, is_superuser, access, login_id, created_at, updated_at)
         SELECT ?, 1, ?, ?, 'Paged', ?, ?, '', 1, 1, 0, 'open', ?, ?, ?`,
        key.padEnd(22, 'A'),
        `${key}@example.org`,
        `${key}@example.org`,
        name,
        `${name} paged`,
        login?.id ?? 0,
        at,
        at,
      );
    }
    const search = 'paged';
    const there: string[] = [];
    let page = await app.ask('superuser', 'staff.list', { search });
    expect(page.previous).toBeNull();
    const sizes: number[] = [];
    for (;;) {
      sizes.push(page.rows.length);
      there.push(...page.rows.map((row) => row.id));
      if (page.next === null) break;
      page = await app.ask('superuser', 'staff.list', { search, cursor: page.next });
    }
    expect(sizes).toEqual([50, 50, 30]);
    expect(new Set(there).size).toBe(130);
    const back: string[] = [];
    for (;;) {
      back.unshift(...page.rows.map((row) => row.id));
      if (page.previous === null) break;
      page = await app.ask('superuser', 'staff.list', { search, cursor: page.previous });
    }
    expect(back).toEqual(there);
  });
});
