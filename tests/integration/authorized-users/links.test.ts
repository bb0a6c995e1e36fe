import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../src-shared/contract';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import {
  addHolderAtWindow,
  addPerson,
  asOffice,
  chosenByOwner,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
  signInFirst,
} from '../../support/authorized-users';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, addStaffAtWindow, backAtDesk, onBehalf, superuser } from '../../support/test-office';

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

type To = InputOf<'authorizedUsers.link'>['to'];

function link({ id, version }: AuthorizedUser, to: To): Promise<AuthorizedUser> {
  return office.app.ask('superuser', 'authorizedUsers.link', { id, version, to, onBehalf });
}

/** Why a link is refused, as the field says it or the whole answer. */
async function whyNot({ id, version }: AuthorizedUser, to: To, window = 'superuser'): Promise<string> {
  const answer = await office.app.call(window, 'authorizedUsers.link', { id, version, to, onBehalf });
  if (answer.ok) throw new Error('The link was not refused.');
  return answer.error.fields?.['to.id']?.code ?? answer.error.code;
}

const loginsCalled = (name: string) =>
  office.file.rows('SELECT id FROM login WHERE sign_in_name_folded = ?', name.toLowerCase()).length;

/** Somebody with an account of their own, and as an authorized user of the holder, linked. */
async function linkedToAccount(permissions: AuthorizedUser['permissions'][number]['permission'][] = []) {
  const own = await addHolderAtWindow(office.app, newName());
  await backAtDesk(office.app, 'holder', holder.credentials);
  const person = await addPerson(office.app, holder, newPerson(newName(), { permissions }));
  return { own, person: await link(person, { kind: 'account', id: own.accountId }) };
}

describe('somebody who is linked to the account they have', () => {
  test('goes over to the other account and back, by their own e-mail and password', async () => {
    const { app } = office;
    const { own, person } = await linkedToAccount(['profiles.view']);
    await app.ask(own.window, 'session.signOut', {});
    const { email: signInName, password } = own.credentials;
    const signedIn = await app.ask(own.window, 'session.signIn', { signInName, password });
    expect(signedIn.account).toMatchObject({ isOwn: true, hasOthers: true });
    const there = await app.ask(own.window, 'session.switchAccount', { id: person.id });
    expect(there.account).toMatchObject({ isOwn: false, permissions: ['profiles.view'] });
    await app.ask(own.window, 'session.switchAccount', { id: own.accountId });
  });

  test('gives up the login they had', async () => {
    const { app } = office;
    const own = await addHolderAtWindow(app, newName());
    await backAtDesk(app, 'holder', holder.credentials);
    const username = newName();
    const person = await addPerson(app, holder, newDelegate(username));
    await signInFirst(app, username, { signInName: username, password: 'first tunnel given by hand' });
    await link(person, { kind: 'account', id: own.accountId });
    expect(loginsCalled(username)).toBe(0);
    expect(await app.refusal(username, 'myAccount.overview', {})).toBe('LOGIN_SWITCHED_OFF');
    expect((await addPerson(app, holder, newDelegate(username))).loginState).toBe('enabled');
  });

  test('is shown to the holder without a word about the account', async () => {
    const { app } = office;
    const { own, person } = await linkedToAccount();
    expect(person.login).toMatchObject({ username: own.credentials.email, isOfOffice: true });
    const shown = await app.ask('holder', 'myAuthorizedUsers.get', { id: person.id });
    expect(shown.login).toEqual({
      username: null,
      isOfOffice: true,
      mustChangePassword: false,
      passwordSetAt: null,
      passwordExpiresAt: null,
      lockedUntil: null,
    });
    const entries = await app.ask('holder', 'myAccount.activity', {});
    const { rows } = await app.ask('holder', 'myAuthorizedUsers.list', { search: own.credentials.email });
    expect(rows).toEqual([]);
    expect(JSON.stringify([shown, entries])).not.toContain(own.credentials.email);
    expect(entries.rows[0]?.act).toBe('authorized-user.linked');
  });

  test('is neither renamed nor given a password by the holder', async () => {
    const { app, file } = office;
    const { person } = await linkedToAccount();
    const shown = await app.ask('holder', 'myAuthorizedUsers.get', { id: person.id });
    const before = file.dump(['refused_call']);
    for (const [field, changes] of [
      ['username', { username: 'somebody.else' }],
      ['password', { password: 'second tunnel given by hand' }],
    ] as const) {
      expect(await app.call('holder', 'myAuthorizedUsers.update', { ...formOf(shown), ...changes })).toMatchObject({
        ok: false,
        error: { fields: { [field]: { code: 'LOGIN_OF_OFFICE' } } },
      });
      const form = { ...formOf(shown), ...changes };
      expect(await app.call('superuser', 'authorizedUsers.update', asOffice(form))).toMatchObject({
        ok: false,
        error: { fields: { [field]: { code: 'LOGIN_OF_ACCOUNT' } } },
      });
    }
    const reset = { id: shown.id, version: shown.version, newPassword: null };
    expect(await app.refusal('holder', 'myAuthorizedUsers.resetPassword', reset)).toBe('LOGIN_OF_OFFICE');
    const byOffice = { ...reset, onBehalf };
    expect(await app.refusal('superuser', 'authorizedUsers.resetPassword', byOffice)).toBe('LOGIN_OF_ACCOUNT');
    expect(file.dump(['refused_call'])).toEqual(before);
    // What is left alone is no change.
    await app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(shown), role: 'Linked' });
  });

  test('stays as a contact when the holder switches the login off, and keeps their own account', async () => {
    const { app } = office;
    const { own, person } = await linkedToAccount();
    const shown = await app.ask('holder', 'myAuthorizedUsers.get', { id: person.id });
    const off = await app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(shown), isLoginEnabled: false });
    expect(off).toMatchObject({ loginState: 'contact-only', login: null });
    const { email: signInName, password } = own.credentials;
    const session = await app.ask('unlinked', 'session.signIn', { signInName, password });
    expect(session.account).toMatchObject({ isOwn: true, hasOthers: false });
    await app.ask('unlinked', 'session.signOut', {});
  });

  test('stays as a contact when their own account is purged, and is told apart from whoever gets the e-mail', async () => {
    const { app, file } = office;
    const { own, person } = await linkedToAccount();
    const { id, version, email } = await app.ask('superuser', 'accounts.get', { id: own.accountId });
    await app.ask('superuser', 'accounts.delete', { id, version, onBehalf });
    await app.ask('superuser', 'accounts.purge', { id, version: version + 1, typedEmail: email });
    expect(loginsCalled(email)).toBe(0);
    const shown = await app.ask('holder', 'myAuthorizedUsers.get', { id: person.id });
    expect(shown).toMatchObject({ loginState: 'contact-only', login: null, version: person.version + 1 });
    const { rows } = await app.ask('superuser', 'accounts.activity', { id: holder.accountId });
    expect(rows[0]).toMatchObject({
      act: 'authorized-user.changed',
      actor: null,
      subject: { person: { id: person.id } },
      onBehalfOf: { id: holder.accountId },
      changes: [{ field: 'login', before: 'linked by the office', after: 'none' }],
    });
    expect(JSON.stringify(file.dump())).not.toContain(email);
  });
});

describe('somebody who acts for two accounts by one username', () => {
  async function linkedToDelegate() {
    const { app } = office;
    const username = newName();
    const first = await addPerson(app, holder, newDelegate(username));
    const other = await addHolderAtWindow(app, newName());
    const second = await addPerson(app, other, newPerson(newName()));
    await backAtDesk(app, 'superuser', superuser);
    await backAtDesk(app, 'holder', holder.credentials);
    chosenByOwner(office.file, username);
    return { username, first, other, second: await link(second, { kind: 'authorized-user', id: first.id }) };
  }

  test('is looked after by the office on both sides', async () => {
    const { app } = office;
    const { username, first, other, second } = await linkedToDelegate();
    for (const [window, { id }] of [
      ['holder', first],
      [other.window, second],
    ] as const) {
      const shown = await app.ask(window, 'myAuthorizedUsers.get', { id });
      expect(shown.login).toMatchObject({ username: null, isOfOffice: true });
      expect((await app.ask(window, 'myAuthorizedUsers.list', { search: username })).rows).toHaveLength(
        window === 'holder' ? 1 : 0,
      );
    }
    const { id, version } = second;
    const given = await app.ask('superuser', 'authorizedUsers.resetPassword', {
      id,
      version,
      newPassword: null,
      onBehalf,
    });
    await signInFirst(app, username, { signInName: username, password: given.oneTimePassword ?? '' });
    expect((await app.ask(username, 'session.accounts', {})).rows).toHaveLength(2);
  });

  test('is the holder’s alone again when the other gives the login up, and can be searched by it', async () => {
    const { app } = office;
    const { username, first, other, second } = await linkedToDelegate();
    const shown = await app.ask(other.window, 'myAuthorizedUsers.get', { id: second.id });
    await app.ask(other.window, 'myAuthorizedUsers.update', { ...formOf(shown), isLoginEnabled: false });
    expect((await app.ask('holder', 'myAuthorizedUsers.get', { id: first.id })).login).toMatchObject({
      username,
      isOfOffice: false,
    });
    const rows = office.file.rows('SELECT username_folded FROM authorized_user WHERE public_id = ?', first.id);
    expect(rows).toEqual([{ username_folded: username }]);
  });

  test('does so for one account no more than once', async () => {
    const { app } = office;
    const { first, other, second } = await linkedToDelegate();
    const third = await addPerson(app, holder, newPerson(newName()));
    await backAtDesk(app, 'superuser', superuser);
    expect(await whyNot(third, { kind: 'authorized-user', id: first.id })).toBe('OWN_LOGIN');
    expect(await whyNot(second, { kind: 'authorized-user', id: first.id })).toBe('OWN_LOGIN');
    expect(await whyNot(third, { kind: 'account', id: holder.accountId })).toBe('OWN_LOGIN');
    const asHolder = await addPerson(app, holder, newPerson(newName()));
    expect((await link(asHolder, { kind: 'account', id: other.accountId })).loginState).toBe('enabled');
  });
});

test('there is no link to who cannot sign in, or is not there', async () => {
  const { app } = office;
  const person = await addPerson(app, holder, newPerson(newName()));
  const other = await addHolderAtWindow(app, newName());
  const contact = await addPerson(app, other, newPerson(newName()));
  await backAtDesk(app, 'superuser', superuser);
  expect(await whyNot(person, { kind: 'authorized-user', id: contact.id })).toBe('NO_LOGIN');
  expect(await whyNot(person, { kind: 'authorized-user', id: 'A'.repeat(22) })).toBe('NOT_FOUND');
  expect(await whyNot(person, { kind: 'account', id: 'A'.repeat(22) })).toBe('NOT_FOUND');
  const { id, version } = (await addAccount(app, newName())).account;
  await app.ask('superuser', 'accounts.deactivate', { id, version, onBehalf });
  expect(await whyNot(person, { kind: 'account', id })).toBe('NO_LOGIN');
});

test('nobody links to the login of somebody with more rights, nor resets a login by which such an account is acted for', async () => {
  const { app } = office;
  await addStaffAtWindow(app, 'clerk', ['accounts.view', 'accounts.manage']);
  const { user } = await app.ask('superuser', 'session.state', {});
  const accountId = user?.id ?? '';
  const person = await addPerson(app, holder, newPerson(newName()));
  expect(await whyNot(person, { kind: 'account', id: accountId }, 'clerk')).toBe('BEYOND_OWN_RIGHTS');
  const typed = { accountId, ...newDelegate(newName()), onBehalf };
  const ofSuperuser = await app.ask('superuser', 'authorizedUsers.create', typed);
  expect(await whyNot(person, { kind: 'authorized-user', id: ofSuperuser.id }, 'clerk')).toBe('BEYOND_OWN_RIGHTS');
  expect(await whyNot(person, { kind: 'authorized-user', id: ofSuperuser.id })).toBe('LOGIN_NOT_OWN_YET');
  chosenByOwner(office.file, ofSuperuser.login?.username ?? '');
  const { id, version } = await link(person, { kind: 'authorized-user', id: ofSuperuser.id });
  const reset = { id, version, newPassword: null, onBehalf };
  expect(await app.refusal('clerk', 'authorizedUsers.resetPassword', reset)).toBe('BEYOND_OWN_RIGHTS');
  expect(await app.refusal('clerk', 'authorizedUsers.liftLock', { id })).toBe('BEYOND_OWN_RIGHTS');
});

test('people are offered for a link who can sign in and do not act for the account yet', async () => {
  const { app } = office;
  const family = 'Lünkabel';
  const name = (givenName: string) => ({ givenName, familyName: family });
  const other = await addHolderAtWindow(app, newName());
  await addPerson(app, other, newDelegate('Delegate', { ...name('Delegate'), username: 'linkable.delegate' }));
  await addPerson(app, other, newPerson('Contact', name('Contact')));
  await backAtDesk(app, 'superuser', superuser);
  await backAtDesk(app, 'holder', holder.credentials);
  const { id } = await addPerson(app, holder, newDelegate('Colleague', name('Colleague')));
  await addAccount(app, newName(), { ...name('Account'), email: 'linkable.account@example.com' });
  const { account } = await addAccount(app, newName(), name('Trashed'));
  const trashed = { id: account.id, version: account.version, onBehalf };
  await app.ask('superuser', 'accounts.delete', trashed);
  const { rows } = await app.ask('superuser', 'authorizedUsers.linkable', { id, search: 'lunkabel' });
  expect(rows).toMatchObject([
    { kind: 'account', name: `Account ${family}`, signInName: 'linkable.account@example.com' },
    { kind: 'authorized-user', name: `Delegate ${family}`, signInName: 'linkable.delegate' },
  ]);
  const byUsername = await app.ask('superuser', 'authorizedUsers.linkable', { id, search: 'linkable.delegate' });
  expect(byUsername.rows).toHaveLength(1);
});
