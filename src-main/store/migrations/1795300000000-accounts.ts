import type { MigrationInterface, QueryRunner } from 'typeorm';
import { digitsOf } from '../../phone-digits';

/** Accounts by the million: notes, trash, search, the indexes of their list, profiles with their types, tallies. */
export class Accounts1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nobody looks for a login by its public id, and a million of them make that index larger than what it would save.
    await runner.query('DROP INDEX login_public_id');
    for (const statement of [...columns, ...tables]) await runner.query(statement);
    await fillPhoneDigits(runner);
    await runner.query(
      `UPDATE account SET must_change_password = (SELECT must_change_password FROM login WHERE id = login_id)`,
    );
    for (const statement of [...fillings, ...indexes, ...triggers]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of namesIn(triggers, /CREATE TRIGGER (\w+)/)) await runner.query(`DROP TRIGGER ${trigger}`);
    for (const index of namesIn(indexes, /INDEX (\w+) ON (?:account|login|sign_in_wait) /)) {
      await runner.query(`DROP INDEX ${index}`);
    }
    for (const table of tablesInOrderOfDropping) await runner.query(`DROP TABLE ${table}`);
    for (const [table, column] of columnsInOrderOfDropping) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    }
    await runner.query('CREATE UNIQUE INDEX login_public_id ON login (public_id)');
  }
}

// Chinese, Japanese and Korean names are written, and typed, without a space between family and given name.
const isWrittenInOne = "name_folded GLOB '*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]*'";
const inOne = `CASE WHEN ${isWrittenInOne} THEN ' ' || replace(name_folded, ' ', '') ELSE '' END`;

const columns = [
  'ALTER TABLE office ADD COLUMN trash_days INTEGER NOT NULL DEFAULT 30',
  "ALTER TABLE account ADD COLUMN notes TEXT NOT NULL DEFAULT ''",
  // The digits of the phone, in whatever script they were typed and without what stands between them.
  "ALTER TABLE account ADD COLUMN phone_digits TEXT NOT NULL DEFAULT ''",
  // The login's own, so that a list can be walked by it. A trigger keeps it up.
  `ALTER TABLE account ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0
   CHECK (must_change_password IN (0, 1))`,
  'ALTER TABLE account ADD COLUMN deleted_at INTEGER',
  // From then on the account counts as purged, whether anybody has come round to it or not.
  'ALTER TABLE account ADD COLUMN purge_at INTEGER CHECK ((purge_at IS NULL) = (deleted_at IS NULL))',
  `ALTER TABLE account ADD COLUMN status TEXT NOT NULL GENERATED ALWAYS AS (
     CASE WHEN deleted_at IS NOT NULL THEN 'trash'
          WHEN is_active = 0 THEN 'deactivated'
          WHEN access = 'awaiting-approval' AND is_staff = 0 THEN 'awaiting-approval'
          ELSE 'active' END) VIRTUAL`,
  // Who has never signed in comes before everybody who has, below zero, and the oldest account first: without an order
  // of their own they would be hundreds of thousands in one place.
  `ALTER TABLE account ADD COLUMN last_sign_in_key INTEGER NOT NULL
   GENERATED ALWAYS AS (coalesce(last_sign_in_at, created_at - 100000000000000)) VIRTUAL`,
  // Digits after which two phones are the same, whether the country's code was typed or not.
  `ALTER TABLE account ADD COLUMN phone_tail TEXT
   GENERATED ALWAYS AS (CASE WHEN length(phone_digits) >= 6 THEN substr(phone_digits, -8) END) VIRTUAL`,
  `ALTER TABLE account ADD COLUMN search_text TEXT NOT NULL
   GENERATED ALWAYS AS (name_folded || ${inOne} || char(10) || email_folded || char(10) || phone_digits) VIRTUAL`,
  // Which login a wait holds up, where the typed name has one: staff see it on the account and can lift it.
  'ALTER TABLE sign_in_wait ADD COLUMN login_id INTEGER REFERENCES login (id) ON DELETE CASCADE',
];

const columnsInOrderOfDropping = [
  ['sign_in_wait', 'login_id'],
  ['account', 'search_text'],
  ['account', 'phone_tail'],
  ['account', 'last_sign_in_key'],
  ['account', 'status'],
  ['account', 'purge_at'],
  ['account', 'deleted_at'],
  ['account', 'must_change_password'],
  ['account', 'phone_digits'],
  ['account', 'notes'],
  ['office', 'trash_days'],
] as const;

const tables = [
  // Only the indexes of what is searched: the text is the account's own, and stored folded, so that there is nothing
  // left to fold. Triggers keep them up, and what is in the trash is not in them. The first finds three letters and more
  // anywhere, the second one and two letters at the beginning of a word.
  `CREATE VIRTUAL TABLE account_text USING fts5(
     search_text, content='', columnsize=0, tokenize='trigram case_sensitive 1')`,
  `CREATE VIRTUAL TABLE account_words USING fts5(
     search_text, content='', columnsize=0, detail=none, prefix='1 2',
     tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")`,
  `CREATE TABLE profile_type (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    color TEXT NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE profile_field (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    type_id INTEGER NOT NULL REFERENCES profile_type (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'long-text', 'number', 'date', 'choice', 'yes-no')),
    is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
    choices TEXT NOT NULL,
    position INTEGER NOT NULL,
    -- Taken out of the type, with the values that profiles have for it kept.
    is_former INTEGER NOT NULL CHECK (is_former IN (0, 1)),
    -- Taken out together with its values: nobody is shown it any more, and it goes when the last of them is deleted.
    is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1))
  ) STRICT`,
  `CREATE TABLE profile (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    type_id INTEGER NOT NULL REFERENCES profile_type (id) ON DELETE RESTRICT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT`,
  // By field first: the values of a field that is removed are one stretch of it. That a profile takes its values along
  // is left to a trigger, which knows the fields to look under; a foreign key would need an index as large as the table.
  `CREATE TABLE profile_value (
    field_id INTEGER NOT NULL REFERENCES profile_field (id) ON DELETE CASCADE,
    profile_id INTEGER NOT NULL,
    value ANY NOT NULL,
    PRIMARY KEY (field_id, profile_id)
  ) STRICT, WITHOUT ROWID`,
  // What the dashboard counts, kept up in the transaction of each change.
  `CREATE TABLE tally (
    what TEXT NOT NULL,
    key TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (what, key)
  ) STRICT, WITHOUT ROWID`,
];

const tablesInOrderOfDropping = [
  'tally',
  'profile_value',
  'profile',
  'profile_field',
  'profile_type',
  'account_words',
  'account_text',
];

const fillings = [
  'INSERT INTO account_text (rowid, search_text) SELECT id, search_text FROM account',
  'INSERT INTO account_words (rowid, search_text) SELECT id, search_text FROM account',
  "INSERT INTO tally (what, key, count) SELECT 'status', status, count(*) FROM account GROUP BY status",
  `INSERT INTO tally (what, key, count)
   SELECT 'added', date(created_at / 1000, 'unixepoch', 'localtime'), count(*) FROM account GROUP BY 2`,
  `INSERT INTO tally (what, key, count)
   SELECT 'signed-in', date(at / 1000, 'unixepoch', 'localtime'), count(*) FROM activity
   WHERE act = 'session.signed-in' GROUP BY 2`,
  "INSERT INTO tally (what, key, count) SELECT 'must-change', '', count(*) FROM account WHERE must_change_password = 1",
];

const sorts = { name: 'name_folded', email: 'email_folded', creation: 'created_at', last_sign_in: 'last_sign_in_key' };

/** An index for each sort of the list, of those accounts alone that fulfil the condition; the key stands for the sort's. */
function bySort(name: string, columns: string, condition: string): string[] {
  return Object.entries(sorts).map(
    ([sort, key]) => `CREATE INDEX ${name}_${sort} ON account (${columns.replace('key', key)}) WHERE ${condition}`,
  );
}

const indexes = [
  // A list is walked along one of these, from the first row to the last; by e-mail along account_email, which is there.
  // The day of creation comes along so that a span of time is looked up on the way.
  'CREATE INDEX account_by_name ON account (name_folded, id, created_at, deleted_at) WHERE deleted_at IS NULL',
  'CREATE INDEX account_by_creation ON account (created_at, id, deleted_at) WHERE deleted_at IS NULL',
  'CREATE INDEX account_by_last_sign_in ON account (last_sign_in_key, id, created_at) WHERE deleted_at IS NULL',
  // By these a few thousand accounts, found in whatever way, are sorted and sifted without reading their whole rows,
  // which lie on a page of their own each.
  'CREATE INDEX account_name_by_id ON account (id, name_folded, deleted_at) WHERE deleted_at IS NULL',
  'CREATE INDEX account_email_by_id ON account (id, email_folded, deleted_at) WHERE deleted_at IS NULL',
  `CREATE INDEX account_facts_by_id ON account (id, created_at, last_sign_in_key, status, is_staff, must_change_password)
   WHERE deleted_at IS NULL`,
  // Few accounts have these, too few to meet them on the way through all.
  ...bySort('account_by_status_and', 'status, key, id', "status <> 'active'"),
  ...bySort(
    'account_must_change_by',
    'key, id, must_change_password, deleted_at',
    'must_change_password = 1 AND deleted_at IS NULL',
  ),
  // The one by name is there.
  ...bySort('account_staff_by', 'key, id, is_staff', 'is_staff = 1').slice(1),
  'CREATE INDEX account_by_phone ON account (phone_tail) WHERE phone_tail IS NOT NULL',
  'CREATE INDEX account_by_purge ON account (purge_at) WHERE purge_at IS NOT NULL',
  'CREATE INDEX sign_in_wait_by_login ON sign_in_wait (login_id) WHERE login_id IS NOT NULL',
  'CREATE UNIQUE INDEX profile_type_public_id ON profile_type (public_id)',
  'CREATE UNIQUE INDEX profile_type_name ON profile_type (name_folded)',
  'CREATE UNIQUE INDEX profile_field_public_id ON profile_field (public_id)',
  'CREATE INDEX profile_field_by_type ON profile_field (type_id, position)',
  'CREATE UNIQUE INDEX profile_public_id ON profile (public_id)',
  'CREATE INDEX profile_by_account ON profile (account_id, type_id)',
  'CREATE INDEX profile_by_type ON profile (type_id, account_id)',
];

const count = (what: string, key: string, by: number | string, when = 'true') =>
  `INSERT INTO tally (what, key, count) SELECT '${what}', ${key}, ${by} WHERE ${when}
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;`;
const dayOf = (instant: string) => `date(${instant} / 1000, 'unixepoch', 'localtime')`;
const mustChange = (row: 'NEW' | 'OLD') => `${row}.must_change_password = 1 AND ${row}.deleted_at IS NULL`;
const profilesInTrash = (row: 'NEW' | 'OLD', sign: '' | '-', when: string) =>
  `INSERT INTO tally (what, key, count)
   SELECT 'profile-in-trash', type_id, ${sign}count(*) FROM profile WHERE account_id = ${row}.id AND ${when} GROUP BY type_id
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;`;

// What is taken out must be what was put in, to the letter, or the index breaks without a word.
const intoSearch = `
  INSERT INTO account_text (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL;
  INSERT INTO account_words (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL;`;
const outOfSearch = `
  INSERT INTO account_text (account_text, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL;
  INSERT INTO account_words (account_words, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL;`;
const hasMovedTrash = '(NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL)';

const triggers = [
  `CREATE TRIGGER account_is_searchable AFTER INSERT ON account BEGIN ${intoSearch} END`,
  `CREATE TRIGGER account_stays_searchable AFTER UPDATE OF name_folded, email_folded, phone_digits, deleted_at ON account
   WHEN NEW.search_text <> OLD.search_text OR ${hasMovedTrash} BEGIN ${outOfSearch} ${intoSearch} END`,
  `CREATE TRIGGER account_is_searchable_no_more AFTER DELETE ON account BEGIN ${outOfSearch} END`,
  `CREATE TRIGGER account_asks_its_login AFTER INSERT ON account
   WHEN NEW.must_change_password <> (SELECT must_change_password FROM login WHERE id = NEW.login_id)
   BEGIN UPDATE account SET must_change_password = NOT NEW.must_change_password WHERE id = NEW.id; END`,
  `CREATE TRIGGER login_tells_its_account AFTER UPDATE OF must_change_password ON login
   WHEN NEW.must_change_password <> OLD.must_change_password
   BEGIN UPDATE account SET must_change_password = NEW.must_change_password WHERE login_id = NEW.id; END`,
  `CREATE TRIGGER account_is_counted AFTER INSERT ON account BEGIN
     ${count('status', 'NEW.status', 1)}
     ${count('added', dayOf('NEW.created_at'), 1)}
     ${count('must-change', "''", 1, mustChange('NEW'))}
   END`,
  `CREATE TRIGGER account_is_counted_anew
   AFTER UPDATE OF deleted_at, is_active, access, is_staff, must_change_password ON account
   WHEN NEW.status <> OLD.status OR NEW.must_change_password <> OLD.must_change_password BEGIN
     ${count('status', 'OLD.status', -1)}
     ${count('status', 'NEW.status', 1)}
     ${count('must-change', "''", -1, mustChange('OLD'))}
     ${count('must-change', "''", 1, mustChange('NEW'))}
     ${profilesInTrash('NEW', '', `${hasMovedTrash} AND NEW.deleted_at IS NOT NULL`)}
     ${profilesInTrash('NEW', '-', `${hasMovedTrash} AND NEW.deleted_at IS NULL`)}
   END`,
  // Before: afterwards its profiles are gone with it.
  `CREATE TRIGGER account_is_counted_no_more BEFORE DELETE ON account BEGIN
     ${count('status', 'OLD.status', -1)}
     ${count('must-change', "''", -1, mustChange('OLD'))}
     ${profilesInTrash('OLD', '-', 'OLD.deleted_at IS NOT NULL')}
   END`,
  `CREATE TRIGGER profile_takes_its_values_along BEFORE DELETE ON profile BEGIN
     DELETE FROM profile_value WHERE profile_id = OLD.id
       AND field_id IN (SELECT id FROM profile_field WHERE type_id = OLD.type_id);
   END`,
  `CREATE TRIGGER profile_is_counted AFTER INSERT ON profile BEGIN ${count('profile', 'NEW.type_id', 1)} END`,
  `CREATE TRIGGER profile_is_counted_no_more AFTER DELETE ON profile BEGIN ${count('profile', 'OLD.type_id', -1)} END`,
  `CREATE TRIGGER sign_in_is_counted AFTER INSERT ON activity WHEN NEW.act = 'session.signed-in'
   BEGIN ${count('signed-in', dayOf('NEW.at'), 1)} END`,
];

function namesIn(statements: readonly string[], pattern: RegExp): string[] {
  return statements.map((statement) => pattern.exec(statement)?.[1]).filter((name) => name !== undefined);
}

async function fillPhoneDigits(runner: QueryRunner): Promise<void> {
  const rows: { id: number; phone: string }[] = await runner.query("SELECT id, phone FROM account WHERE phone <> ''");
  for (const { id, phone } of rows) {
    await runner.query('UPDATE account SET phone_digits = ? WHERE id = ?', [digitsOf(phone), id]);
  }
}
