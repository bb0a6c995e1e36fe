import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src-shared/contract/accounts';
import { days } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import {
  addAccount,
  addStaffAtWindow,
  backAtDesk,
  newAccount,
  onBehalf,
  signIn,
  superuser,
  trashAccount,
} from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

let added = 0;
function newName(): string {
  added += 1;
  return `person${added}`;
}

function accountOf(id: string): Promise<Account> {
  return office.app.ask('superuser', 'accounts.get', { id });
}

test('a deleted account says until when it can be restored, as the office has it at that moment', async () => {
  const { app } = office;
  const { account } = await addAccount(app, newName());
  const trashed = await trashAccount(app, account);
  const deletedAt = app.clock.now();
  expect(trashed).toMatchObject({ status: 'trash', isActive: true, deletedAt, purgeAt: deletedAt + days(30) });
  const settings = await app.ask('superuser', 'settings.get', {});
  const { version } = await app.ask('superuser', 'settings.update', { ...settings, trashDays: 7 });
  expect((await accountOf(account.id)).purgeAt).toBe(deletedAt + days(30));
  const other = await trashAccount(app, (await addAccount(app, newName())).account);
  expect(other.purgeAt).toBe(deletedAt + days(7));
  await app.ask('superuser', 'settings.update', { ...settings, version });
});

test('restoring gives everything back as it was', async () => {
  const { app } = office;
  const details = { name: newName(), description: '', permissions: ['staff.view' as const] };
  const group = await app.ask('superuser', 'groups.create', details);
  const rights = { isStaff: true, groups: [group.id], permissions: ['activity.view' as const] };
  const { account, credentials } = await addAccount(app, newName(), { ...rights, notes: 'Kept', phone: '030 123456' });
  const trashed = await trashAccount(app, account);
  app.clock.advance(days(30) - 1);
  await backAtDesk(app, 'superuser', superuser);
  const { id, version } = trashed;
  const restored = await app.ask('superuser', 'accounts.restore', { id, version });
  const updatedAt = app.clock.now();
  expect(restored).toEqual({ ...account, version: version + 1, updatedAt });
  const { rows } = await app.ask('superuser', 'accounts.activity', { id });
  expect(rows.map(({ act }) => act)).toEqual(['account.restored', 'account.deleted', 'account.added']);
  expect(await app.refusal('desk', 'session.signIn', { signInName: credentials.email, password: 'wrong' })).toBe(
    'SIGN_IN_FAILED',
  );
});

test('what is in the trash is looked at, restored and purged, and nothing else', async () => {
  const { app } = office;
  const { account } = await addAccount(app, newName());
  const { id, version } = await trashAccount(app, account);
  expect((await accountOf(id)).status).toBe('trash');
  const choice = { id, version, onBehalf };
  for (const name of ['activate', 'deactivate', 'giveOneTimePassword', 'delete'] as const) {
    expect(await app.refusal('superuser', `accounts.${name}`, choice)).toBe('IN_TRASH');
  }
  const newPassword = 'amber windmill turning north';
  expect(await app.refusal('superuser', 'accounts.setPassword', { ...choice, newPassword })).toBe('IN_TRASH');
  expect(await app.refusal('superuser', 'accounts.liftLock', { id })).toBe('IN_TRASH');
  const { password: _, ...typed } = newAccount('x', { email: account.email });
  expect(await app.refusal('superuser', 'accounts.update', { ...typed, ...choice })).toBe('IN_TRASH');
});

test('what is not in the trash is neither restored nor purged', async () => {
  const { app } = office;
  const { id, version, email } = (await addAccount(app, newName())).account;
  expect(await app.refusal('superuser', 'accounts.restore', { id, version })).toBe('NOT_IN_TRASH');
  expect(await app.refusal('superuser', 'accounts.purge', { id, version, typedEmail: email })).toBe('NOT_IN_TRASH');
});

test('of two who restore or purge one account from one version, the second is refused', async () => {
  const { app } = office;
  const { account } = await addAccount(app, newName());
  const { id, version, email } = await trashAccount(app, account);
  const stale = { id, version: version - 1 };
  expect(await app.refusal('superuser', 'accounts.restore', stale)).toBe('STALE_VERSION');
  expect(await app.refusal('superuser', 'accounts.purge', { ...stale, typedEmail: email })).toBe('STALE_VERSION');
  await app.ask('superuser', 'accounts.restore', { id, version });
  expect(await app.refusal('superuser', 'accounts.restore', { id, version })).toBe('NOT_IN_TRASH');
});

test('oneself is not deleted, nor the last superuser', async () => {
  const { app } = office;
  const { user } = await app.ask('superuser', 'session.state', {});
  const own = await accountOf(user?.id ?? '');
  const { id, version } = own;
  expect(await app.refusal('superuser', 'accounts.delete', { id, version, onBehalf })).toBe('OWN_ACCOUNT');
  expect(await app.refusal('superuser', 'accounts.deactivate', { id, version, onBehalf })).toBe('OWN_ACCOUNT');
});

describe('whoever is in the trash', () => {
  test('is signed out at the next call, and told to be deactivated once the password is right', async () => {
    const { app } = office;
    const { account, credentials } = await addAccount(app, newName());
    await signIn(app, 'trashed', credentials);
    const { id, version } = await trashAccount(app, account);
    expect((await app.ask('trashed', 'session.state', {})).state).toBe('signed-out');
    const attempt = { signInName: credentials.email, password: credentials.password };
    expect(await app.refusal('trashed', 'session.signIn', attempt)).toBe('ACCOUNT_DEACTIVATED');
    const wrong = { ...attempt, password: 'not the password at all' };
    expect(await app.refusal('trashed', 'session.signIn', wrong)).toBe('SIGN_IN_FAILED');
    await app.ask('superuser', 'accounts.restore', { id, version });
    expect((await app.ask('trashed', 'session.state', {})).state).toBe('signed-out');
    await signIn(app, 'trashed', credentials);
  });

  test('whatever put them there', async () => {
    const { app, file } = office;
    const { account, credentials } = await addAccount(app, newName());
    await signIn(app, 'put-there', credentials);
    file.write('UPDATE account SET deleted_at = 1, purge_at = 9999999999999 WHERE public_id = ?', account.id);
    expect((await app.ask('put-there', 'session.state', {})).state).toBe('signed-out');
  });

  test('does nothing that was under way', async () => {
    const { app } = office;
    const { member } = await addStaffAtWindow(app, 'hasty', ['accounts.view', 'accounts.manage']);
    const { id, version } = await accountOf(member.id);
    const [adding] = await Promise.all([
      app.call('hasty', 'accounts.create', newAccount(newName())),
      app.ask('superuser', 'accounts.delete', { id, version, onBehalf }),
    ]);
    expect(adding).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  });

  test('is no staff: on no list, in no group, not to be acted on among the staff', async () => {
    const { app } = office;
    const details = { name: newName(), description: '', permissions: [] };
    const group = await app.ask('superuser', 'groups.create', details);
    const rights = { isStaff: true, groups: [group.id] };
    const { account } = await addAccount(app, newName(), rights);
    const { id, version } = await trashAccount(app, account);
    expect((await app.ask('superuser', 'staff.list', { search: account.email })).rows).toEqual([]);
    for (const name of ['staff.deactivate', 'staff.activate', 'staff.giveOneTimePassword'] as const) {
      expect(await app.refusal('superuser', name, { id, version })).toBe('NOT_FOUND');
    }
    expect(await app.refusal('superuser', 'staff.get', { id })).toBe('NOT_FOUND');
    const { rows } = await app.ask('superuser', 'groups.list', {});
    expect(rows.find((row) => row.id === group.id)?.memberCount).toBe(0);
    await app.ask('superuser', 'groups.delete', { id: group.id, version: group.version });
    expect((await app.ask('superuser', 'accounts.restore', { id, version })).groups).toEqual([]);
  });

  test('is no superuser: neither counted as one, nor let in by the recovery code', async () => {
    const { app, recoveryCode } = office;
    const { account } = await addAccount(app, newName(), { isStaff: true, isSuperuser: true });
    const { user } = await app.ask('superuser', 'session.state', {});
    const trashed = await trashAccount(app, account);
    const { id, version, email, givenName, familyName, phone, groups } = await app.ask('superuser', 'staff.get', {
      id: user?.id ?? '',
    });
    const details = { email, givenName, familyName, phone, permissions: [], groups: groups.map((one) => one.id) };
    const demoted = { id, version, ...details, isSuperuser: false };
    expect(await app.refusal('superuser', 'staff.update', demoted)).toBe('LAST_SUPERUSER');
    const recovery = { recoveryCode, email: account.email, newPassword: 'amber windmill turning north' };
    expect(await app.refusal('desk', 'recovery.setSuperuserPassword', recovery)).toBe('NOT_A_SUPERUSER');
    await app.ask('superuser', 'accounts.restore', { id: trashed.id, version: trashed.version });
  });

  test('is still found in the activity', async () => {
    const { app } = office;
    const { account } = await addAccount(app, newName(), { givenName: 'Findable', familyName: 'Trashed' });
    await trashAccount(app, account);
    const { rows } = await app.ask('superuser', 'activity.people', { search: 'findable' });
    expect(rows.map(({ id }) => id)).toEqual([account.id]);
    const entries = await app.ask('superuser', 'activity.list', { personId: account.id });
    expect(entries.rows[0]).toMatchObject({
      act: 'account.deleted',
      subject: { label: 'Findable Trashed', person: { id: account.id } },
      ...onBehalf,
    });
  });
});
