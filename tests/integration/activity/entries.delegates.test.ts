import { expect, test } from 'vitest';
import { verifyChain } from '../../../src-main/store/activity-chain';
import type { ActivityAct } from '../../../src-shared/activity';
import { delegatePassword } from '../../support/delegates';
import { days } from '../../support/manual-clock';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { addAccount, backAtDesk, onBehalf, passphrase, superuser } from '../../support/test-office';
import { addDelegateAtWindow, addHolder, newContact } from '../my-account/my-account-people';
import { actsWithDelegates } from './acts-with-delegates';

const ids = { account: '', dana: '' };
const office = shareTestOffice(async (shared: SharedOffice) => {
  const account = await addHolder(shared, 'holder');
  ids.account = account.id;
  ids.dana = (await addDelegateAtWindow(shared, account, 'dana', ['authorized-users.manage'])).id;
});

/** Every secret that is typed or answered on the way through all acts. */
const secrets: string[] = [delegatePassword];

async function latest(act?: ActivityAct) {
  const [entry] = (await office.app.ask('superuser', 'activity.list', { act })).rows;
  if (!entry) throw new Error('There is no entry.');
  return entry;
}

function changesOf({ changes }: Awaited<ReturnType<typeof latest>>) {
  return Object.fromEntries(changes.map(({ field, before, after }) => [field, [before, after]]));
}

async function chosen(id: string) {
  const { version } = await office.app.ask('superuser', 'authorizedUsers.get', { id });
  return { id, version };
}

test('adding somebody with a login: every field that is not secret', async () => {
  const { app } = office;
  const password = 'first lantern given by hand';
  secrets.push(password);
  const login = { isLoginEnabled: true, username: 'rosa.k', password, permissions: ['profiles.view' as const] };
  await app.ask('dana', 'myAuthorizedUsers.update', { ...newContact('rosa'), ...(await added('rosa')) });
  expect((await latest()).changes).toEqual([]);
  const { id } = await added('rosalind');
  await app.ask('superuser', 'authorizedUsers.update', {
    ...newContact('rosalind'),
    ...(await chosen(id)),
    ...login,
    onBehalf,
  });
  expect(await latest()).toMatchObject({ act: 'authorized-user.changed', ...onBehalf });
  expect(changesOf(await latest())).toEqual({
    login: ['none', 'enabled'],
    username: [null, 'rosa.k'],
    permissions: [[], ['View profiles']],
  });
});

async function added(name: string) {
  const { id, version } = await office.app.ask('holder', 'myAuthorizedUsers.create', newContact(name));
  return { id, version };
}

test('passwords, a lock lifted, a link, the trash', async () => {
  const { app } = office;
  const { rows } = await app.ask('superuser', 'authorizedUsers.list', { search: 'rosalind' });
  const id = rows[0]?.id ?? '';
  const given = await app.ask('superuser', 'authorizedUsers.resetPassword', {
    ...(await chosen(id)),
    newPassword: null,
    onBehalf,
  });
  expect(given.oneTimePassword).not.toBeNull();
  secrets.push(given.oneTimePassword ?? '');
  expect(await latest()).toMatchObject({ act: 'authorized-user.one-time-password-given', ...onBehalf });
  const newPassword = 'amber windmill turning north';
  secrets.push(newPassword);
  await app.ask('superuser', 'authorizedUsers.resetPassword', { ...(await chosen(id)), newPassword, onBehalf });
  expect(await latest()).toMatchObject({ act: 'authorized-user.password-set' });
  for (let tries = 0; tries < 5; tries += 1) {
    await app.refusal('desk', 'session.signIn', { signInName: 'rosa.k', password: 'not the password at all' });
  }
  await app.ask('superuser', 'authorizedUsers.liftLock', { id });
  expect(await latest()).toMatchObject({ act: 'authorized-user.lock-lifted', subject: { label: 'rosalind Kontakt' } });

  const { account } = await addAccount(app, 'linked');
  const to = { kind: 'account', id: account.id } as const;
  await app.ask('superuser', 'authorizedUsers.link', { ...(await chosen(id)), to, onBehalf });
  const linked = await latest('authorized-user.linked');
  expect(linked.subject.label).toBe('rosalind Kontakt');
  expect(JSON.stringify(linked)).not.toContain('linked@example.com');

  await app.ask('superuser', 'authorizedUsers.delete', { ...(await chosen(id)), onBehalf });
  expect(await latest()).toMatchObject({ act: 'authorized-user.deleted', onBehalfOf: { name: 'holder Okafor' } });
  await app.ask('superuser', 'authorizedUsers.restore', await chosen(id));
  expect(await latest()).toMatchObject({ act: 'authorized-user.restored', onBehalfOf: { name: 'holder Okafor' } });
});

test('going over to another account', async () => {
  const { app } = office;
  const { id } = (await addAccount(app, 'second')).account;
  const { id: there, version } = await app.ask('superuser', 'authorizedUsers.create', {
    ...newContact('dana'),
    accountId: id,
    onBehalf,
  });
  const password = 'seven quiet geese in a row';
  secrets.push(password);
  const login = { isLoginEnabled: true, username: 'dana-too', password };
  await app.ask('superuser', 'authorizedUsers.update', {
    ...newContact('dana'),
    ...login,
    id: there,
    version,
    onBehalf,
  });
  const to = { kind: 'authorized-user', id: ids.dana } as const;
  await app.ask('superuser', 'authorizedUsers.link', { ...(await chosen(there)), to, onBehalf });
  await app.ask('dana', 'session.switchAccount', { id: there });
  expect(await latest()).toMatchObject({ act: 'session.account-switched', onBehalfOf: { name: 'second Okafor' } });
});

test('categories and the permissions of the office', async () => {
  const { app } = office;
  const family = await app.ask('superuser', 'delegation.createCategory', { name: 'Family' });
  const { id: categoryId } = await app.ask('superuser', 'delegation.createCategory', { name: 'Lawyers' });
  const renamed = await app.ask('superuser', 'delegation.renameCategory', { id: family.id, version: 1, name: 'Kin' });
  expect(await latest()).toMatchObject({ act: 'category.changed', subject: { kind: 'category', label: 'Kin' } });
  await app.ask('superuser', 'delegation.orderCategories', { ids: [categoryId, family.id] });
  const archived = { id: family.id, version: renamed.version, isArchived: true };
  const { version } = await app.ask('superuser', 'delegation.setCategoryArchived', archived);
  const back = await app.ask('superuser', 'delegation.setCategoryArchived', {
    id: family.id,
    version,
    isArchived: false,
  });
  await app.ask('superuser', 'delegation.deleteCategory', { id: family.id, version: back.version });
  expect(await latest()).toMatchObject({ act: 'category.deleted', subject: { label: 'Kin' } });

  const group = { group: 'Outside', explanation: 'By phone.' };
  const phone = await app.ask('superuser', 'delegation.createPermission', { label: 'Ask by phone', ...group });
  const other = await app.ask('superuser', 'delegation.createPermission', { label: 'Collect parcels', ...group });
  const chosenOf = { id: phone.id, version: phone.version };
  const changed = await app.ask('superuser', 'delegation.updatePermission', { ...chosenOf, ...group, label: 'Call' });
  expect(await latest()).toMatchObject({ act: 'delegate-permission.changed', subject: { label: 'Call' } });
  await app.ask('superuser', 'delegation.orderPermissions', { ids: [other.id, phone.id] });
  const setArchived = (one: { id: string; version: number }, isArchived: boolean) =>
    app.ask('superuser', 'delegation.setPermissionArchived', { id: one.id, version: one.version, isArchived });
  const last = await setArchived(await setArchived(changed, true), false);
  await app.ask('superuser', 'delegation.deletePermission', { id: last.id, version: last.version });
  expect(await latest()).toMatchObject({ act: 'delegate-permission.deleted', subject: { label: 'Call' } });
});

test('deleting for good blanks what was said about the person, and nothing else', async () => {
  const { app, file } = office;
  const { id } = await added('vanishing');
  await app.ask('superuser', 'authorizedUsers.delete', { ...(await chosen(id)), onBehalf });
  app.clock.advance(days(31));
  await backAtDesk(app, 'superuser', superuser);
  // Somebody else wants nothing of hers, so she is purged when the application next looks around: at its start.
  await app.restart();
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase });
  await backAtDesk(app, 'superuser', superuser);
  expect(await latest('authorized-user.purged')).toMatchObject({ actor: null, subject: { label: '', person: null } });
  const payloads = JSON.stringify(file.dump().activity_payload);
  expect(payloads).not.toContain('vanishing');
  expect(payloads).toContain('rosalind');
  expect(file.rows('SELECT id FROM authorized_user WHERE given_name = ?', 'vanishing')).toEqual([]);
});

test('every act with authorized users has happened above', () => {
  const recorded = new Set(office.file.rows<{ act: string }>('SELECT act FROM activity').map(({ act }) => act));
  expect(actsWithDelegates.filter((act) => !recorded.has(act))).toEqual([]);
});

test('no secret of theirs is anywhere in the store', () => {
  const dump = office.file.dump();
  const everything = JSON.stringify(dump);
  for (const secret of secrets) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
  }
  expect(JSON.stringify([dump.activity, dump.activity_payload, dump.refused_call])).not.toMatch(
    /argon2|password_?hash/i,
  );
});

test('the chain of entries is whole, whoever of an account acted', () => {
  const verdict = office.file.use((database) => verifyChain(database));
  expect(verdict.firstBroken).toBeNull();
  expect(verdict.rows).toBe(office.file.rows('SELECT id FROM activity').length);
  expect(verdict.blanked).toBeGreaterThan(0);
});
