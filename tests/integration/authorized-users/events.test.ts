import { setImmediate } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import type { ApplicationEvent } from '../../../src-shared/events';
import {
  addDelegateAtWindow,
  addHolderAtWindow,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
} from '../../support/authorized-users';
import { shareTestOffice } from '../../support/shared-office';
import { addStaffAtWindow, onBehalf } from '../../support/test-office';

const office = shareTestOffice();
const windows = ['clerk', 'words', 'nobody', 'holder', 'looker', 'blind', 'other'];
let holder: Holder;
beforeAll(async () => {
  const { app } = office;
  await addStaffAtWindow(app, 'clerk', ['accounts.view']);
  await addStaffAtWindow(app, 'words', ['delegation.manage']);
  await addStaffAtWindow(app, 'nobody');
  holder = await addHolderAtWindow(app, 'holder');
  await addHolderAtWindow(app, 'other');
  await addDelegateAtWindow(app, holder, 'looker', ['authorized-users.view']);
  await addDelegateAtWindow(app, holder, 'blind', ['profiles.view']);
});

/** Of what has changed each window hears while something is done. */
async function heardWhile(act: () => Promise<unknown>): Promise<Record<string, string[]>> {
  const heard: Record<string, Set<string>> = {};
  const stop = windows.map((window) =>
    office.app.app.subscribe(window, (event: ApplicationEvent) => {
      if (event.type === 'changed') heard[window] = (heard[window] ?? new Set()).add(event.feature);
    }),
  );
  await act();
  await setImmediate();
  for (const unsubscribe of stop) unsubscribe();
  return Object.fromEntries(Object.entries(heard).map(([window, features]) => [window, [...features].sort()]));
}

/** Who may look at them hears of it: in the office, and at the account's own windows, and at nobody else's. */
const told = {
  clerk: ['authorizedUsers', 'delegation'],
  words: ['delegation'],
  holder: ['myAccount', 'myAuthorizedUsers'],
  looker: ['myAccount', 'myAuthorizedUsers'],
  blind: ['myAccount'],
};

test('whatever is done with an authorized user is told to who may look at them, and to nobody of another account', async () => {
  const { app } = office;
  const create = () => app.ask('holder', 'myAuthorizedUsers.create', newDelegate('told'));
  expect(await heardWhile(create)).toEqual(told);
  const { rows } = await app.ask('holder', 'myAuthorizedUsers.list', { search: 'told' });
  const person = await app.ask('holder', 'myAuthorizedUsers.get', { id: rows[0]?.id ?? '' });
  const { id } = person;
  const update = () => app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(person), role: 'Told' });
  expect(await heardWhile(update)).toEqual(told);
  const reset = { id, version: 2, newPassword: null, onBehalf };
  expect(await heardWhile(() => app.ask('superuser', 'authorizedUsers.resetPassword', reset))).toEqual(told);
  expect(await heardWhile(() => app.ask('holder', 'myAuthorizedUsers.delete', { id, version: 3 }))).toEqual(told);
  expect(await heardWhile(() => app.ask('holder', 'myAuthorizedUsers.restore', { id, version: 4 }))).toEqual(told);
});

test('what was refused is told to nobody', async () => {
  const refused = newPerson('refused', { permissions: ['A'.repeat(22)] });
  expect(await heardWhile(() => office.app.call('holder', 'myAuthorizedUsers.create', refused))).toEqual({});
});

test('a category or a permission of the office is told to who may look at it', async () => {
  const { app } = office;
  const create = () => app.ask('superuser', 'delegation.createCategory', { name: 'Told' });
  expect(await heardWhile(create)).toEqual({ clerk: ['authorizedUsers', 'delegation'], words: ['delegation'] });
});
