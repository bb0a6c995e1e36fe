import { expect, test } from 'vitest';
import type { Account } from '../../../src-shared/contract/accounts';
import type { DelegatePermission } from '../../../src-shared/delegate-permissions';
import { addDelegate, delegatePassword } from '../../support/delegates';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { addDelegateAtWindow, addHolder, newContact } from '../my-account/my-account-people';

const everything: DelegatePermission[] = ['profiles.edit', 'activity.view', 'authorized-users.manage'];
const accounts: { holder?: Account; other?: Account } = {};
const office = shareTestOffice(prepare);

async function prepare(shared: SharedOffice): Promise<void> {
  accounts.holder = await addHolder(shared, 'holder');
  accounts.other = await addHolder(shared, 'other');
  await addDelegateAtWindow(shared, accounts.holder, 'manager', everything);
  await addDelegateAtWindow(shared, accounts.other, 'foreigner', everything);
}

async function ownId(window: string): Promise<string> {
  return (await office.app.ask(window, 'session.state', {})).user?.id ?? '';
}

test('the people of one account are not there for those of another, whatever is sent', async () => {
  const { app } = office;
  const { id, version } = await app.ask('other', 'myAuthorizedUsers.create', newContact('hidden'));
  const held = office.file.dump(['refused_call']);
  for (const window of ['manager', 'holder', 'superuser']) {
    expect(await app.refusal(window, 'myAuthorizedUsers.get', { id })).toBe('NOT_FOUND');
    for (const act of ['delete', 'restore'] as const) {
      expect(await app.refusal(window, `myAuthorizedUsers.${act}`, { id, version })).toBe('NOT_FOUND');
    }
    const form = { ...newContact('taken'), id, version };
    expect(await app.refusal(window, 'myAuthorizedUsers.update', form)).toBe('NOT_FOUND');
    const password = { id, version, newPassword: null };
    expect(await app.refusal(window, 'myAuthorizedUsers.resetPassword', password)).toBe('NOT_FOUND');
    const listed = await app.ask(window, 'myAuthorizedUsers.list', { search: 'hidden' });
    expect(listed.rows).toEqual([]);
    expect(await app.ask(window, 'myAuthorizedUsers.total', { search: 'hidden' })).toEqual({ total: 0 });
  }
  expect(office.file.dump(['refused_call'])).toEqual(held);
});

const named = ['accountId', 'account', 'holderId', 'loginId', 'authorizedUserId', 'actsFor', 'onBehalf'];

test.each(named)('a payload that names another account by %s is refused, and changes nothing', async (field) => {
  const { app, file } = office;
  const held = file.dump(['refused_call']);
  const beside = { [field]: accounts.other?.id };
  const calls: [string, object][] = [
    ['myAuthorizedUsers.create', newContact('smuggled')],
    ['myAuthorizedUsers.list', {}],
    ['myAccount.overview', {}],
    ['myAccount.profiles', {}],
    ['myAccount.activity', {}],
    ['session.accounts', {}],
  ];
  for (const [name, input] of calls) {
    const answer = await app.send('manager', name, { ...input, ...beside });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', fields: { [field]: {} } } });
  }
  expect(file.dump(['refused_call'])).toEqual(held);
});

test('who acts for a superuser has none of their rights, and can come by none', async () => {
  const { app } = office;
  const id = await ownId('superuser');
  await addDelegate(office, id, { givenName: 'Sly', permissions: everything });
  await app.ask('sly', 'session.signIn', { signInName: 'sly', password: delegatePassword });
  const view = await app.ask('sly', 'session.state', {});
  expect(view).toMatchObject({ user: { isStaff: false, isSuperuser: false, permissions: [] } });
  expect(view.account?.holderName).toBe('Olga Petrenko');
  const calls: [string, object][] = [
    ['accounts.list', {}],
    ['accounts.get', { id }],
    ['staff.list', {}],
    ['activity.list', {}],
    ['settings.get', {}],
    ['dashboard.get', {}],
    ['opening.replaceRecoveryCode', {}],
    ['authorizedUsers.list', {}],
    ['delegation.choices', {}],
  ];
  for (const [name, input] of calls) {
    expect(await app.send('sly', name, input)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  }
  // The holder's password is not theirs, and theirs is not the holder's.
  const asked = { currentPassword: 'violet harbour ladder mosaic', newPassword: 'amber windmill turning north' };
  expect(await app.refusal('sly', 'session.changeOwnPassword', asked)).toBe('WRONG_PASSWORD');
});

test('somebody who may manage others gives nobody more than they have, and leaves themself and their betters alone', async () => {
  const { app } = office;
  const account = accounts.holder;
  if (!account) throw new Error('There is an account.');
  await addDelegateAtWindow(office, account, 'limited', ['authorized-users.manage']);
  const better = await addDelegate(office, account.id, { givenName: 'Better', permissions: ['activity.view'] });
  const self = await ownId('limited');
  const giving = (permissions: DelegatePermission[]) => ({ ...newContact('given'), permissions });
  expect(await app.refusal('limited', 'myAuthorizedUsers.create', giving(['activity.view']))).toBe(
    'BEYOND_OWN_PERMISSIONS',
  );
  await app.ask('limited', 'myAuthorizedUsers.create', giving(['authorized-users.view']));
  for (const [id, code] of [
    [better.id, 'BEYOND_OWN_PERMISSIONS'],
    [self, 'OWN_ENTRY'],
  ] as const) {
    expect(await app.refusal('limited', 'myAuthorizedUsers.delete', { id, version: 1 })).toBe(code);
    const form = { ...newContact('x'), id, version: 1 };
    expect(await app.refusal('limited', 'myAuthorizedUsers.update', form)).toBe(code);
    expect(await app.refusal('limited', 'myAuthorizedUsers.resetPassword', { id, version: 1, newPassword: null })).toBe(
      code,
    );
  }
});

test('what a delegate was let in for and what they are refused is kept account of under their own name', async () => {
  const { app } = office;
  expect(await app.refusal('manager', 'staff.list', {})).toBe('NOT_ALLOWED');
  const { rows } = await app.ask('superuser', 'activity.refusedCalls', {});
  const [refused] = rows.filter(
    ({ procedure, actor }) => procedure === 'staff.list' && actor?.name.startsWith('manager'),
  );
  expect(refused?.actor).toMatchObject({ name: 'manager Vertreter', actsFor: { id: accounts.holder?.id } });
});
