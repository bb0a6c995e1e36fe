import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import {
  addHolderAtWindow,
  asOffice,
  chosenByOwner,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
} from '../../support/authorized-users';
import { shareTestOffice } from '../../support/shared-office';
import {
  accountFormOf,
  addStaffAtWindow,
  backAtDesk,
  type Credentials,
  onBehalf,
  superuser,
} from '../../support/test-office';

const office = shareTestOffice();
let clerk: Credentials;
let superusersId: string;
beforeAll(async () => {
  const { app } = office;
  clerk = (await addStaffAtWindow(app, 'clerk', ['accounts.view', 'accounts.manage'])).credentials;
  superusersId = (await app.ask('superuser', 'session.state', {})).user?.id ?? '';
});
beforeEach(async () => {
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'clerk', clerk);
});

/** Lets somebody act for the superuser's own account by the login they have. */
async function linkToSuperuser(givenName: string, to: { kind: 'account' | 'authorized-user'; id: string }) {
  const { app } = office;
  const typed = { accountId: superusersId, ...newPerson(givenName), onBehalf };
  const { id, version } = await app.ask('superuser', 'authorizedUsers.create', typed);
  await app.ask('superuser', 'authorizedUsers.link', { id, version, to, onBehalf });
}

async function actsForSuperuser(name: string): Promise<Holder> {
  const holder = await addHolderAtWindow(office.app, name);
  await linkToSuperuser(`${name}.there`, { kind: 'account', id: holder.accountId });
  return holder;
}

test('nobody gets into an account of more rights by way of the account whose login leads there', async () => {
  const { app } = office;
  const { accountId: id } = await actsForSuperuser('helper');
  const account = await app.ask('clerk', 'accounts.get', { id });
  const { version } = account;
  const chosen = { id, version, onBehalf };
  expect(await app.refusal('clerk', 'accounts.giveOneTimePassword', chosen)).toBe('BEYOND_OWN_RIGHTS');
  const given = { ...chosen, newPassword: 'copper lantern by the door' };
  expect(await app.refusal('clerk', 'accounts.setPassword', given)).toBe('BEYOND_OWN_RIGHTS');
  const renamed = { ...accountFormOf(account), email: 'somebody.else@example.com', onBehalf };
  expect(await app.refusal('clerk', 'accounts.update', renamed)).toBe('BEYOND_OWN_RIGHTS');
  expect(await app.refusal('clerk', 'accounts.liftLock', { id })).toBe('BEYOND_OWN_RIGHTS');
  // What gives nobody a way in stays the clerk's.
  await app.ask('clerk', 'accounts.update', { ...accountFormOf(account), phone: '020 7946 0018', onBehalf });
  await app.ask('superuser', 'accounts.giveOneTimePassword', { id, version: version + 1, onBehalf });
});

test('nor by way of an authorized user who shares a username with somebody there', async () => {
  const { app } = office;
  const holder = await addHolderAtWindow(app, 'plain');
  const person: AuthorizedUser = await app.ask('plain', 'myAuthorizedUsers.create', newDelegate('Sharing'));
  chosenByOwner(office.file, person.login?.username ?? '');
  await linkToSuperuser('Sharing', { kind: 'authorized-user', id: person.id });
  expect(holder.accountId).toBe(person.account.id);
  const shown = await app.ask('clerk', 'authorizedUsers.get', { id: person.id });
  const renamed = asOffice({ ...formOf(shown), username: 'somebody.else' });
  expect(await app.refusal('clerk', 'authorizedUsers.update', renamed)).toBe('BEYOND_OWN_RIGHTS');
  await app.ask('clerk', 'authorizedUsers.update', asOffice({ ...formOf(shown), role: 'Shares a login' }));
});

test('staff change the e-mail of their own account, whomever they act for', async () => {
  const { app } = office;
  const id = (await app.ask('clerk', 'session.state', {})).user?.id ?? '';
  await linkToSuperuser('Clerk', { kind: 'account', id });
  const account = await app.ask('clerk', 'accounts.get', { id });
  const changed = await app.ask('clerk', 'accounts.update', { ...accountFormOf(account), email: 'moved@example.com' });
  expect(changed.email).toBe('moved@example.com');
  clerk = { ...clerk, email: changed.email };
});

test('a link needs a verified identity also where it is for one’s own account: the login is somebody else’s', async () => {
  const { app } = office;
  const { accountId } = await addHolderAtWindow(app, 'wanted');
  const { id, version } = await app.ask('superuser', 'myAuthorizedUsers.create', newPerson('Own'));
  const link = { id, version, to: { kind: 'account', id: accountId } } as const;
  expect(await app.refusal('superuser', 'authorizedUsers.link', link)).toBe('REASON_NEEDED');
  const unverified = { ...link, onBehalf: { ...onBehalf, identityVerifiedBy: null } };
  expect(await app.refusal('superuser', 'authorizedUsers.link', unverified)).toBe('IDENTITY_NOT_VERIFIED');
  await app.ask('superuser', 'authorizedUsers.link', { ...link, onBehalf });
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: accountId });
  expect(rows[0]).toMatchObject({ act: 'authorized-user.linked', identityVerifiedBy: onBehalf.identityVerifiedBy });
});
