import { expect, test } from 'vitest';
import { type ActivityAct, activityActs } from '../../../src-shared/activity';
import { shareTestOffice } from '../../support/shared-office';
import { TestKeyStore } from '../../support/test-key-store';
import {
  addAccount,
  addStaff,
  addStaffAtWindow,
  newAccount,
  newStaff,
  onBehalf,
  passphrase,
  signIn,
  superuser,
  trashAccount,
} from '../../support/test-office';
import { actsOfModeration } from './acts-of-moderation';
import { actsWithDelegates } from './acts-with-delegates';

const office = shareTestOffice(async () => {}, { keyStore: new TestKeyStore() });

/** Every secret that is typed or answered on the way through all acts. */
const secrets: string[] = [superuser.password, passphrase];

async function latest(act?: ActivityAct) {
  const { rows } = await office.app.ask('superuser', 'activity.list', { act });
  const [entry] = rows;
  if (!entry) throw new Error('There is no entry.');
  return entry;
}

const byOlga = { actor: { name: 'Olga Petrenko', email: superuser.email }, onBehalfOf: null, reason: null };

test('adding staff: who, when, whom, and every field that is not secret', async () => {
  const { app } = office;
  const group = await app.ask('superuser', 'groups.create', { name: 'Front desk', description: '', permissions: [] });
  const typed = newStaff('anna', { groups: [group.id], permissions: ['staff.view'], phone: '123' });
  secrets.push(typed.password);
  await app.ask('superuser', 'staff.create', typed);
  const entry = await latest();
  expect(entry).toMatchObject({
    ...byOlga,
    at: app.clock.now(),
    act: 'staff.added',
    subject: { kind: 'account', label: 'anna Okafor', person: { email: 'anna@example.com' } },
  });
  expect(Object.fromEntries(entry.changes.map(({ field, before, after }) => [field, [before, after]]))).toEqual({
    email: [null, 'anna@example.com'],
    givenName: [null, 'anna'],
    familyName: [null, 'Okafor'],
    phone: [null, '123'],
    isActive: [null, true],
    isSuperuser: [null, false],
    groups: [null, ['Front desk']],
    permissions: [null, ['staff.view']],
  });
});

test('changing staff: the changed fields, before and after, and no others', async () => {
  const { app } = office;
  const { member } = await addStaff(app, 'berta', { permissions: ['staff.view'] });
  const { id, version, email, familyName, phone } = member;
  const form = { id, version, email, givenName: 'Bertha', familyName, phone, isSuperuser: true, groups: [] };
  await app.ask('superuser', 'staff.update', { ...form, permissions: [] });
  expect(await latest()).toMatchObject({
    ...byOlga,
    act: 'staff.changed',
    subject: { label: 'Bertha Okafor', person: { name: 'Bertha Okafor' } },
    changes: [
      { field: 'givenName', before: 'berta', after: 'Bertha' },
      { field: 'isSuperuser', before: false, after: true },
      { field: 'permissions', before: ['staff.view'], after: [] },
    ],
  });
});

test('deactivating and activating', async () => {
  const { app } = office;
  const { id, version } = (await addStaff(app, 'carla')).member;
  await app.ask('superuser', 'staff.deactivate', { id, version });
  const change = { field: 'isActive', before: true, after: false };
  expect(await latest()).toMatchObject({ ...byOlga, act: 'staff.deactivated', changes: [change] });
  await app.ask('superuser', 'staff.activate', { id, version: version + 1 });
  expect(await latest()).toMatchObject({
    act: 'staff.activated',
    changes: [{ field: 'isActive', before: false, after: true }],
  });
});

test('signing in and out, one-time and own passwords: that it was, by whom, and nothing of the secret', async () => {
  const { app } = office;
  const { id, version } = (await addStaff(app, 'dora')).member;
  const { oneTimePassword } = await app.ask('superuser', 'staff.giveOneTimePassword', { id, version });
  expect(await latest()).toMatchObject({ ...byOlga, act: 'staff.one-time-password-given', changes: [] });
  await signIn(app, 'dora', { email: 'dora@example.com', password: oneTimePassword });
  const newPassword = 'amber windmill turning north';
  secrets.push(oneTimePassword, newPassword);
  await app.ask('dora', 'session.changeOwnPassword', { currentPassword: oneTimePassword, newPassword });
  await app.ask('dora', 'session.signOut', {});
  const { rows } = await app.ask('superuser', 'activity.list', { personId: id });
  const own = rows.slice(0, 3);
  expect(own.map(({ act }) => act)).toEqual(['session.signed-out', 'password.changed', 'session.signed-in']);
  for (const entry of own) {
    const person = { email: 'dora@example.com' };
    expect(entry).toMatchObject({ actor: person, subject: { kind: 'account', person }, changes: [] });
  }
});

test('accounts: on whose behalf, why, and how it was made sure who asked for it', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'emil', { phone: '030 1234', notes: 'Calls on Mondays' });
  const { id, email, givenName, familyName } = account;
  const added = await latest('account.added');
  expect(added).toMatchObject({ ...byOlga, subject: { label: 'emil Okafor', person: { id } } });
  expect(Object.fromEntries(added.changes.map(({ field, after }) => [field, after]))).toEqual({
    email: 'emil@example.com',
    givenName: 'emil',
    familyName: 'Okafor',
    phone: '030 1234',
    notes: 'Calls on Mondays',
    isActive: true,
    isStaff: false,
    isSuperuser: false,
    groups: [],
    permissions: [],
  });
  const rights = { isActive: true, isStaff: false, isSuperuser: false, groups: [], permissions: [] };
  const form = { id, version: 1, email, givenName, familyName, phone: '030 1234', notes: '', ...rights };
  await app.ask('superuser', 'accounts.update', form);
  expect(await latest('account.changed')).toMatchObject({
    ...byOlga,
    identityVerifiedBy: null,
    changes: [{ field: 'notes', before: 'Calls on Mondays', after: '' }],
  });
  await app.ask('superuser', 'accounts.deactivate', { id, version: 2, onBehalf });
  await app.ask('superuser', 'accounts.activate', { id, version: 3, onBehalf });
  const newPassword = 'purple windmill turning east';
  await app.ask('superuser', 'accounts.setPassword', { id, version: 4, newPassword, onBehalf });
  const given = await app.ask('superuser', 'accounts.giveOneTimePassword', { id, version: 5, onBehalf });
  secrets.push(newPassword, given.oneTimePassword);
  for (let time = 0; time < 5; time += 1) {
    await app.refusal('desk', 'session.signIn', { signInName: email, password: 'wrong' });
  }
  await app.ask('superuser', 'accounts.liftLock', { id });
  await app.ask('superuser', 'accounts.delete', { id, version: 6, onBehalf });
  await app.ask('superuser', 'accounts.restore', { id, version: 7 });
  const { rows } = await app.ask('superuser', 'accounts.activity', { id });
  const forEmil = { onBehalfOf: { id }, ...onBehalf };
  const forNobody = { onBehalfOf: null, reason: null, identityVerifiedBy: null };
  expect(rows).toMatchObject([
    { act: 'account.restored', ...forNobody },
    { act: 'account.deleted', ...forEmil },
    { act: 'account.lock-lifted', ...forNobody },
    { act: 'account.one-time-password-given', ...forEmil, changes: [] },
    { act: 'account.password-set', ...forEmil, changes: [] },
    { act: 'account.activated', ...forEmil, changes: [{ field: 'isActive', before: false, after: true }] },
    { act: 'account.deactivated', ...forEmil, changes: [{ field: 'isActive', before: true, after: false }] },
    { act: 'account.changed', ...forNobody },
    { act: 'account.added', ...forNobody },
  ]);
});

test('an account has what was done with it, and not what its owner did with others', async () => {
  const { app } = office;
  const { member } = await addStaffAtWindow(app, 'fritz', ['accounts.view', 'accounts.manage']);
  const { id } = await app.ask('fritz', 'accounts.create', newAccount('grete'));
  const actsOf = async (accountId: string) =>
    (await app.ask('fritz', 'accounts.activity', { id: accountId })).rows.map(({ act }) => act);
  expect(await actsOf(id)).toEqual(['account.added']);
  expect(await actsOf(member.id)).toEqual(['password.changed', 'session.signed-in', 'staff.added']);
});

test('profiles and their types', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'hilde');
  const details = { name: 'Seller', color: 'blue' as const };
  const type = await app.ask('superuser', 'profiles.createType', { ...details, fields: [] });
  const choice = { id: type.id, version: type.version };
  const changed = { ...choice, ...details, name: 'Vendor', fields: [], removed: [] };
  await app.ask('superuser', 'profiles.updateType', changed);
  const wanted = { accountId: account.id, typeId: type.id, values: {} };
  const profile = await app.ask('superuser', 'profiles.add', wanted);
  await app.ask('superuser', 'profiles.update', { id: profile.id, version: 1, values: {} });
  await app.ask('superuser', 'profiles.remove', { id: profile.id, version: 2 });
  for (const isArchived of [true, false]) {
    const version = type.version + (isArchived ? 1 : 2);
    await app.ask('superuser', 'profiles.setTypeArchived', { id: type.id, version, isArchived });
  }
  await app.ask('superuser', 'profiles.deleteType', { id: type.id, version: type.version + 3 });
  const { rows } = await app.ask('superuser', 'activity.list', {});
  expect(rows.slice(0, 9).map(({ act, subject }) => [act, subject.kind])).toEqual([
    ['profile-type.deleted', 'profile-type'],
    ['profile-type.unarchived', 'profile-type'],
    ['profile-type.archived', 'profile-type'],
    ['profile.removed', 'account'],
    ['profile.changed', 'account'],
    ['profile.added', 'account'],
    ['profile-type.changed', 'profile-type'],
    ['profile-type.added', 'profile-type'],
    ['account.added', 'account'],
  ]);
});

test('an account that is deleted for good: that it was, and nothing of whose it was', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'ilse');
  const { id, version, email: typedEmail } = await trashAccount(app, account);
  await app.ask('superuser', 'accounts.purge', { id, version, typedEmail });
  const subject = { kind: 'account', label: '', person: null };
  expect(await latest()).toMatchObject({ ...byOlga, act: 'account.purged', subject, changes: [] });
});

test('groups: added, changed, deleted', async () => {
  const { app } = office;
  const typed = { name: 'Auditors', description: 'Read', permissions: ['activity.view' as const] };
  const { id, version } = await app.ask('superuser', 'groups.create', typed);
  const subject = { kind: 'group', label: 'Auditors', person: null };
  expect(await latest()).toMatchObject({
    ...byOlga,
    act: 'group.added',
    subject,
    changes: [
      { field: 'name', before: null, after: 'Auditors' },
      { field: 'description', before: null, after: 'Read' },
      { field: 'permissions', before: null, after: ['activity.view'] },
    ],
  });
  await app.ask('superuser', 'groups.update', { ...typed, id, version, permissions: ['staff.view'] });
  expect(await latest()).toMatchObject({
    act: 'group.changed',
    subject,
    changes: [{ field: 'permissions', before: ['activity.view'], after: ['staff.view'] }],
  });
  await app.ask('superuser', 'groups.delete', { id, version: version + 1 });
  expect(await latest()).toMatchObject({
    act: 'group.deleted',
    subject,
    changes: [
      { field: 'name', before: 'Auditors', after: null },
      { field: 'description', before: 'Read', after: null },
      { field: 'permissions', before: ['staff.view'], after: null },
    ],
  });
});

test('the ways to open the store, settings and recovery', async () => {
  const { app, recoveryCode } = office;
  const settings = await app.ask('superuser', 'settings.get', {});
  await app.ask('superuser', 'settings.update', { ...settings, idleLockMinutes: 20 });
  expect(await latest()).toMatchObject({ act: 'settings.changed', changes: [{ before: 15, after: 20 }] });
  await app.ask('superuser', 'opening.setKeyStore', { isUsed: true });
  await app.ask('superuser', 'opening.setKeyStore', { isUsed: false });
  const newPassphrase = 'eleven silver spoons dancing';
  await app.ask('superuser', 'opening.setPassphrase', { passphrase: newPassphrase });
  const replaced = await app.ask('superuser', 'opening.replaceRecoveryCode', {});
  const newPassword = 'green windmill turning south';
  const recover = { ...replaced, email: superuser.email, newPassword };
  const recovered = await app.ask('desk', 'recovery.setSuperuserPassword', recover);
  await app.restart();
  await app.ask('desk', 'opening.openWithRecoveryCode', recovered);
  await signIn(app, 'superuser', { email: superuser.email, password: newPassword });
  secrets.push(newPassphrase, newPassword, recoveryCode, replaced.recoveryCode, recovered.recoveryCode);
  const { rows } = await app.ask('superuser', 'activity.list', {});
  expect(rows.slice(0, 7).map(({ act, actor }) => [act, actor?.email ?? null])).toEqual([
    ['session.signed-in', superuser.email],
    ['store.opened-by-recovery-code', null],
    ['password.recovered', null],
    ['store.recovery-code-replaced', superuser.email],
    ['store.passphrase-set', superuser.email],
    ['store.key-store-switched-off', superuser.email],
    ['store.key-store-switched-on', superuser.email],
  ]);
});

test('a refused change is no entry', async () => {
  const { app, file } = office;
  const before = file.dump().activity;
  const { id } = await app.ask('superuser', 'session.state', {}).then(({ user }) => ({ id: user?.id ?? '' }));
  await app.refusal('superuser', 'staff.deactivate', { id, version: 1 });
  await app.refusal('superuser', 'groups.create', { name: 'FRONT DESK', description: '', permissions: [] });
  await app.refusal('desk', 'session.signIn', { signInName: superuser.email, password: 'wrong' });
  expect(file.dump().activity).toEqual(before);
});

/** Written by the script that fills an office with made-up people, before anybody opens it. */
const byScript: readonly ActivityAct[] = ['accounts.seeded'];

test('every act there is has happened above, but those with authorized users and those of moderation', () => {
  const recorded = new Set(office.file.rows<{ act: string }>('SELECT act FROM activity').map(({ act }) => act));
  const elsewhere = [...byScript, ...actsWithDelegates, ...actsOfModeration];
  const others = activityActs.filter((act) => !elsewhere.includes(act));
  expect([...recorded].sort()).toEqual(others.sort());
});

test('no secret is in the activity, and no password or code anywhere in the store', () => {
  const dump = office.file.dump();
  const everything = JSON.stringify(dump);
  expect(secrets.length).toBeGreaterThan(8);
  for (const secret of secrets) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
    expect(everything).not.toContain(Buffer.from(secret).toString('base64'));
    expect(everything).not.toContain(secret.replaceAll('-', ''));
  }
  const recorded = JSON.stringify([dump.activity, dump.activity_payload, dump.refused_call]);
  expect(recorded).not.toMatch(/argon2|password_hash|passwordHash/);
  for (const login of dump.login ?? []) expect(recorded).not.toContain(String(login.password_hash));
});

test('the chain of entries is whole', () => {
  const entries = office.file.dump().activity ?? [];
  expect(entries.map((entry) => entry.id)).toEqual(entries.map((_, index) => index + 1));
  for (const [index, entry] of entries.entries()) {
    expect(entry.previous_hash).toBe(entries[index - 1]?.hash ?? '0'.repeat(64));
  }
});
