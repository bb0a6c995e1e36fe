import { expect, test } from 'vitest';
import type { Account } from '../../../src-shared/contract/accounts';
import { addDelegate } from '../../support/delegates';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { onBehalf, superuser } from '../../support/test-office';
import { addDelegateAtWindow, addHolder, newContact } from './my-account-people';

const accounts: Account[] = [];
const office = shareTestOffice(async (shared: SharedOffice) => {
  const holder = await addHolder(shared, 'holder');
  accounts.push(holder);
  await addDelegateAtWindow(shared, holder, 'nothing');
  await addDelegateAtWindow(shared, holder, 'viewer', ['profiles.view', 'authorized-users.view']);
  const { id: typeId } = await shared.app.ask('superuser', 'profiles.createType', {
    name: 'Seller',
    color: 'teal',
    fields: [],
  });
  await shared.app.ask('superuser', 'profiles.add', { accountId: holder.id, typeId, values: {} });
  await shared.app.ask('holder', 'myAuthorizedUsers.create', newContact('contact'));
});

const own = {
  holder: { givenName: 'holder', familyName: 'Okafor', email: 'holder@example.com', phone: '0170 1234567' },
  status: 'active',
};
const all = { authorizedUsers: { all: 3, withLogin: 2 }, profileCount: 1 };

test.each([
  ['holder', all],
  ['viewer', all],
  ['nothing', { authorizedUsers: null, profileCount: null }],
])('%s sees the account, and of what belongs to it as much as they may', async (window, counts) => {
  const { app } = office;
  expect(await app.ask(window, 'myAccount.overview', {})).toEqual({
    ...own,
    ...counts,
    createdAt: accounts[0]?.createdAt,
    lastSignInAt: app.clock.now(),
  });
});

test('staff have an account of their own like everybody', async () => {
  const overview = await office.app.ask('superuser', 'myAccount.overview', {});
  expect(overview).toMatchObject({ holder: { email: superuser.email }, authorizedUsers: { all: 0, withLogin: 0 } });
});

test('who is in the trash, or has a login that is switched off, is counted as such', async () => {
  const { app, file } = office;
  const account = await addHolder(office, 'counter');
  const off = await addDelegate(office, account.id, { givenName: 'Off' });
  const gone = await addDelegate(office, account.id, { givenName: 'Gone' });
  file.write('UPDATE authorized_user SET is_login_enabled = 0 WHERE id = ?', off.rowId);
  const { version } = await app.ask('counter', 'myAuthorizedUsers.get', { id: gone.id });
  await app.ask('counter', 'myAuthorizedUsers.delete', { id: gone.id, version });
  const { authorizedUsers } = await app.ask('counter', 'myAccount.overview', {});
  expect(authorizedUsers).toEqual({ all: 1, withLogin: 0 });
});

test('what the office changes is seen at once', async () => {
  const { app } = office;
  const account = await addHolder(office, 'changer');
  const { id, version, email, familyName, notes, phone } = account;
  const rest = { notes, phone, isActive: true, isStaff: false, isSuperuser: false, groups: [], permissions: [] };
  const changed = { id, version, email, givenName: 'Renamed', familyName, ...rest, onBehalf };
  await app.ask('superuser', 'accounts.update', changed);
  expect((await app.ask('changer', 'myAccount.overview', {})).holder.givenName).toBe('Renamed');
});
