import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authorized users with their permissions and categories, and who of them did what. */
export class AuthorizedUsers1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, ...tables, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tablesInOrderOfDropping) await runner.query(`DROP TABLE ${table}`);
    for (const table of ['refused_call', 'activity']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN actor_authorized_user_id`);
    }
  }
}

const columns = [
  // The account that an authorized user acted for is the actor's account; this says which of its people it was. It is
  // part of an entry's hash where there is one, so that the hashes of older entries stay what they are.
  'ALTER TABLE activity ADD COLUMN actor_authorized_user_id INTEGER',
  'ALTER TABLE refused_call ADD COLUMN actor_authorized_user_id INTEGER',
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
    updated_at INTEGER NOT NULL
  ) STRICT`,
  // A permission that Steward knows, by its key, or one of the office, by its public id.
  `CREATE TABLE authorized_user_permission (
    authorized_user_id INTEGER NOT NULL REFERENCES authorized_user (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (authorized_user_id, permission)
  ) STRICT, WITHOUT ROWID`,
];

const tablesInOrderOfDropping = ['authorized_user_permission', 'authorized_user', 'delegate_permission', 'category'];

const indexes = [
  'CREATE UNIQUE INDEX category_public_id ON category (public_id)',
  'CREATE UNIQUE INDEX category_name ON category (name_folded)',
  'CREATE UNIQUE INDEX delegate_permission_public_id ON delegate_permission (public_id)',
  'CREATE UNIQUE INDEX delegate_permission_label ON delegate_permission (label_folded)',
  'CREATE UNIQUE INDEX authorized_user_public_id ON authorized_user (public_id)',
  // Nobody acts twice for the same account.
  'CREATE UNIQUE INDEX authorized_user_login ON authorized_user (login_id, account_id) WHERE login_id IS NOT NULL',
  'CREATE INDEX authorized_user_by_purge ON authorized_user (purge_at) WHERE purge_at IS NOT NULL',
  'CREATE INDEX authorized_user_permission_by_permission ON authorized_user_permission (permission, authorized_user_id)',
];
