import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import {
  addDelegateAtWindow,
  addHolderAtWindow,
  addPerson,
  asOffice,
  chosenPassword,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
  signInFirst,
} from '../../support/authorized-users';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, onBehalf, superuser } from '../../support/test-office';

const office = shareTestOffice();
let holder: Holder;
beforeAll(async () => {
  holder = await addHolderAtWindow(office.app, 'holder');
});
beforeEach(async () => {
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'holder', holder.credentials);
});

let added = 0;
function newName(): string {
  added += 1;
  return `person${added}`;
}

/** Signed in at a window that is called like them. */
function delegate(name = newName(), permissions: AuthorizedUser['permissions'][number]['permission'][] = []) {
  return addDelegateAtWindow(office.app, holder, name, permissions);
}

const now = ({ id }: AuthorizedUser) => office.app.ask('holder', 'myAuthorizedUsers.get', { id });

async function change(person: AuthorizedUser, changes: Partial<ReturnType<typeof newPerson>>): Promise<AuthorizedUser> {
  return office.app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(await now(person)), ...changes });
}

describe('a login that is switched off', () => {
  test('ends the sessions, lets nobody in, and keeps its username reserved', async () => {
    const { app } = office;
    const person = await delegate();
    const off = await change(person, { isLoginEnabled: false });
    expect(off).toMatchObject({ loginState: 'off', login: { username: person.givenName, isOfOffice: false } });
    expect(await app.refusal(person.givenName, 'myAccount.overview', {})).toBe('LOGIN_SWITCHED_OFF');
    const attempt = { signInName: person.givenName, password: chosenPassword };
    expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('SIGN_IN_FAILED');
    expect(await app.refusal('desk', 'session.signIn', { ...attempt, password: 'x' })).toBe('SIGN_IN_FAILED');
    const other = newDelegate('other', { username: person.givenName.toUpperCase() });
    expect(await app.call('holder', 'myAuthorizedUsers.create', other)).toMatchObject({
      error: { fields: { username: { code: 'USERNAME_TAKEN' } } },
    });
    const reset = { id: off.id, version: off.version, newPassword: null };
    expect(await app.refusal('holder', 'myAuthorizedUsers.resetPassword', reset)).toBe('NO_LOGIN');
  });

  test('is switched on again with a new password only, which has to be changed', async () => {
    const { app } = office;
    const person = await delegate();
    const off = await change(person, { isLoginEnabled: false });
    const on = { ...formOf(off), isLoginEnabled: true };
    expect(await app.call('holder', 'myAuthorizedUsers.update', on)).toMatchObject({
      error: { fields: { password: { code: 'FIELD_REQUIRED' } } },
    });
    const password = 'second tunnel given by hand';
    const again = await app.ask('holder', 'myAuthorizedUsers.update', { ...on, password });
    expect(again).toMatchObject({ loginState: 'enabled', login: { mustChangePassword: true } });
    const attempt = { signInName: person.givenName, password: chosenPassword };
    expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('SIGN_IN_FAILED');
    await signInFirst(app, 'again', { signInName: person.givenName, password });
    // The session from before the login was switched off is not the one that was let in.
    expect((await app.ask(person.givenName, 'session.state', {})).state).toBe('signed-out');
  });

  test('can be switched on by another name', async () => {
    const { app } = office;
    const person = await delegate();
    await change(person, { isLoginEnabled: false });
    const username = `${person.givenName}.renamed`;
    const password = 'second tunnel given by hand';
    await change(person, { isLoginEnabled: true, username, password });
    await signInFirst(app, 'renamed', { signInName: username, password });
    expect((await addPerson(app, holder, newDelegate(person.givenName))).loginState).toBe('enabled');
  });
});

test('a login is given to somebody who had none', async () => {
  const person = await addPerson(office.app, holder, newPerson(newName(), { permissions: ['profiles.view'] }));
  const typed = newDelegate(person.givenName);
  const { isLoginEnabled, username, password } = typed;
  const changed = await change(person, { isLoginEnabled, username, password });
  expect(changed).toMatchObject({ loginState: 'enabled', permissions: [{ permission: 'profiles.view' }] });
  const session = await office.app.ask('given', 'session.signIn', {
    signInName: person.givenName,
    password: password ?? '',
  });
  expect(session).toMatchObject({ state: 'must-change-password', account: { permissions: ['profiles.view'] } });
});

describe('somebody who is signed in', () => {
  test.each([
    {
      what: 'gets another permission',
      changes: { permissions: ['profiles.edit' as const] },
      code: 'PERMISSIONS_CHANGED',
    },
    { what: 'loses one', changes: { permissions: [] }, code: 'PERMISSIONS_CHANGED' },
    { what: 'gets another username', changes: { username: 'a.new.name' }, code: 'NOT_SIGNED_IN' },
    { what: 'loses the login', changes: { isLoginEnabled: false }, code: 'LOGIN_SWITCHED_OFF' },
  ])('is signed out at the next call when they $what', async ({ changes, code }) => {
    const { app } = office;
    const person = await delegate(newName(), ['profiles.view']);
    expect((await app.ask(person.givenName, 'session.state', {})).state).toBe('full');
    await change(person, changes);
    expect(await app.refusal(person.givenName, 'myAccount.overview', {})).toBe(code);
  });

  test('goes on when their details are changed', async () => {
    const { app } = office;
    const person = await delegate(newName(), ['profiles.view']);
    await change(person, { role: 'Renamed', familyName: 'Married', email: 'elsewhere@people.example', phone: '1234' });
    expect(await app.ask(person.givenName, 'session.state', {})).toMatchObject({
      state: 'full',
      user: { familyName: 'Married', email: 'elsewhere@people.example' },
    });
  });

  test.each(['deactivate', 'delete'] as const)(
    'is signed out when the account is %sd, also if it is given back',
    async (act) => {
      const { app } = office;
      const other = await addHolderAtWindow(app, newName());
      const person = await addDelegateAtWindow(app, other, newName());
      const asleep = await addDelegateAtWindow(app, other, newName());
      await backAtDesk(app, 'superuser', superuser);
      const { id, version } = await app.ask('superuser', 'accounts.get', { id: other.accountId });
      await app.ask('superuser', `accounts.${act}`, { id, version, onBehalf });
      expect(await app.refusal(person.givenName, 'myAccount.overview', {})).toBe('ACCESS_TO_ACCOUNT_ENDED');
      const back = { id, version: version + 1 };
      if (act === 'delete') await app.ask('superuser', 'accounts.restore', back);
      else await app.ask('superuser', 'accounts.activate', { ...back, onBehalf });
      expect((await app.ask(asleep.givenName, 'session.state', {})).state).toBe('signed-out');
      await app.ask(asleep.givenName, 'session.signIn', { signInName: asleep.givenName, password: chosenPassword });
    },
  );
});

describe('a password', () => {
  test('is generated, answered once, and has to be changed', async () => {
    const { app } = office;
    const person = await delegate();
    const { id, version } = await now(person);
    const given = await app.ask('holder', 'myAuthorizedUsers.resetPassword', { id, version, newPassword: null });
    expect(given).toMatchObject({
      authorizedUser: { version: version + 1, login: { mustChangePassword: true, passwordExpiresAt: given.expiresAt } },
    });
    expect((await app.ask(person.givenName, 'session.state', {})).state).toBe('signed-out');
    const attempt = { signInName: person.givenName, password: chosenPassword };
    expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('SIGN_IN_FAILED');
    await signInFirst(app, 'reset', { signInName: person.givenName, password: given.oneTimePassword ?? '' });
  });

  test('is chosen, and then not answered', async () => {
    const { app } = office;
    const { id, version, givenName } = await delegate();
    const newPassword = 'third tunnel given by hand';
    const given = await app.ask('holder', 'myAuthorizedUsers.resetPassword', { id, version, newPassword });
    expect(given.oneTimePassword).toBeNull();
    await signInFirst(app, 'chosen', { signInName: givenName, password: newPassword });
    const { rows } = await app.ask('superuser', 'activity.list', { act: 'authorized-user.password-set' });
    expect(rows[0]).toMatchObject({ subject: { person: { id } }, changes: [] });
  });

  test('is not set by the form once there is one', async () => {
    const { app } = office;
    const person = await delegate();
    const form = { ...formOf(await now(person)), password: 'third tunnel given by hand' };
    expect(await app.call('holder', 'myAuthorizedUsers.update', form)).toMatchObject({
      error: { code: 'INPUT_INVALID', fields: { password: { code: 'FIELD_INVALID' } } },
    });
  });

  test.each(['too short', 'passwordpassword'])('like “%s” is refused', async (newPassword) => {
    const { app } = office;
    const { id, version } = await addPerson(app, holder, newDelegate(newName()));
    for (const [window, name, beside] of [
      ['holder', 'myAuthorizedUsers.resetPassword', {}],
      ['superuser', 'authorizedUsers.resetPassword', { onBehalf }],
    ] as const) {
      expect(await app.send(window, name, { id, version, newPassword, ...beside })).toMatchObject({
        ok: false,
        error: { fields: { newPassword: { code: expect.stringMatching(/FIELD_TOO_SHORT|PASSWORD_COMMON/) } } },
      });
    }
  });

  test('that somebody else has set expires', async () => {
    const { app } = office;
    const typed = newDelegate(newName());
    await addPerson(app, holder, typed);
    app.clock.advance(72 * 60 * 60_000);
    const attempt = { signInName: typed.username ?? '', password: typed.password ?? '' };
    expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('PASSWORD_EXPIRED');
  });
});

describe('who has tried in vain', () => {
  async function lockOut(username: string): Promise<void> {
    for (let tries = 0; tries < 6; tries += 1) {
      await office.app.call('desk', 'session.signIn', { signInName: username, password: 'wrong' });
    }
  }

  test('is shown as locked, and let in at once when the office lifts it', async () => {
    const { app } = office;
    const person = await delegate();
    await lockOut(person.givenName);
    expect((await now(person)).login?.lockedUntil).toBeGreaterThan(app.clock.now());
    const { id } = person;
    const lifted = await app.ask('superuser', 'authorizedUsers.liftLock', { id });
    expect(lifted).toMatchObject({ version: person.version, login: { lockedUntil: null } });
    const { rows } = await app.ask('superuser', 'activity.list', { act: 'authorized-user.lock-lifted' });
    expect(rows[0]).toMatchObject({ subject: { person: { id } }, onBehalfOf: { id: holder.accountId } });
    await app.ask('superuser', 'authorizedUsers.liftLock', { id });
    expect((await app.ask('superuser', 'activity.list', { act: 'authorized-user.lock-lifted' })).rows).toHaveLength(1);
  });

  test('has not waited for a name that is given to somebody later', async () => {
    const { app } = office;
    const username = newName();
    await lockOut(username);
    const person = await addPerson(app, holder, newDelegate(username));
    expect(person.login?.lockedUntil).toBeGreaterThan(app.clock.now());
    const { id, version } = person;
    const given = await app.ask('holder', 'myAuthorizedUsers.resetPassword', { id, version, newPassword: null });
    expect(given.authorizedUser.login?.lockedUntil).toBeNull();
  });

  test('and has no login, has none to lift the lock of', async () => {
    const { id } = await addPerson(office.app, holder, newPerson(newName()));
    expect(await office.app.refusal('superuser', 'authorizedUsers.liftLock', { id })).toBe('NO_LOGIN');
  });
});

test('somebody is found by their username, as it is now', async () => {
  const { app } = office;
  const person = await addPerson(app, holder, newDelegate('Searched', { username: 'zebra.crossing' }));
  const found = async (search: string) => {
    const { rows } = await app.ask('superuser', 'authorizedUsers.list', { search });
    return rows.map(({ id }) => id);
  };
  expect(await found('zebra')).toEqual([person.id]);
  const form = { ...formOf(person), username: 'walrus.crossing' };
  await app.ask('superuser', 'authorizedUsers.update', asOffice(form));
  expect(await found('zebra')).toEqual([]);
  expect(await found('WALRUS')).toEqual([person.id]);
});
