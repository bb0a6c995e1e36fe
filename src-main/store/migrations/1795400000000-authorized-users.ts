import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authorized users with their permissions and categories, and who of them did what. */
export class AuthorizedUsers1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, ...tables, ...indexes, ...triggers]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Its triggers go with a table, and its indexes.
    for (const table of tablesInOrderOfDropping) await runner.query(`DROP TABLE ${table}`);
    for (const index of ['account_in_trash', 'activity_about']) await runner.query(`DROP INDEX ${index}`);
    await runner.query('ALTER TABLE activity DROP COLUMN about_account_id');
    for (const table of ['refused_call', 'activity']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN actor_authorized_user_id`);
    }
  }
}

// As of accounts: names that are written in one are found so too.
const isWrittenInOne = "name_folded GLOB '*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]*'";
const inOne = `CASE WHEN ${isWrittenInOne} THEN ' ' || replace(name_folded, ' ', '') ELSE '' END`;

const columns = [
  // The account that an authorized user acted for is the actor's account; this says which of its people it was. It is
  // part of an entry's hash where there is one, so that the hashes of older entries stay what they are.
  'ALTER TABLE activity ADD COLUMN actor_authorized_user_id INTEGER',
  'ALTER TABLE refused_call ADD COLUMN actor_authorized_user_id INTEGER',
  // The account that an entry says something about, whoever acted: what is done to an authorized user is about the
  // account they act for, whose wish it was, or else whose holder did it.
  `ALTER TABLE activity ADD COLUMN about_account_id INTEGER GENERATED ALWAYS AS (
     CASE subject_kind WHEN 'account' THEN subject_id ELSE
       coalesce(on_behalf_of_account_id, CASE subject_kind WHEN 'authorized-user' THEN actor_account_id END) END) VIRTUAL`,
];

const tables = [
  `CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    position INTEGER NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE delegate_permission (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    label TEXT NOT NULL,
    label_folded TEXT NOT NULL,
    group_label TEXT NOT NULL,
    explanation TEXT NOT NULL,
    position INTEGER NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE authorized_user (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_digits TEXT NOT NULL,
    role TEXT NOT NULL,
    category_id INTEGER REFERENCES category (id) ON DELETE RESTRICT,
    -- Kept while the login is switched off, so that its username stays reserved. A login that the office has linked is
    -- another's too: an account's, or that of other authorized users.
    login_id INTEGER REFERENCES login (id),
    is_login_enabled INTEGER NOT NULL CHECK (is_login_enabled IN (0, 1) AND (is_login_enabled = 0 OR login_id IS NOT NULL)),
    -- The login's sign-in name where it is theirs alone, for searching; empty otherwise.
    username_folded TEXT NOT NULL,
    recovery_email TEXT NOT NULL,
    -- Counted up to end every session in which the person acts for this account.
    epoch INTEGER NOT NULL,
    last_sign_in_at INTEGER,
    deleted_at INTEGER,
    -- From then on the person counts as purged, whether anybody has come round to it or not.
    purge_at INTEGER CHECK ((purge_at IS NULL) = (deleted_at IS NULL)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    login_state TEXT NOT NULL GENERATED ALWAYS AS (
      CASE WHEN is_login_enabled = 1 THEN 'enabled' WHEN login_id IS NOT NULL THEN 'off' ELSE 'contact-only' END
    ) VIRTUAL,
    -- Who has never signed in comes before everybody who has, as in the list of accounts.
    last_sign_in_key INTEGER NOT NULL
      GENERATED ALWAYS AS (coalesce(last_sign_in_at, created_at - 100000000000000)) VIRTUAL,
    search_text TEXT NOT NULL GENERATED ALWAYS AS (
      name_folded || ${inOne} || char(10) || email_folded || char(10) || phone_digits || char(10) || username_folded
    ) VIRTUAL
  ) STRICT`,
  // Search as for accounts: three letters and more anywhere, one and two at the beginning of a word.
  `CREATE VIRTUAL TABLE authorized_user_text USING fts5(
     search_text, content='', columnsize=0, tokenize='trigram case_sensitive 1')`,
  `CREATE VIRTUAL TABLE authorized_user_words USING fts5(
     search_text, content='', columnsize=0, detail=none, prefix='1 2',
     tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")`,
  // A permission that Steward knows, by its key, or one of the office, by its public id.
  `CREATE TABLE authorized_user_permission (
    authorized_user_id INTEGER NOT NULL REFERENCES authorized_user (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (authorized_user_id, permission)
  ) STRICT, WITHOUT ROWID`,
];

const tablesInOrderOfDropping = [
  'authorized_user_permission',
  'authorized_user',
  'authorized_user_words',
  'authorized_user_text',
  'delegate_permission',
  'category',
];

const sorts = { name: 'name_folded', email: 'email_folded', creation: 'created_at', last_sign_in: 'last_sign_in_key' };

/** Of all accounts and of each, along which a list is walked; what is sifted by on the way comes along. */
const walks = Object.entries(sorts).flatMap(([sort, key]) => [
  `CREATE INDEX authorized_user_by_${sort} ON authorized_user (${key}, id, account_id, category_id, login_state)
   WHERE deleted_at IS NULL`,
  `CREATE INDEX authorized_user_of_account_by_${sort} ON authorized_user (account_id, ${key}, id, category_id, login_state)
   WHERE deleted_at IS NULL`,
]);

const indexes = [
  'CREATE UNIQUE INDEX category_public_id ON category (public_id)',
  'CREATE UNIQUE INDEX category_name ON category (name_folded)',
  'CREATE UNIQUE INDEX delegate_permission_public_id ON delegate_permission (public_id)',
  'CREATE UNIQUE INDEX delegate_permission_label ON delegate_permission (label_folded)',
  'CREATE UNIQUE INDEX authorized_user_public_id ON authorized_user (public_id)',
  // Nobody acts twice for the same account.
  'CREATE UNIQUE INDEX authorized_user_login ON authorized_user (login_id, account_id) WHERE login_id IS NOT NULL',
  'CREATE INDEX authorized_user_by_purge ON authorized_user (purge_at) WHERE purge_at IS NOT NULL',
  ...walks,
  // The two of which a list is likely to have long stretches without anybody: a category that is used no more, and no
  // login in the order of sign-ins. Those in the trash count as well where a category is asked for its use.
  `CREATE INDEX authorized_user_by_category
   ON authorized_user (category_id, deleted_at, created_at, id, account_id, login_state)`,
  `CREATE INDEX authorized_user_by_login_state ON authorized_user (login_state, last_sign_in_key, id, account_id, category_id)
   WHERE deleted_at IS NULL`,
  // By these a few thousand, found in whatever way, are sorted and sifted without reading their whole rows.
  `CREATE INDEX authorized_user_name_by_id ON authorized_user (id, name_folded, account_id, category_id, login_state)
   WHERE deleted_at IS NULL`,
  `CREATE INDEX authorized_user_facts_by_id
   ON authorized_user (id, email_folded, created_at, last_sign_in_key, account_id, category_id, login_state)
   WHERE deleted_at IS NULL`,
  // The texts of an account's people, read one after the other to search them. Also for accounts that are deleted for good.
  `CREATE INDEX authorized_user_text_by_account
   ON authorized_user (account_id, deleted_at, id, search_text, category_id, login_state)`,
  // Everything that is asked about the few in the trash.
  `CREATE INDEX authorized_user_in_trash ON authorized_user (
     account_id, id, purge_at, name_folded, email_folded, created_at, last_sign_in_key, category_id, login_state, search_text
   ) WHERE deleted_at IS NOT NULL`,
  // Whoever may act for one of the few accounts in the trash is in no list of all.
  'CREATE INDEX activity_about ON activity (about_account_id, id) WHERE about_account_id IS NOT NULL',
  'CREATE INDEX account_in_trash ON account (id, deleted_at) WHERE deleted_at IS NOT NULL',
  'CREATE INDEX authorized_user_permission_by_permission ON authorized_user_permission (permission, authorized_user_id)',
];

// What is taken out must be what was put in, to the letter, or the index breaks without a word.
const searched = ['authorized_user_text', 'authorized_user_words'];
const intoSearch = searched
  .map(
    (index) => `INSERT INTO ${index} (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL;`,
  )
  .join(' ');
const outOfSearch = searched
  .map(
    (index) => `INSERT INTO ${index} (${index}, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL;`,
  )
  .join(' ');

const triggers = [
  `CREATE TRIGGER authorized_user_is_searchable AFTER INSERT ON authorized_user BEGIN ${intoSearch} END`,
  `CREATE TRIGGER authorized_user_stays_searchable
   AFTER UPDATE OF name_folded, email_folded, phone_digits, username_folded, deleted_at ON authorized_user
   WHEN NEW.search_text <> OLD.search_text OR (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL)
   BEGIN ${outOfSearch} ${intoSearch} END`,
  `CREATE TRIGGER authorized_user_is_searchable_no_more AFTER DELETE ON authorized_user BEGIN ${outOfSearch} END`,
];
