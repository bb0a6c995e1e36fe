-- The whole schema, as all migrations together make it. A test compares the two.
-- After a new migration renew it with "npx vitest run --project migrations --update", and read what has changed.

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    phone TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    is_staff INTEGER NOT NULL CHECK (is_staff IN (0, 1)),
    is_superuser INTEGER NOT NULL CHECK (is_superuser IN (0, 1) AND is_superuser <= is_staff),
    access TEXT NOT NULL CHECK (access IN ('open', 'awaiting-approval')),
    login_id INTEGER NOT NULL REFERENCES login (id),
    last_sign_in_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  , notes TEXT NOT NULL DEFAULT '', phone_digits TEXT NOT NULL DEFAULT '', must_change_password INTEGER NOT NULL DEFAULT 0
   CHECK (must_change_password IN (0, 1)), deleted_at INTEGER, purge_at INTEGER CHECK ((purge_at IS NULL) = (deleted_at IS NULL)), status TEXT NOT NULL GENERATED ALWAYS AS (
     CASE WHEN deleted_at IS NOT NULL THEN 'trash'
          WHEN is_active = 0 THEN 'deactivated'
          WHEN access = 'awaiting-approval' AND is_staff = 0 THEN 'awaiting-approval'
          ELSE 'active' END) VIRTUAL, last_sign_in_key INTEGER NOT NULL
   GENERATED ALWAYS AS (coalesce(last_sign_in_at, created_at - 100000000000000)) VIRTUAL, phone_tail TEXT
   GENERATED ALWAYS AS (CASE WHEN length(phone_digits) >= 6 THEN substr(phone_digits, -8) END) VIRTUAL, search_text TEXT NOT NULL
   GENERATED ALWAYS AS (name_folded || CASE WHEN name_folded GLOB '*[぀-ヿ㐀-鿿가-힯]*' THEN ' ' || replace(name_folded, ' ', '') ELSE '' END || char(10) || email_folded || char(10) || phone_digits) VIRTUAL) STRICT;

CREATE TABLE account_group (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL REFERENCES staff_group (id) ON DELETE RESTRICT,
    PRIMARY KEY (account_id, group_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE account_permission (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (account_id, permission)
  ) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE account_text USING fts5(
     search_text, content='', columnsize=0, tokenize='trigram case_sensitive 1');

CREATE TABLE 'account_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'account_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'account_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE account_words USING fts5(
     search_text, content='', columnsize=0, detail=none, prefix='1 2',
     tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'");

CREATE TABLE 'account_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'account_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'account_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    actor_account_id INTEGER,
    actor_login_id INTEGER,
    subject_kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    on_behalf_of_account_id INTEGER,
    payload_digest BLOB NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL
  , actor_authorized_user_id INTEGER, about_account_id INTEGER GENERATED ALWAYS AS (
     CASE subject_kind WHEN 'account' THEN subject_id ELSE
       coalesce(on_behalf_of_account_id, CASE subject_kind WHEN 'authorized-user' THEN actor_account_id END) END) VIRTUAL) STRICT;

CREATE TABLE activity_payload (
    activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
    salt BLOB,
    payload TEXT,
    CHECK ((salt IS NULL) = (payload IS NULL))
  ) STRICT;

CREATE TABLE activity_person (
    account_id INTEGER NOT NULL,
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    PRIMARY KEY (account_id, activity_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE authorized_user (
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
      name_folded || CASE WHEN name_folded GLOB '*[぀-ヿ㐀-鿿가-힯]*' THEN ' ' || replace(name_folded, ' ', '') ELSE '' END || char(10) || email_folded || char(10) || phone_digits || char(10) || username_folded
    ) VIRTUAL
  ) STRICT;

CREATE TABLE authorized_user_permission (
    authorized_user_id INTEGER NOT NULL REFERENCES authorized_user (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (authorized_user_id, permission)
  ) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE authorized_user_text USING fts5(
     search_text, content='', columnsize=0, tokenize='trigram case_sensitive 1');

CREATE TABLE 'authorized_user_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'authorized_user_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'authorized_user_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE authorized_user_words USING fts5(
     search_text, content='', columnsize=0, detail=none, prefix='1 2',
     tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'");

CREATE TABLE 'authorized_user_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'authorized_user_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'authorized_user_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    position INTEGER NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE delegate_permission (
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
  ) STRICT;

CREATE TABLE login (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    sign_in_name TEXT NOT NULL,
    sign_in_name_folded TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    password_set_at INTEGER NOT NULL,
    must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
    password_expires_at INTEGER,
    epoch INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE "migration" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);

CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    idle_lock_minutes INTEGER NOT NULL,
    reauthentication_minutes INTEGER NOT NULL,
    password_min_length INTEGER NOT NULL,
    one_time_password_hours INTEGER NOT NULL,
    name_digest_key BLOB NOT NULL,
    used_recovery_way TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  , trash_days INTEGER NOT NULL DEFAULT 30) STRICT;

CREATE TABLE profile (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    type_id INTEGER NOT NULL REFERENCES profile_type (id) ON DELETE RESTRICT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE profile_field (
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
  ) STRICT;

CREATE TABLE profile_type (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    color TEXT NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE profile_value (
    field_id INTEGER NOT NULL REFERENCES profile_field (id) ON DELETE CASCADE,
    profile_id INTEGER NOT NULL,
    value ANY NOT NULL,
    PRIMARY KEY (field_id, profile_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE refused_call (
    id INTEGER PRIMARY KEY,
    actor_account_id INTEGER,
    procedure TEXT NOT NULL,
    code TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    count INTEGER NOT NULL
  , actor_authorized_user_id INTEGER) STRICT;

CREATE TABLE sign_in_wait (
    name_digest BLOB PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failed_at INTEGER NOT NULL
  , login_id INTEGER REFERENCES login (id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;

CREATE TABLE staff_group (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE staff_group_permission (
    group_id INTEGER NOT NULL REFERENCES staff_group (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (group_id, permission)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
    what TEXT NOT NULL,
    key TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (what, key)
  ) STRICT, WITHOUT ROWID;

CREATE INDEX account_by_creation ON account (created_at, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX account_by_last_sign_in ON account (last_sign_in_key, id, created_at) WHERE deleted_at IS NULL;

CREATE INDEX account_by_name ON account (name_folded, id, created_at, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX account_by_phone ON account (phone_tail) WHERE phone_tail IS NOT NULL;

CREATE INDEX account_by_purge ON account (purge_at) WHERE purge_at IS NOT NULL;

CREATE INDEX account_by_status_and_creation ON account (status, created_at, id) WHERE status <> 'active';

CREATE INDEX account_by_status_and_email ON account (status, email_folded, id) WHERE status <> 'active';

CREATE INDEX account_by_status_and_last_sign_in ON account (status, last_sign_in_key, id) WHERE status <> 'active';

CREATE INDEX account_by_status_and_name ON account (status, name_folded, id) WHERE status <> 'active';

CREATE UNIQUE INDEX account_email ON account (email_folded);

CREATE INDEX account_email_by_id ON account (id, email_folded, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX account_facts_by_id ON account (id, created_at, last_sign_in_key, status, is_staff, must_change_password)
   WHERE deleted_at IS NULL;

CREATE INDEX account_group_by_group ON account_group (group_id, account_id);

CREATE INDEX account_in_trash ON account (id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE UNIQUE INDEX account_login ON account (login_id);

CREATE INDEX account_must_change_by_creation ON account (created_at, id, must_change_password, deleted_at) WHERE must_change_password = 1 AND deleted_at IS NULL;

CREATE INDEX account_must_change_by_email ON account (email_folded, id, must_change_password, deleted_at) WHERE must_change_password = 1 AND deleted_at IS NULL;

CREATE INDEX account_must_change_by_last_sign_in ON account (last_sign_in_key, id, must_change_password, deleted_at) WHERE must_change_password = 1 AND deleted_at IS NULL;

CREATE INDEX account_must_change_by_name ON account (name_folded, id, must_change_password, deleted_at) WHERE must_change_password = 1 AND deleted_at IS NULL;

CREATE INDEX account_name_by_id ON account (id, name_folded, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX account_public_id ON account (public_id);

CREATE INDEX account_staff_by_creation ON account (created_at, id, is_staff) WHERE is_staff = 1;

CREATE INDEX account_staff_by_email ON account (email_folded, id, is_staff) WHERE is_staff = 1;

CREATE INDEX account_staff_by_last_sign_in ON account (last_sign_in_key, id, is_staff) WHERE is_staff = 1;

CREATE INDEX account_staff_by_name ON account (name_folded, id) WHERE is_staff = 1;

CREATE INDEX account_staff_by_status_and_name ON account (is_active, name_folded, id) WHERE is_staff = 1;

CREATE INDEX activity_about ON activity (about_account_id, id) WHERE about_account_id IS NOT NULL;

CREATE INDEX activity_by_act ON activity (act, id);

CREATE INDEX authorized_user_by_category
   ON authorized_user (category_id, deleted_at, created_at, id, account_id, login_state);

CREATE INDEX authorized_user_by_creation ON authorized_user (created_at, id, account_id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_by_email ON authorized_user (email_folded, id, account_id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_by_last_sign_in ON authorized_user (last_sign_in_key, id, account_id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_by_login_state ON authorized_user (login_state, last_sign_in_key, id, account_id, category_id)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_by_name ON authorized_user (name_folded, id, account_id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_by_purge ON authorized_user (purge_at) WHERE purge_at IS NOT NULL;

CREATE INDEX authorized_user_facts_by_id
   ON authorized_user (id, email_folded, created_at, last_sign_in_key, account_id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_in_trash ON authorized_user (
     account_id, id, purge_at, name_folded, email_folded, created_at, last_sign_in_key, category_id, login_state, search_text
   ) WHERE deleted_at IS NOT NULL;

CREATE UNIQUE INDEX authorized_user_login ON authorized_user (login_id, account_id) WHERE login_id IS NOT NULL;

CREATE INDEX authorized_user_name_by_id ON authorized_user (id, name_folded, account_id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_of_account_by_creation ON authorized_user (account_id, created_at, id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_of_account_by_email ON authorized_user (account_id, email_folded, id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_of_account_by_last_sign_in ON authorized_user (account_id, last_sign_in_key, id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_of_account_by_name ON authorized_user (account_id, name_folded, id, category_id, login_state)
   WHERE deleted_at IS NULL;

CREATE INDEX authorized_user_permission_by_permission ON authorized_user_permission (permission, authorized_user_id);

CREATE UNIQUE INDEX authorized_user_public_id ON authorized_user (public_id);

CREATE INDEX authorized_user_text_by_account
   ON authorized_user (account_id, deleted_at, id, search_text, category_id, login_state);

CREATE UNIQUE INDEX category_name ON category (name_folded);

CREATE UNIQUE INDEX category_public_id ON category (public_id);

CREATE UNIQUE INDEX delegate_permission_label ON delegate_permission (label_folded);

CREATE UNIQUE INDEX delegate_permission_public_id ON delegate_permission (public_id);

CREATE UNIQUE INDEX login_sign_in_name ON login (sign_in_name_folded);

CREATE INDEX profile_by_account ON profile (account_id, type_id);

CREATE INDEX profile_by_type ON profile (type_id, account_id);

CREATE INDEX profile_field_by_type ON profile_field (type_id, position);

CREATE UNIQUE INDEX profile_field_public_id ON profile_field (public_id);

CREATE UNIQUE INDEX profile_public_id ON profile (public_id);

CREATE UNIQUE INDEX profile_type_name ON profile_type (name_folded);

CREATE UNIQUE INDEX profile_type_public_id ON profile_type (public_id);

CREATE INDEX refused_call_by_time ON refused_call (last_at, id);

CREATE INDEX sign_in_wait_by_login ON sign_in_wait (login_id) WHERE login_id IS NOT NULL;

CREATE INDEX sign_in_wait_by_time ON sign_in_wait (last_failed_at);

CREATE UNIQUE INDEX staff_group_name ON staff_group (name_folded);

CREATE UNIQUE INDEX staff_group_public_id ON staff_group (public_id);

CREATE TRIGGER account_asks_its_login AFTER INSERT ON account
   WHEN NEW.must_change_password <> (SELECT must_change_password FROM login WHERE id = NEW.login_id)
   BEGIN UPDATE account SET must_change_password = NOT NEW.must_change_password WHERE id = NEW.id; END;

CREATE TRIGGER account_is_counted AFTER INSERT ON account BEGIN
     INSERT INTO tally (what, key, count) SELECT 'status', NEW.status, 1 WHERE true
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count) SELECT 'added', date(NEW.created_at / 1000, 'unixepoch', 'localtime'), 1 WHERE true
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count) SELECT 'must-change', '', 1 WHERE NEW.must_change_password = 1 AND NEW.deleted_at IS NULL
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   END;

CREATE TRIGGER account_is_counted_anew
   AFTER UPDATE OF deleted_at, is_active, access, is_staff, must_change_password ON account
   WHEN NEW.status <> OLD.status OR NEW.must_change_password <> OLD.must_change_password BEGIN
     INSERT INTO tally (what, key, count) SELECT 'status', OLD.status, -1 WHERE true
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count) SELECT 'status', NEW.status, 1 WHERE true
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count) SELECT 'must-change', '', -1 WHERE OLD.must_change_password = 1 AND OLD.deleted_at IS NULL
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count) SELECT 'must-change', '', 1 WHERE NEW.must_change_password = 1 AND NEW.deleted_at IS NULL
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count)
   SELECT 'profile-in-trash', type_id, count(*) FROM profile WHERE account_id = NEW.id AND (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL) AND NEW.deleted_at IS NOT NULL GROUP BY type_id
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count)
   SELECT 'profile-in-trash', type_id, -count(*) FROM profile WHERE account_id = NEW.id AND (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL) AND NEW.deleted_at IS NULL GROUP BY type_id
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   END;

CREATE TRIGGER account_is_counted_no_more BEFORE DELETE ON account BEGIN
     INSERT INTO tally (what, key, count) SELECT 'status', OLD.status, -1 WHERE true
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count) SELECT 'must-change', '', -1 WHERE OLD.must_change_password = 1 AND OLD.deleted_at IS NULL
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
     INSERT INTO tally (what, key, count)
   SELECT 'profile-in-trash', type_id, -count(*) FROM profile WHERE account_id = OLD.id AND OLD.deleted_at IS NOT NULL GROUP BY type_id
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   END;

CREATE TRIGGER account_is_searchable AFTER INSERT ON account BEGIN 
  INSERT INTO account_text (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL;
  INSERT INTO account_words (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL; END;

CREATE TRIGGER account_is_searchable_no_more AFTER DELETE ON account BEGIN 
  INSERT INTO account_text (account_text, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL;
  INSERT INTO account_words (account_words, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL; END;

CREATE TRIGGER account_stays_searchable AFTER UPDATE OF name_folded, email_folded, phone_digits, deleted_at ON account
   WHEN NEW.search_text <> OLD.search_text OR (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL) BEGIN 
  INSERT INTO account_text (account_text, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL;
  INSERT INTO account_words (account_words, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL; 
  INSERT INTO account_text (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL;
  INSERT INTO account_words (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL; END;

CREATE TRIGGER activity_is_never_changed BEFORE UPDATE ON activity
   BEGIN SELECT RAISE(ABORT, 'activity rows are never changed'); END;

CREATE TRIGGER activity_is_never_deleted BEFORE DELETE ON activity
   BEGIN SELECT RAISE(ABORT, 'activity rows are never deleted'); END;

CREATE TRIGGER activity_is_numbered BEFORE INSERT ON activity
   WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM activity)
   BEGIN SELECT RAISE(ABORT, 'activity rows are numbered without gaps and never replaced'); END;

CREATE TRIGGER activity_payload_is_never_deleted BEFORE DELETE ON activity_payload
   BEGIN SELECT RAISE(ABORT, 'activity payloads are blanked or left alone'); END;

CREATE TRIGGER activity_payload_is_never_replaced BEFORE INSERT ON activity_payload
   WHEN EXISTS (SELECT 1 FROM activity_payload WHERE activity_id = NEW.activity_id)
   BEGIN SELECT RAISE(ABORT, 'activity payloads are never replaced'); END;

CREATE TRIGGER activity_payload_is_only_blanked BEFORE UPDATE ON activity_payload
   WHEN NEW.activity_id IS NOT OLD.activity_id OR NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL
   BEGIN SELECT RAISE(ABORT, 'activity payloads are blanked or left alone'); END;

CREATE TRIGGER activity_person_is_never_changed BEFORE UPDATE ON activity_person
   BEGIN SELECT RAISE(ABORT, 'activity rows are never changed'); END;

CREATE TRIGGER activity_person_is_never_deleted BEFORE DELETE ON activity_person
   BEGIN SELECT RAISE(ABORT, 'activity rows are never deleted'); END;

CREATE TRIGGER authorized_user_is_searchable AFTER INSERT ON authorized_user BEGIN INSERT INTO authorized_user_text (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL; INSERT INTO authorized_user_words (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL; END;

CREATE TRIGGER authorized_user_is_searchable_no_more AFTER DELETE ON authorized_user BEGIN INSERT INTO authorized_user_text (authorized_user_text, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL; INSERT INTO authorized_user_words (authorized_user_words, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL; END;

CREATE TRIGGER authorized_user_stays_searchable
   AFTER UPDATE OF name_folded, email_folded, phone_digits, username_folded, deleted_at ON authorized_user
   WHEN NEW.search_text <> OLD.search_text OR (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL)
   BEGIN INSERT INTO authorized_user_text (authorized_user_text, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL; INSERT INTO authorized_user_words (authorized_user_words, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL; INSERT INTO authorized_user_text (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL; INSERT INTO authorized_user_words (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL; END;

CREATE TRIGGER login_tells_its_account AFTER UPDATE OF must_change_password ON login
   WHEN NEW.must_change_password <> OLD.must_change_password
   BEGIN UPDATE account SET must_change_password = NEW.must_change_password WHERE login_id = NEW.id; END;

CREATE TRIGGER profile_is_counted AFTER INSERT ON profile BEGIN INSERT INTO tally (what, key, count) SELECT 'profile', NEW.type_id, 1 WHERE true
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count; END;

CREATE TRIGGER profile_is_counted_no_more AFTER DELETE ON profile BEGIN INSERT INTO tally (what, key, count) SELECT 'profile', OLD.type_id, -1 WHERE true
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count; END;

CREATE TRIGGER profile_takes_its_values_along BEFORE DELETE ON profile BEGIN
     DELETE FROM profile_value WHERE profile_id = OLD.id
       AND field_id IN (SELECT id FROM profile_field WHERE type_id = OLD.type_id);
   END;

CREATE TRIGGER sign_in_is_counted AFTER INSERT ON activity WHEN NEW.act = 'session.signed-in'
   BEGIN INSERT INTO tally (what, key, count) SELECT 'signed-in', date(NEW.at / 1000, 'unixepoch', 'localtime'), 1 WHERE true
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count; END;
