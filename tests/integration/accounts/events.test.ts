import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ApplicationEvent } from '../../../src-shared/events';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, addStaffAtWindow, newAccount, onBehalf, signIn, trashAccount } from '../../support/test-office';

const windows = ['clerk', 'lead', 'nobody', 'holder'];
const office = shareTestOffice(async ({ app }) => {
  await addStaffAtWindow(app, 'clerk', ['accounts.view']);
  await addStaffAtWindow(app, 'lead', ['staff.view']);
  await addStaffAtWindow(app, 'nobody');
  const { credentials } = await addAccount(app, 'holder');
  await signIn(app, 'holder', credentials);
  const newPassword = 'quiet meadow chosen alone';
  await app.ask('holder', 'session.changeOwnPassword', { currentPassword: credentials.password, newPassword });
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
  // Events go out after the answer; whatever they still have to look up is done before the next turn.
  await setImmediate();
  for (const unsubscribe of stop) unsubscribe();
  return Object.fromEntries(Object.entries(heard).map(([window, features]) => [window, [...features].sort()]));
}

test('a change of an account is told to who may look at accounts; one of staff also to who may look at staff', async () => {
  const { app } = office;
  const typed = newAccount('told');
  const ofAccount = { clerk: ['accounts', 'dashboard'] };
  expect(await heardWhile(() => app.ask('superuser', 'accounts.create', typed))).toEqual(ofAccount);
  const staff = { ...newAccount('told-staff'), isStaff: true };
  const ofStaff = { ...ofAccount, lead: ['staff'] };
  expect(await heardWhile(() => app.ask('superuser', 'accounts.create', staff))).toEqual(ofStaff);
});

test('whatever the staff section does with an account is told there too', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'colleague', { isStaff: true });
  const { id, version } = account;
  const heard = await heardWhile(() => app.ask('superuser', 'staff.deactivate', { id, version }));
  expect(heard).toEqual({ clerk: ['accounts', 'dashboard'], lead: ['staff'] });
});

test('acts, the trash and deletion for good are told', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'acted-on');
  const { id, version, email: typedEmail } = account;
  const told = ['accounts', 'authorizedUsers', 'dashboard'];
  const deactivating = () => app.ask('superuser', 'accounts.deactivate', { id, version, onBehalf });
  expect(await heardWhile(deactivating)).toEqual({ clerk: told });
  expect(await heardWhile(() => trashAccount(app, { id, version: version + 1 }))).toEqual({ clerk: told });
  const purging = () => app.ask('superuser', 'accounts.purge', { id, version: version + 2, typedEmail });
  expect(await heardWhile(purging)).toEqual({ clerk: [...told, 'delegation', 'profiles'] });
});

test('a sign-in is told, and a lock when it begins', async () => {
  const { app } = office;
  const { credentials } = await addAccount(app, 'late');
  const attempt = { signInName: credentials.email, password: 'not the password at all' };
  const failing = () => app.refusal('late', 'session.signIn', attempt);
  for (let time = 0; time < 4; time += 1) expect(await heardWhile(failing)).toEqual({});
  expect(await heardWhile(failing)).toEqual({ clerk: ['accounts', 'authorizedUsers', 'dashboard'] });
  expect(await heardWhile(failing)).toEqual({});
  const { account } = await addAccount(app, 'early');
  const signingIn = () => signIn(app, 'early', { email: account.email, password: newAccount('early').password });
  expect((await heardWhile(signingIn)).clerk).toEqual(['accounts', 'dashboard']);
});
