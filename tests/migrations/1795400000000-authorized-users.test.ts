import { expect, test } from 'vitest';
import { verifyChain } from '../../src-main/store/activity-chain';
import { Accounts1795300000000 } from '../../src-main/store/migrations/1795300000000-accounts';
import { AuthorizedUsers1795400000000 } from '../../src-main/store/migrations/1795400000000-authorized-users';
import { addFirstOffice, firstOffice, insert } from './support/first-office-rows';
import { MigratedStore } from './support/migrated-store';

/** An office of the version before, with somebody in the trash. */
async function earlierOffice(): Promise<MigratedStore> {
  const store = await MigratedStore.before(Accounts1795300000000);
  store.use(addFirstOffice);
  await store.up(Accounts1795300000000);
  store.run('UPDATE account SET deleted_at = 5, purge_at = 6 WHERE id = 2');
  return store;
}

async function migratedOffice(): Promise<MigratedStore> {
  const store = await earlierOffice();
  await store.up(AuthorizedUsers1795400000000);
  store.use((database) => {
    insert(database, 'category', { id: 1, public_id: 'category-1', name: 'Family', name_folded: 'family', ...anEntry });
    insert(database, 'delegate_permission', {
      ...{ id: 1, public_id: 'permission-1', label: 'Collect', label_folded: 'collect' },
      ...{ group_label: 'Counter', explanation: '', ...anEntry },
    });
    for (const login of [3, 4])
      insert(database, 'login', {
        ...aLogin,
        id: login,
        public_id: `login-${login}`,
        sign_in_name_folded: `user${login}`,
      });
    insert(database, 'authorized_user', person(1, 'okafor chidi', { login_id: 3, is_login_enabled: 1 }));
    insert(database, 'authorized_user', person(2, '李 明', { phone_digits: '4917012345', category_id: 1 }));
    insert(database, 'authorized_user', person(3, 'smith anna', { login_id: 4, username_folded: 'annie' }));
    insert(database, 'authorized_user_permission', { authorized_user_id: 1, permission: 'profiles.view' });
  });
  return store;
}

test('up, down and up again, with people in it', async () => {
  const store = await earlierOffice();
  const before = { content: store.content(), schema: store.schema() };
  await store.up(AuthorizedUsers1795400000000);
  const schema = store.schema();
  expect(store.rows('SELECT actor_authorized_user_id FROM activity')).toEqual(Array(3).fill({ [actor]: null }));
  expect(store.use(verifyChain)).toEqual({ rows: 3, blanked: 0, firstBroken: null });
  expect(store.faults()).toEqual([]);

  await store.down(AuthorizedUsers1795400000000);
  expect(store.schema()).toBe(before.schema);
  expect(withoutMigrations(store.content())).toEqual(withoutMigrations(before.content));
  expect(store.faults()).toEqual([]);

  await store.up(AuthorizedUsers1795400000000);
  expect(store.schema()).toBe(schema);
  expect(store.faults()).toEqual([]);
});

test('down again with authorized users in it leaves the accounts as they were', async () => {
  const store = await migratedOffice();
  const accounts = store.rows('SELECT * FROM account');
  await store.down(AuthorizedUsers1795400000000);
  expect(store.rows('SELECT * FROM account')).toEqual(accounts);
  expect(store.rows("SELECT name FROM sqlite_schema WHERE name LIKE '%authorized%' OR name LIKE '%delegate%'")).toEqual(
    [],
  );
  expect(store.faults()).toEqual([]);
});

test('a login is enabled, off, or was never there, and who has never signed in comes first', async () => {
  const store = await migratedOffice();
  store.run('UPDATE authorized_user SET last_sign_in_at = 7 WHERE id = 1');
  expect(
    store.rows('SELECT id, login_state, last_sign_in_key FROM authorized_user ORDER BY last_sign_in_key, id'),
  ).toEqual([
    { id: 2, login_state: 'contact-only', last_sign_in_key: 2 - 100_000_000_000_000 },
    { id: 3, login_state: 'off', last_sign_in_key: 3 - 100_000_000_000_000 },
    { id: 1, login_state: 'enabled', last_sign_in_key: 7 },
  ]);
});

test('search follows every change, the way into the trash and back, and a deletion for good', async () => {
  const store = await migratedOffice();
  expect(found(store, 'authorized_user_text', 'okafor')).toEqual([1]);
  expect(found(store, 'authorized_user_text', '17012')).toEqual([2]);
  expect(found(store, 'authorized_user_text', 'annie')).toEqual([3]);
  for (const typed of ['李', '明', '李明']) expect(found(store, 'authorized_user_words', typed)).toEqual([2]);

  store.run("UPDATE authorized_user SET name_folded = 'obi chidi', email_folded = 'chidi@new.example' WHERE id = 1");
  expect(found(store, 'authorized_user_text', 'okafor')).toEqual([]);
  expect(found(store, 'authorized_user_text', 'new.example')).toEqual([1]);
  expect(found(store, 'authorized_user_words', 'ob')).toEqual([1]);
  store.run("UPDATE authorized_user SET username_folded = '' WHERE id = 3");
  expect(found(store, 'authorized_user_text', 'annie')).toEqual([]);

  store.run('UPDATE authorized_user SET deleted_at = 5, purge_at = 6 WHERE id = 1');
  expect(found(store, 'authorized_user_text', 'chidi')).toEqual([]);
  store.run("UPDATE authorized_user SET name_folded = 'renamed in the trash' WHERE id = 1");
  store.run('UPDATE authorized_user SET deleted_at = NULL, purge_at = NULL WHERE id = 1');
  expect(found(store, 'authorized_user_text', 'renamed')).toEqual([1]);
  store.run('DELETE FROM authorized_user WHERE id = 1');
  expect(found(store, 'authorized_user_text', 'renamed')).toEqual([]);
  expect(found(store, 'authorized_user_words', 're')).toEqual([]);
  expect(store.faults()).toEqual([]);
});

test('an account takes its authorized users along, with their permissions and out of the search', async () => {
  const store = await migratedOffice();
  store.run('DELETE FROM account WHERE id = 1');
  expect(store.rows('SELECT id FROM authorized_user')).toEqual([]);
  expect(store.rows('SELECT permission FROM authorized_user_permission')).toEqual([]);
  expect(found(store, 'authorized_user_text', 'smith')).toEqual([]);
  expect(store.faults()).toEqual([]);
});

test.each([
  ['a login that is enabled and not there', 'authorized_user', person(9, 'x', { is_login_enabled: 1 }), 'CHECK'],
  ['somebody who acts twice for an account', 'authorized_user', person(9, 'x', { login_id: 3 }), 'UNIQUE'],
  ['somebody who acts for nobody', 'authorized_user', person(9, 'x', { account_id: 99 }), 'FOREIGN KEY'],
  ['a category that is not there', 'authorized_user', person(9, 'x', { category_id: 99 }), 'FOREIGN KEY'],
  ['the trash without a time to be purged', 'authorized_user', person(9, 'x', { deleted_at: 5 }), 'CHECK'],
  ['a permission of nobody', 'authorized_user_permission', { authorized_user_id: 99, permission: 'x' }, 'FOREIGN KEY'],
])('the schema refuses %s', async (_, table, row, complaint) => {
  const store = await migratedOffice();
  store.use((database) => expect(() => insert(database, table, row)).toThrow(complaint));
});

test('a category that somebody has is not deleted', async () => {
  const store = await migratedOffice();
  expect(() => store.run('DELETE FROM category')).toThrow(/FOREIGN KEY/);
});

const actor = 'actor_authorized_user_id';
const anEntry = { version: 1, position: 1, is_archived: 0, created_at: 1, updated_at: 1 };
const [aLogin] = firstOffice.login;

function person(id: number, nameFolded: string, changes: Readonly<Record<string, unknown>>) {
  return {
    ...{ id, public_id: `person-${id}`, version: 1, account_id: 1, given_name: 'G', family_name: 'F' },
    ...{ name_folded: nameFolded, email: 'g@example.com', email_folded: 'g@example.com', phone: '', phone_digits: '' },
    ...{ role: '', is_login_enabled: 0, username_folded: '', recovery_email: '', epoch: 1 },
    ...{ created_at: id, updated_at: id, ...changes },
  };
}

/** What the search index itself has, asked as it wants to be asked. */
function found(store: MigratedStore, table: 'authorized_user_text' | 'authorized_user_words', typed: string): number[] {
  const ending = table === 'authorized_user_words' ? '*' : '';
  const rows = store.rows<{ rowid: number }>(
    `SELECT rowid FROM ${table} WHERE ${table} MATCH '"${typed}"${ending}' ORDER BY rowid`,
  );
  return rows.map(({ rowid }) => rowid);
}

function withoutMigrations({ migration: _, sqlite_sequence: __, ...content }: Record<string, unknown>) {
  return content;
}
