import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Account } from '../../../src-shared/contract/accounts';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { addStaffAtWindow, onBehalf } from '../../support/test-office';
import { addDelegateAtWindow, addHolder, newContact } from './my-account-people';

const windows = ['superuser', 'viewer', 'keeper', 'holder', 'seeing', 'blind', 'locked', 'stranger', 'empty'];
const accounts: Account[] = [];
const office = shareTestOffice(prepare);

async function prepare(shared: SharedOffice): Promise<void> {
  await addStaffAtWindow(shared.app, 'viewer', ['accounts.view']);
  await addStaffAtWindow(shared.app, 'keeper', ['delegation.manage']);
  const holder = await addHolder(shared, 'holder');
  accounts.push(holder, await addHolder(shared, 'stranger'));
  await addDelegateAtWindow(shared, holder, 'seeing', ['authorized-users.view']);
  await addDelegateAtWindow(shared, holder, 'blind', ['profiles.edit']);
  await addDelegateAtWindow(shared, holder, 'locked', ['authorized-users.manage']);
  await shared.app.ask('locked', 'session.lock', {});
}

/** What each window hears while something is done, each feature once. */
async function heardWhile(act: () => Promise<unknown>): Promise<Record<string, string[]>> {
  const heard = new Map(windows.map((window) => [window, new Set<string>()]));
  const stop = windows.map((window) =>
    office.app.app.subscribe(window, (event) => {
      if (event.type === 'changed') heard.get(window)?.add(event.feature);
    }),
  );
  await act();
  // Events go out after the answer; whatever they still have to look up is done before the next turn.
  await setImmediate();
  for (const unsubscribe of stop) unsubscribe();
  const told = [...heard].filter(([, features]) => features.size > 0);
  return Object.fromEntries(told.map(([window, features]) => [window, [...features].sort()]));
}

test('a new authorized user is told to the people of the account who may see them, and to the office', async () => {
  const heard = await heardWhile(() => office.app.ask('holder', 'myAuthorizedUsers.create', newContact('amelie')));
  expect(heard).toEqual({
    superuser: ['activity', 'authorizedUsers', 'delegation'],
    viewer: ['authorizedUsers', 'delegation'],
    keeper: ['delegation'],
    holder: ['myAccount', 'myAuthorizedUsers'],
    seeing: ['myAccount', 'myAuthorizedUsers'],
    blind: ['myAccount'],
  });
});

test('what the office changes of the account is told to its people', async () => {
  const { app } = office;
  const [account] = accounts;
  if (!account) throw new Error('There is an account.');
  const { id, version, email, givenName, familyName, phone } = account;
  const rest = { notes: '', isActive: true, isStaff: false, isSuperuser: false, groups: [], permissions: [] };
  const changing = () =>
    app.ask('superuser', 'accounts.update', { id, version, email, givenName, familyName, phone, ...rest, onBehalf });
  const heard = await heardWhile(changing);
  for (const window of ['holder', 'seeing', 'blind']) expect(heard[window]).toEqual(['myAccount']);
  for (const window of ['locked', 'stranger', 'empty', 'keeper']) expect(heard[window]).toBeUndefined();
});

test('what becomes of its profiles, too, whoever changes them', async () => {
  const { app } = office;
  const field = { label: 'Shop', kind: 'text', isRequired: false, choices: [] } as const;
  const { id: typeId, fields } = await app.ask('superuser', 'profiles.createType', {
    name: 'Seller',
    color: 'teal',
    fields: [{ ...field, choices: [] }],
  });
  const adding = () => app.ask('superuser', 'profiles.add', { accountId: accounts[0]?.id ?? '', typeId, values: {} });
  const byOffice = await heardWhile(adding);
  expect([byOffice.holder, byOffice.blind, byOffice.stranger]).toEqual([['myAccount'], ['myAccount'], undefined]);
  const [profile] = (await app.ask('blind', 'myAccount.profiles', {})).rows;
  const change = { id: profile?.id ?? '', version: 1, values: { [fields[0]?.id ?? '']: 'Corner shop' } };
  const byDelegate = await heardWhile(() => app.ask('blind', 'myAccount.updateProfile', change));
  expect(byDelegate).toEqual({
    superuser: ['accounts', 'activity', 'dashboard', 'profiles'],
    viewer: ['accounts', 'dashboard', 'profiles'],
    holder: ['myAccount'],
    seeing: ['myAccount'],
    blind: ['myAccount'],
  });
});

test('who signs in is told to those who can see when that was', async () => {
  const { app } = office;
  await app.ask('seeing', 'session.signOut', {});
  const password = 'copper kettle by the window';
  const heard = await heardWhile(() => app.ask('seeing', 'session.signIn', { signInName: 'seeing', password }));
  expect(heard).toMatchObject({
    viewer: ['authorizedUsers', 'dashboard'],
    holder: ['myAccount', 'myAuthorizedUsers'],
    blind: ['myAccount'],
  });
  expect(heard.stranger).toBeUndefined();
});

test('new categories are told to the office alone', async () => {
  const heard = await heardWhile(() => office.app.ask('keeper', 'delegation.createCategory', { name: 'Family' }));
  expect(heard).toEqual({
    superuser: ['activity', 'authorizedUsers', 'delegation'],
    viewer: ['authorizedUsers', 'delegation'],
    keeper: ['delegation'],
  });
});
