import { expect, test } from 'vitest';
import { verifyChain } from '../../src-main/store/activity-chain';
import { Accounts1795300000000 } from '../../src-main/store/migrations/1795300000000-accounts';
import { addFirstOffice, firstOffice, insert } from './support/first-office-rows';
import { MigratedStore } from './support/migrated-store';

/** An office of the version before, with phones as people type them. */
async function earlierOffice(): Promise<MigratedStore> {
  const store = await MigratedStore.before(Accounts1795300000000);
  store.use(addFirstOffice);
  store.run("UPDATE account SET phone = '+49 (170) 123-45' WHERE id = 1");
  store.run("UPDATE account SET phone = '٠١٠ ٢٣٤ ٥٦٧' WHERE id = 2");
  return store;
}

async function migratedOffice(): Promise<MigratedStore> {
  const store = await earlierOffice();
  await store.up(Accounts1795300000000);
  return store;
}

test('up, down and up again, with people in it', async () => {
  const store = await earlierOffice();
  const before = { content: store.content(), schema: store.schema() };
  await store.up(Accounts1795300000000);
  const schema = store.schema();
  expect(store.rows('SELECT id, phone_digits, phone_tail, notes, status, deleted_at, purge_at FROM account')).toEqual([
    { id: 1, phone_digits: '4917012345', phone_tail: '17012345', notes: '', status: 'active', ...notDeleted },
    { id: 2, phone_digits: '010234567', phone_tail: '10234567', notes: '', status: 'active', ...notDeleted },
  ]);
  expect(store.rows('SELECT trash_days FROM office')).toEqual([{ trash_days: 30 }]);
  expect(store.faults()).toEqual([]);

  await store.down(Accounts1795300000000);
  expect(store.schema()).toBe(before.schema);
  expect(withoutMigrations(store.content())).toEqual(withoutMigrations(before.content));
  expect(store.faults()).toEqual([]);

  await store.up(Accounts1795300000000);
  expect(store.schema()).toBe(schema);
  expect(found(store, 'account_text', 'ller')).toEqual([2]);
  expect(store.faults()).toEqual([]);

  await store.toNow();
  expect(store.use(verifyChain)).toEqual({ rows: 3, blanked: 0, firstBroken: null });
});

test('whoever was there before is found, and counted', async () => {
  const store = await migratedOffice();
  expect(found(store, 'account_text', 'petrenko olga')).toEqual([1]);
  expect(found(store, 'account_text', '17012')).toEqual([1]);
  expect(found(store, 'account_text', '010234')).toEqual([2]);
  expect(found(store, 'account_words', 'ol')).toEqual([1]);
  expect(tallies(store)).toEqual({
    'added 2027-01-04': 2,
    'must-change ': 1,
    'signed-in 2027-01-04': 1,
    'status active': 2,
  });
});

test('search follows a change of name, e-mail or phone, the way into the trash and back, and a deletion for good', async () => {
  const store = await migratedOffice();
  store.run(
    `UPDATE account SET name_folded = 'sidorenko olga', email_folded = 'olga@example.com', phone_digits = '0987654'
     WHERE id = 1`,
  );
  expect(found(store, 'account_text', 'petrenko')).toEqual([]);
  expect(found(store, 'account_text', 'sidorenko')).toEqual([1]);
  expect(found(store, 'account_words', '09')).toEqual([1]);
  expect(found(store, 'account_text', '17012')).toEqual([]);

  store.run('UPDATE account SET deleted_at = 5, purge_at = 6 WHERE id = 1');
  expect(found(store, 'account_text', 'sidorenko')).toEqual([]);
  store.run("UPDATE account SET name_folded = 'renamed in the trash' WHERE id = 1");
  expect(found(store, 'account_text', 'renamed')).toEqual([]);
  store.run('UPDATE account SET deleted_at = NULL, purge_at = NULL WHERE id = 1');
  expect(found(store, 'account_text', 'renamed')).toEqual([1]);

  store.run('DELETE FROM account WHERE id = 1');
  expect(found(store, 'account_text', 'renamed')).toEqual([]);
  expect(found(store, 'account_words', 're')).toEqual([]);
  expect(store.faults()).toEqual([]);
});

test('names that are written in one are found as they are written, and by each part', async () => {
  const store = await migratedOffice();
  store.run("UPDATE account SET name_folded = '李 明' WHERE id = 1");
  store.run("UPDATE account SET name_folded = '佐藤 陽菜' WHERE id = 2");
  for (const typed of ['李', '明', '李明']) expect(found(store, 'account_words', typed)).toEqual([1]);
  for (const typed of ['佐藤', '陽菜']) expect(found(store, 'account_words', typed)).toEqual([2]);
  expect(found(store, 'account_text', '佐藤陽菜')).toEqual([2]);
});

test('an account knows whether its login has to change the password', async () => {
  const store = await migratedOffice();
  const mustChange = () => store.rows<{ id: number }>('SELECT id FROM account WHERE must_change_password = 1');
  expect(mustChange()).toEqual([{ id: 2 }]);
  store.run('UPDATE login SET must_change_password = 0 WHERE id = 2');
  expect(mustChange()).toEqual([]);
  store.use((database) => {
    insert(database, 'login', {
      ...login,
      id: 3,
      public_id: 'login-3',
      sign_in_name_folded: '3',
      must_change_password: 1,
    });
    insert(database, 'account', { ...account, id: 3, public_id: 'account-3', email_folded: '3', login_id: 3 });
  });
  expect(mustChange()).toEqual([{ id: 3 }]);
  expect(tallies(store)).toMatchObject({ 'must-change ': 1, 'status active': 3 });
  store.run('UPDATE account SET deleted_at = 5, purge_at = 6 WHERE id = 3');
  expect(tallies(store)).toMatchObject({ 'must-change ': 0, 'status active': 2, 'status trash': 1 });
  store.run('DELETE FROM account WHERE id = 3');
  expect(tallies(store)).toMatchObject({ 'must-change ': 0, 'status active': 2, 'status trash': 0 });
});

test('profiles are counted by type, those of accounts in the trash apart, and go with their values', async () => {
  const store = await migratedOffice();
  store.use((database) => {
    insert(database, 'profile_type', { id: 1, public_id: 'type-1', name_folded: 'seller', ...aType });
    insert(database, 'profile_field', { id: 1, public_id: 'field-1', type_id: 1, ...aField });
    for (const id of [1, 2]) {
      insert(database, 'profile', { id, public_id: `profile-${id}`, account_id: id, type_id: 1, ...aProfile });
      insert(database, 'profile_value', { field_id: 1, profile_id: id, value: `value ${id}` });
    }
  });
  expect(tallies(store)).toMatchObject({ 'profile 1': 2 });
  store.run('UPDATE account SET deleted_at = 5, purge_at = 6 WHERE id = 2');
  expect(tallies(store)).toMatchObject({ 'profile 1': 2, 'profile-in-trash 1': 1 });
  store.run('DELETE FROM account WHERE id = 2');
  expect(tallies(store)).toMatchObject({ 'profile 1': 1, 'profile-in-trash 1': 0 });
  expect(store.rows('SELECT value FROM profile_value')).toEqual([{ value: 'value 1' }]);
  store.run('DELETE FROM profile WHERE id = 1');
  expect(tallies(store)).toMatchObject({ 'profile 1': 0 });
  expect(store.rows('SELECT value FROM profile_value')).toEqual([]);
});

const notDeleted = { deleted_at: null, purge_at: null };
const [login] = firstOffice.login;
const [account] = firstOffice.account;
const aType = { version: 1, name: 'Seller', color: 'blue', is_archived: 0, created_at: 1, updated_at: 1 };
const aField = { label: 'Shop', kind: 'text', is_required: 0, choices: '[]', position: 0, is_former: 0 };
const aProfile = { version: 1, created_at: 1, updated_at: 1 };

/** What the search index itself has, asked as it wants to be asked. */
function found(store: MigratedStore, table: 'account_text' | 'account_words', typed: string): number[] {
  const words = typed.split(' ').map((word) => `"${word}"${table === 'account_words' ? '*' : ''}`);
  const rows = store.rows<{ rowid: number }>(
    `SELECT rowid FROM ${table} WHERE ${table} MATCH '${words.join(' AND ')}' ORDER BY rowid`,
  );
  return rows.map(({ rowid }) => rowid);
}

function tallies(store: MigratedStore): Record<string, number> {
  const rows = store.rows<{ what: string; key: string; count: number }>('SELECT what, key, count FROM tally');
  return Object.fromEntries(rows.map(({ what, key, count }) => [`${what} ${key}`, count]));
}

function withoutMigrations({ migration: _, sqlite_sequence: __, ...content }: Record<string, unknown>) {
  return content;
}
