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
  ) STRICT;

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
  ) STRICT;

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
  ) STRICT;

CREATE TABLE refused_call (
    id INTEGER PRIMARY KEY,
    actor_account_id INTEGER,
    procedure TEXT NOT NULL,
    code TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    count INTEGER NOT NULL
  ) STRICT;

CREATE TABLE sign_in_wait (
    name_digest BLOB PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

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

CREATE UNIQUE INDEX account_email ON account (email_folded);

CREATE INDEX account_group_by_group ON account_group (group_id, account_id);

CREATE UNIQUE INDEX account_login ON account (login_id);

CREATE UNIQUE INDEX account_public_id ON account (public_id);

CREATE INDEX account_staff_by_name ON account (name_folded, id) WHERE is_staff = 1;

CREATE INDEX account_staff_by_status_and_name ON account (is_active, name_folded, id) WHERE is_staff = 1;

CREATE INDEX activity_by_act ON activity (act, id);

CREATE UNIQUE INDEX login_public_id ON login (public_id);

CREATE UNIQUE INDEX login_sign_in_name ON login (sign_in_name_folded);

CREATE INDEX refused_call_by_time ON refused_call (last_at, id);

CREATE INDEX sign_in_wait_by_time ON sign_in_wait (last_failed_at);

CREATE UNIQUE INDEX staff_group_name ON staff_group (name_folded);

CREATE UNIQUE INDEX staff_group_public_id ON staff_group (public_id);

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
