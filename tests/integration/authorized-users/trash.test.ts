import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyChain } from '../../../src-main/store/activity-chain';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import {
  addDelegateAtWindow,
  addHolderAtWindow,
  addPerson,
  chosenPassword,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
} from '../../support/authorized-users';
import { days } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, onBehalf, passphrase, superuser, trashAccount } from '../../support/test-office';

// The application looks around by a timer; here it looks when it is told to.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const office = shareTestOffice();
let holder: Holder;
beforeAll(async () => {
  holder = await addHolderAtWindow(office.app, 'holder');
});
const everybodyBack = async () => {
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'holder', holder.credentials);
};
beforeEach(everybodyBack);

let added = 0;
function newName(): string {
  added += 1;
  return `person${added}`;
}

function trash({ id, version }: AuthorizedUser): Promise<AuthorizedUser> {
  return office.app.ask('holder', 'myAuthorizedUsers.delete', { id, version });
}

/** Everybody with this username in the store, whatever the application says of them. */
const inStore = (username: string) =>
  office.file.rows('SELECT id FROM login WHERE sign_in_name_folded = ?', username.toLowerCase()).length;

describe('somebody who is deleted', () => {
  test('is in the trash for as long as accounts are, and in no list', async () => {
    const { app } = office;
    const person = await trash(await addPerson(app, holder, newDelegate(newName())));
    const deletedAt = app.clock.now();
    expect(person).toMatchObject({ deletedAt, purgeAt: deletedAt + days(30), loginState: 'enabled' });
    const search = person.givenName;
    expect((await app.ask('holder', 'myAuthorizedUsers.list', { search })).rows).toEqual([]);
    const { rows } = await app.ask('holder', 'myAuthorizedUsers.list', { search, isInTrash: true });
    expect(rows.map(({ id }) => id)).toEqual([person.id]);
    expect((await app.ask('superuser', 'authorizedUsers.list', { search })).rows).toEqual([]);
  });

  test('is signed out, and let in no more', async () => {
    const { app } = office;
    const person = await addDelegateAtWindow(app, holder, newName());
    await trash(person);
    expect(await app.refusal(person.givenName, 'myAccount.overview', {})).toBe('LOGIN_SWITCHED_OFF');
    const attempt = { signInName: person.givenName, password: chosenPassword };
    expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('SIGN_IN_FAILED');
  });

  test('is restored as they were, but for the sessions', async () => {
    const { app } = office;
    const person = await addDelegateAtWindow(app, holder, newName(), ['profiles.view']);
    const before = await app.ask('holder', 'myAuthorizedUsers.get', { id: person.id });
    const { id, version } = await trash(before);
    app.clock.advance(days(30) - 1);
    await everybodyBack();
    const restored = await app.ask('holder', 'myAuthorizedUsers.restore', { id, version });
    expect(restored).toEqual({ ...before, version: version + 1, updatedAt: app.clock.now() });
    expect((await app.ask(person.givenName, 'session.state', {})).state).toBe('signed-out');
    await app.ask('restored', 'session.signIn', { signInName: person.givenName, password: chosenPassword });
    await app.ask('restored', 'session.signOut', {});
  });

  test('is looked at and restored, and nothing else', async () => {
    const { app } = office;
    const { id, version, ...rest } = await trash(await addPerson(app, holder, newDelegate(newName())));
    const form = formOf({ id, version, ...rest });
    expect(await app.refusal('holder', 'myAuthorizedUsers.update', form)).toBe('IN_TRASH');
    expect(await app.refusal('holder', 'myAuthorizedUsers.delete', { id, version })).toBe('IN_TRASH');
    const reset = { id, version, newPassword: null };
    expect(await app.refusal('holder', 'myAuthorizedUsers.resetPassword', reset)).toBe('IN_TRASH');
    expect(await app.refusal('superuser', 'authorizedUsers.liftLock', { id })).toBe('IN_TRASH');
    const to = { kind: 'account', id: holder.accountId } as const;
    expect(await app.refusal('superuser', 'authorizedUsers.link', { id, version, to, onBehalf })).toBe('IN_TRASH');
    const stale = { id, version: version - 1 };
    expect(await app.refusal('holder', 'myAuthorizedUsers.restore', stale)).toBe('STALE_VERSION');
    await app.ask('superuser', 'authorizedUsers.restore', { id, version });
    const restored = { id, version: version + 1 };
    expect(await app.refusal('holder', 'myAuthorizedUsers.restore', restored)).toBe('NOT_IN_TRASH');
  });

  test('is not restored as long as the account is in the trash', async () => {
    const { app } = office;
    const other = await addHolderAtWindow(app, newName());
    const person = await addPerson(app, other, newPerson(newName()));
    const { id, version } = person;
    await app.ask(other.window, 'myAuthorizedUsers.delete', { id, version });
    await trashAccount(app, await app.ask('superuser', 'accounts.get', { id: other.accountId }));
    const choice = { id, version: version + 1 };
    expect(await app.refusal('superuser', 'authorizedUsers.restore', choice)).toBe('IN_TRASH');
  });
});

/** The tables in which a text occurs, in whatever column. */
function tracesOf(text: string): string[] {
  const dump = Object.entries(office.file.dump());
  return dump
    .filter(([, rows]) => JSON.stringify(rows).toLowerCase().includes(text.toLowerCase()))
    .map(([name]) => name);
}

describe('when the time in the trash is over, somebody', () => {
  async function due(name = newName()): Promise<AuthorizedUser> {
    const { app } = office;
    await everybodyBack();
    const person = await trash(await addPerson(app, holder, newDelegate(name)));
    app.clock.advance(days(30));
    await everybodyBack();
    expect(inStore(name)).toBe(1);
    return person;
  }

  test('counts as purged wherever they are read, before anybody has come round to it', async () => {
    const { app } = office;
    const { id, version, givenName } = await due('Overdue');
    expect(await app.refusal('holder', 'myAuthorizedUsers.get', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('superuser', 'authorizedUsers.get', { id })).toBe('NOT_FOUND');
    expect(await app.refusal('holder', 'myAuthorizedUsers.restore', { id, version })).toBe('NOT_FOUND');
    expect((await app.ask('holder', 'myAuthorizedUsers.list', { search: givenName, isInTrash: true })).rows).toEqual(
      [],
    );
    expect(JSON.stringify(await app.ask('superuser', 'activity.list', {}))).not.toContain('Overdue');
    expect(JSON.stringify(await app.ask('holder', 'myAccount.activity', {}))).not.toContain('Overdue');
    const attempt = { signInName: givenName, password: newDelegate(givenName).password ?? '' };
    expect(await app.refusal('desk', 'session.signIn', attempt)).toBe('SIGN_IN_FAILED');
    expect(inStore('overdue')).toBe(1);
  });

  test('makes way for whoever takes the username', async () => {
    const { app } = office;
    const person = await due();
    const next = await addPerson(app, holder, newDelegate(person.givenName));
    expect(next.login?.username).toBe(person.givenName);
    const { rows } = await app.ask('superuser', 'activity.list', { act: 'authorized-user.purged' });
    expect(rows[0]).toMatchObject({ actor: null, subject: { label: '', person: null } });
  });

  test('makes way also where it is their account whose time is over', async () => {
    const { app } = office;
    const other = await addHolderAtWindow(app, newName());
    const username = newName();
    await addPerson(app, other, newDelegate(username));
    await everybodyBack();
    await trashAccount(app, await app.ask('superuser', 'accounts.get', { id: other.accountId }));
    app.clock.advance(days(30));
    await everybodyBack();
    expect((await addPerson(app, holder, newDelegate(username))).login?.username).toBe(username);
  });

  test('is really purged by the next look around, without a trace, and the chain is whole', async () => {
    const { app, file } = office;
    const names = { familyName: 'Ümlauth', email: 'wendelgard@ümlauth.example', phone: '0911 987654321' };
    const typed = { ...names, role: 'Beekeeper', recoveryEmail: 'quince@ümlauth.example' };
    await due();
    const person = await addPerson(
      app,
      holder,
      newDelegate('Wendelgard', { ...typed, permissions: ['profiles.view'] }),
    );
    await app.ask('superuser', 'authorizedUsers.resetPassword', {
      id: person.id,
      version: person.version,
      newPassword: null,
      onBehalf,
    });
    await trash({ ...person, version: person.version + 1 });
    app.clock.advance(days(30) - 1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(inStore('wendelgard')).toBe(1);
    app.clock.advance(1);
    await vi.advanceTimersByTimeAsync(5_000);
    await vi.waitFor(() => expect(inStore('wendelgard')).toBe(0));
    for (const trace of ['wendelgard', 'mlauth', '987654321', 'beekeeper', 'quince'])
      expect(tracesOf(trace)).toEqual([]);
    expect(file.use(verifyChain).firstBroken).toBeNull();
    await everybodyBack();
    const purged = await app.ask('superuser', 'activity.list', { act: 'authorized-user.purged' });
    expect(purged.rows[0]).toMatchObject({ actor: null, onBehalfOf: { id: holder.accountId } });
  });

  test('is really purged when the store is opened', async () => {
    const { app } = office;
    const { givenName } = await due();
    await app.restart();
    await app.ask('superuser', 'opening.openWithPassphrase', { passphrase });
    await vi.waitFor(() => expect(inStore(givenName)).toBe(0));
    await everybodyBack();
  });

  test('is followed by somebody who is somebody else', async () => {
    const { app, file } = office;
    const idOf = (publicId: string) => file.rows('SELECT id FROM authorized_user WHERE public_id = ?', publicId)[0]?.id;
    const person = await due();
    const before = idOf(person.id);
    await vi.advanceTimersByTimeAsync(5_000);
    await vi.waitFor(() => expect(idOf(person.id)).toBeUndefined());
    const next = await addPerson(app, holder, newPerson(newName()));
    // With the number of the one before the activity would tell a stranger's history of them.
    expect(idOf(next.id)).toBeGreaterThan(Number(before));
  });
});

test('an account that is purged takes its authorized users along, with their logins and what was said of them', async () => {
  const { app, file } = office;
  const other = await addHolderAtWindow(app, newName());
  const typed = { familyName: 'Takenalong', email: 'takenalong@people.example', username: 'takenalong' };
  const person = await addDelegateAtWindow(app, other, newName(), ['profiles.view', 'authorized-users.manage']);
  await addPerson(app, { ...other, window: person.givenName }, newDelegate('Takenalong', typed));
  await everybodyBack();
  const account = await trashAccount(app, await app.ask('superuser', 'accounts.get', { id: other.accountId }));
  const { id, version, email: typedEmail } = account;
  await app.ask('superuser', 'accounts.purge', { id, version, typedEmail });
  expect(tracesOf('takenalong')).toEqual([]);
  expect(inStore(person.givenName)).toBe(0);
  expect(await app.refusal('superuser', 'authorizedUsers.get', { id: person.id })).toBe('NOT_FOUND');
  expect(file.rows('SELECT * FROM authorized_user_permission').length).toBe(
    file.rows('SELECT p.* FROM authorized_user_permission p JOIN authorized_user u ON u.id = p.authorized_user_id')
      .length,
  );
  expect(file.use(verifyChain).firstBroken).toBeNull();
});
