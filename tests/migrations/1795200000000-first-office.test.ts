import { expect, test } from 'vitest';
import { verifyChain } from '../../src-main/store/activity-chain';
import { FirstOffice1795200000000 } from '../../src-main/store/migrations/1795200000000-first-office';
import { addFirstOffice, firstOffice, insert } from './support/first-office-rows';
import { MigratedStore } from './support/migrated-store';

test('up, an office, down, and up again', async () => {
  const store = await MigratedStore.before(FirstOffice1795200000000);
  await store.up(FirstOffice1795200000000);
  const schema = store.schema();
  store.use(addFirstOffice);
  expect(store.content()).toMatchObject(firstOffice);
  expect(store.faults()).toEqual([]);

  await store.down(FirstOffice1795200000000);
  expect(store.rows("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")).toEqual([{ name: 'migration' }]);

  await store.up(FirstOffice1795200000000);
  expect(store.schema()).toBe(schema);
  store.use(addFirstOffice);
  expect(store.content()).toMatchObject(firstOffice);
  expect(store.faults()).toEqual([]);

  await store.toNow();
  expect(store.use(verifyChain)).toEqual({ rows: 3, blanked: 0, firstBroken: null });
});

const [office] = firstOffice.office;
const [, account] = firstOffice.account;
const [login] = firstOffice.login;
const [group] = firstOffice.staff_group;

test.each([
  ['a second office', 'office', { ...office, id: 2 }, 'CHECK constraint failed: id = 1'],
  ['an e-mail that is taken', 'account', newAccount({ email_folded: account?.email_folded }), 'account.email_folded'],
  ['an account without a login', 'account', newAccount({ login_id: 9 }), 'FOREIGN KEY'],
  ['a login of two accounts', 'account', newAccount({ login_id: 2 }), 'account.login_id'],
  ['a superuser who is not staff', 'account', newAccount({ is_superuser: 1, is_staff: 0 }), 'is_superuser <= is_staff'],
  ['a status that is neither yes nor no', 'account', newAccount({ is_active: 2 }), 'is_active IN (0, 1)'],
  ['a way of access that nobody knows', 'account', newAccount({ access: 'ajar' }), 'access IN'],
  ['text in place of a time', 'account', newAccount({ created_at: 'noon' }), 'TEXT value in INTEGER column'],
  ['a missing name', 'account', newAccount({ family_name: null }), 'NOT NULL constraint failed: account.family_name'],
  ['a sign-in name that is taken', 'login', { ...login, id: 4, public_id: 'login-4' }, 'login.sign_in_name_folded'],
  ['a public id that is taken', 'login', { ...login, id: 4, sign_in_name_folded: 'x' }, 'login.public_id'],
  ['a group name that is taken', 'staff_group', { ...group, id: 2, public_id: 'x' }, 'staff_group.name_folded'],
  ['a member of no group', 'account_group', { account_id: 1, group_id: 9 }, 'FOREIGN KEY'],
  ['a permission of nobody', 'account_permission', { account_id: 9, permission: 'staff.view' }, 'FOREIGN KEY'],
  ['a permission given twice', 'account_permission', { account_id: 2, permission: 'staff.view' }, 'UNIQUE'],
  ['a payload of no entry', 'activity_payload', { activity_id: 9, salt: Buffer.alloc(1), payload: '' }, 'FOREIGN KEY'],
  ['a payload without its salt', 'activity_payload', { activity_id: 9, salt: null, payload: '' }, 'CHECK'],
])('the schema refuses %s', async (_, table, row, complaint) => {
  const store = await MigratedStore.before(FirstOffice1795200000000);
  await store.up(FirstOffice1795200000000);
  store.use((database) => {
    addFirstOffice(database);
    insert(database, 'login', { ...login, id: 3, public_id: 'login-3', sign_in_name_folded: 'third' });
    expect(() => insert(database, table, row)).toThrow(complaint);
  });
});

test('a group with members cannot be deleted, and an account takes its rights with it', async () => {
  const store = await MigratedStore.before(FirstOffice1795200000000);
  await store.up(FirstOffice1795200000000);
  store.use((database) => {
    addFirstOffice(database);
    expect(() => database.exec('DELETE FROM staff_group')).toThrow(/FOREIGN KEY/);
    database.exec('DELETE FROM account WHERE id = 2');
  });
  expect(store.rows('SELECT * FROM account_group')).toEqual([]);
  expect(store.rows('SELECT * FROM account_permission')).toEqual([]);
});

function newAccount(changes: Readonly<Record<string, unknown>>) {
  return { ...account, id: 3, public_id: 'account-3', email_folded: 'third', login_id: 3, ...changes };
}
