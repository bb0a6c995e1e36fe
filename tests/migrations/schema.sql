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

CREATE TABLE bulk_job (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('sign-ups.approve', 'sign-ups.reject')),
    state TEXT NOT NULL CHECK (state IN ('preparing', 'running', 'done', 'cancelled', 'undoing', 'undone')),
    started_by INTEGER NOT NULL,
    -- Whoever undoes it, or has undone it.
    undone_by INTEGER,
    -- JSON: what the act needs besides the record.
    details TEXT NOT NULL,
    total INTEGER NOT NULL,
    done INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    not_undone INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER
  ) STRICT;

CREATE TABLE bulk_job_item (
    job_id INTEGER NOT NULL REFERENCES bulk_job (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('pending', 'done', 'skipped', 'failed', 'undone', 'not-undone')),
    -- Why it was left out or could not be done or undone.
    code TEXT,
    -- Of the record when the job was started, and then after it was done: with another it has been touched since.
    version INTEGER,
    PRIMARY KEY (job_id, position)
  ) STRICT, WITHOUT ROWID;

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

CREATE TABLE message_template (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('approve', 'reject', 'request-changes')),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    text TEXT NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE "migration" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);

CREATE TABLE moderation_policy (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    is_registration_open INTEGER NOT NULL CHECK (is_registration_open IN (0, 1)),
    reminder_days INTEGER NOT NULL,
    claim_minutes INTEGER NOT NULL,
    rejected_retention_days INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE moderation_rule (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    -- Folded. Without the "*." of a pattern for all domains below one, which the kind says.
    pattern TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'domain', 'subdomains')),
    decision TEXT NOT NULL CHECK (decision IN ('approve', 'reject')),
    note TEXT NOT NULL,
    decided_count INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

CREATE TABLE moderation_type_policy (
    type_id INTEGER PRIMARY KEY REFERENCES profile_type (id) ON DELETE CASCADE,
    is_offered INTEGER NOT NULL CHECK (is_offered IN (0, 1)),
    needs_approval INTEGER NOT NULL CHECK (needs_approval IN (0, 1)),
    needs_second_moderator INTEGER NOT NULL CHECK (needs_second_moderator IN (0, 1))
  ) STRICT;

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

CREATE TABLE outbox_message (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    case_id INTEGER REFERENCES sign_up_case (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('approved', 'rejected', 'changes-requested')),
    text TEXT NOT NULL,
    -- Before that nobody is shown it, and it can be taken back.
    sent_at INTEGER NOT NULL,
    read_at INTEGER
  ) STRICT;

CREATE TABLE profile (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    type_id INTEGER NOT NULL REFERENCES profile_type (id) ON DELETE RESTRICT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  , approval TEXT NOT NULL DEFAULT 'open'
   CHECK (approval IN ('open', 'awaiting-approval', 'rejected'))) STRICT;

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

CREATE TABLE registration_attempt (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;

CREATE TABLE sign_in_wait (
    name_digest BLOB PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failed_at INTEGER NOT NULL
  , login_id INTEGER REFERENCES login (id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;

CREATE TABLE sign_up_case (
    -- Never used again: what was decided on many at once goes on naming a case that is gone.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    public_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('account', 'profile')),
    -- Null once the account is deleted for good: what is left of the case says nothing of the person, and is counted on.
    account_id INTEGER REFERENCES account (id) ON DELETE SET NULL,
    -- The profile that is decided on with the account, or by itself.
    profile_id INTEGER REFERENCES profile (id) ON DELETE SET NULL,
    type_id INTEGER REFERENCES profile_type (id) ON DELETE SET NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'parked', 'changes-requested', 'approved', 'rejected')),
    is_appeal INTEGER NOT NULL CHECK (is_appeal IN (0, 1)),
    has_appealed INTEGER NOT NULL CHECK (has_appealed IN (0, 1)),
    appeal TEXT NOT NULL,
    revision INTEGER NOT NULL,
    submitted_at INTEGER NOT NULL,
    -- By this a part of the queue is sorted: since when it waits, or when it was decided.
    since INTEGER NOT NULL,
    parked_until INTEGER,
    claimed_by INTEGER,
    claimed_until INTEGER CHECK ((claimed_until IS NULL) = (claimed_by IS NULL)),
    first_approval_by INTEGER,
    first_approval_at INTEGER CHECK ((first_approval_at IS NULL) = (first_approval_by IS NULL)),
    -- Null where a rule has decided, which decided_rule then names.
    decided_by INTEGER,
    decided_rule TEXT,
    decided_at INTEGER,
    -- Until then what was done last can be undone, and the person is not told of it.
    effective_at INTEGER,
    -- What undoing it gives back: columns of this row as JSON.
    undo TEXT,
    -- For the figures: a template's name, or a word for what was written by hand.
    decision_reason TEXT NOT NULL,
    internal_reason TEXT NOT NULL,
    -- From being sent to being decided, in milliseconds.
    waited INTEGER,
    -- When something takes effect by itself: an approval, or the end of being parked.
    due_at INTEGER,
    -- From then on what was rejected is to be deleted for good.
    purge_at INTEGER,
    domain TEXT NOT NULL,
    has_duplicates INTEGER NOT NULL CHECK (has_duplicates IN (0, 1)),
    is_in_trash INTEGER NOT NULL CHECK (is_in_trash IN (0, 1)),
    -- The account's own, kept up by triggers.
    search_text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    tab TEXT NOT NULL GENERATED ALWAYS AS (
      CASE WHEN account_id IS NULL OR is_in_trash = 1 THEN 'gone'
           WHEN state IN ('approved', 'rejected') THEN 'decided'
           WHEN state = 'waiting' AND is_appeal = 1 THEN 'appeals'
           ELSE state END
    ) VIRTUAL
  ) STRICT;

CREATE TABLE sign_up_note (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES sign_up_case (id) ON DELETE CASCADE,
    author_account_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

CREATE TABLE sign_up_submission (
    case_id INTEGER NOT NULL REFERENCES sign_up_case (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    submitted_at INTEGER NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    message TEXT NOT NULL,
    -- JSON: of each field its public id, its label at that time, and the value.
    field_values TEXT NOT NULL,
    PRIMARY KEY (case_id, revision)
  ) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE sign_up_text USING fts5(
     search_text, content='', columnsize=0, tokenize='trigram case_sensitive 1');

CREATE TABLE 'sign_up_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'sign_up_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'sign_up_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE sign_up_words USING fts5(
     search_text, content='', columnsize=0, detail=none, prefix='1 2',
     tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'");

CREATE TABLE 'sign_up_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'sign_up_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'sign_up_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

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

CREATE INDEX bulk_job_item_not_done ON bulk_job_item (job_id, position)
   WHERE outcome IN ('skipped', 'failed', 'not-undone');

CREATE UNIQUE INDEX bulk_job_public_id ON bulk_job (public_id);

CREATE UNIQUE INDEX category_name ON category (name_folded);

CREATE UNIQUE INDEX category_public_id ON category (public_id);

CREATE UNIQUE INDEX delegate_permission_label ON delegate_permission (label_folded);

CREATE UNIQUE INDEX delegate_permission_public_id ON delegate_permission (public_id);

CREATE UNIQUE INDEX login_sign_in_name ON login (sign_in_name_folded);

CREATE UNIQUE INDEX message_template_name ON message_template (decision, name_folded);

CREATE UNIQUE INDEX message_template_public_id ON message_template (public_id);

CREATE UNIQUE INDEX moderation_rule_pattern ON moderation_rule (pattern, kind);

CREATE UNIQUE INDEX moderation_rule_public_id ON moderation_rule (public_id);

CREATE INDEX outbox_message_by_account ON outbox_message (account_id, sent_at);

CREATE INDEX outbox_message_by_case ON outbox_message (case_id);

CREATE UNIQUE INDEX outbox_message_public_id ON outbox_message (public_id);

CREATE INDEX profile_by_account ON profile (account_id, type_id);

CREATE INDEX profile_by_type ON profile (type_id, account_id);

CREATE INDEX profile_field_by_type ON profile_field (type_id, position);

CREATE UNIQUE INDEX profile_field_public_id ON profile_field (public_id);

CREATE UNIQUE INDEX profile_public_id ON profile (public_id);

CREATE UNIQUE INDEX profile_type_name ON profile_type (name_folded);

CREATE UNIQUE INDEX profile_type_public_id ON profile_type (public_id);

CREATE INDEX refused_call_by_time ON refused_call (last_at, id);

CREATE INDEX registration_attempt_at ON registration_attempt (at);

CREATE INDEX sign_in_wait_by_login ON sign_in_wait (login_id) WHERE login_id IS NOT NULL;

CREATE INDEX sign_in_wait_by_time ON sign_in_wait (last_failed_at);

CREATE INDEX sign_up_case_by_account ON sign_up_case (account_id, id, kind, state);

CREATE INDEX sign_up_case_by_claim ON sign_up_case (claimed_by, tab, since, id, type_id, domain, claimed_by, claimed_until, has_duplicates, state) WHERE claimed_by IS NOT NULL;

CREATE INDEX sign_up_case_by_domain ON sign_up_case (domain, tab, since, id, type_id, domain, claimed_by, claimed_until, has_duplicates, state);

CREATE INDEX sign_up_case_by_profile ON sign_up_case (profile_id);

CREATE INDEX sign_up_case_by_purge ON sign_up_case (purge_at) WHERE purge_at IS NOT NULL;

CREATE INDEX sign_up_case_by_state ON sign_up_case (tab, state, since, id, type_id, domain, claimed_by, claimed_until, has_duplicates, state);

CREATE INDEX sign_up_case_by_tab ON sign_up_case (tab, since, id, type_id, domain, claimed_by, claimed_until, has_duplicates, state);

CREATE INDEX sign_up_case_by_type ON sign_up_case (type_id, tab, since, id, type_id, domain, claimed_by, claimed_until, has_duplicates, state);

CREATE INDEX sign_up_case_decided_by_both ON sign_up_case (type_id, domain, tab, since, id, state, claimed_by, claimed_until, has_duplicates)
   WHERE tab = 'decided';

CREATE INDEX sign_up_case_decided_by_domain ON sign_up_case (domain, tab, state, since, id, type_id, claimed_by, claimed_until, has_duplicates)
   WHERE tab = 'decided';

CREATE INDEX sign_up_case_decided_by_type ON sign_up_case (type_id, tab, state, since, id, domain, claimed_by, claimed_until, has_duplicates)
   WHERE tab = 'decided';

CREATE INDEX sign_up_case_due ON sign_up_case (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX sign_up_case_facts_by_id ON sign_up_case (id, tab, since, type_id, domain, claimed_by, claimed_until, has_duplicates, state);

CREATE INDEX sign_up_case_figures ON sign_up_case (decided_at, state, decided_by, decided_rule, decision_reason, waited)
   WHERE decided_at IS NOT NULL;

CREATE UNIQUE INDEX sign_up_case_public_id ON sign_up_case (public_id);

CREATE INDEX sign_up_case_with_duplicates ON sign_up_case (tab, since, id, type_id, domain, claimed_by, claimed_until, has_duplicates, state) WHERE has_duplicates = 1;

CREATE INDEX sign_up_note_by_case ON sign_up_note (case_id, at);

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

CREATE TRIGGER account_leaves_its_cases_nameless BEFORE DELETE ON account BEGIN
     DELETE FROM sign_up_submission WHERE case_id IN (SELECT id FROM sign_up_case WHERE account_id = OLD.id);
     DELETE FROM sign_up_note WHERE case_id IN (SELECT id FROM sign_up_case WHERE account_id = OLD.id);
     UPDATE sign_up_case SET is_in_trash = 1, search_text = '', domain = '', appeal = '', internal_reason = '', undo = NULL,
                             due_at = NULL, purge_at = NULL, claimed_by = NULL, claimed_until = NULL
     WHERE account_id = OLD.id;
     -- A rule for a single e-mail address says whose it is.
     UPDATE sign_up_case SET decided_rule = 'one e-mail address', decision_reason = 'Rule for one e-mail address'
     WHERE account_id = OLD.id AND instr(decided_rule, '@') > 1;
   END;

CREATE TRIGGER account_stays_searchable AFTER UPDATE OF name_folded, email_folded, phone_digits, deleted_at ON account
   WHEN NEW.search_text <> OLD.search_text OR (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL) BEGIN 
  INSERT INTO account_text (account_text, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL;
  INSERT INTO account_words (account_words, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL; 
  INSERT INTO account_text (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL;
  INSERT INTO account_words (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL; END;

CREATE TRIGGER account_tells_its_cases_of_its_text AFTER UPDATE OF name_folded, email_folded, phone_digits ON account
   WHEN NEW.search_text <> OLD.search_text
   BEGIN UPDATE sign_up_case SET search_text = NEW.search_text WHERE account_id = NEW.id; END;

CREATE TRIGGER account_tells_its_cases_of_the_trash AFTER UPDATE OF deleted_at ON account
   WHEN (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL)
   BEGIN UPDATE sign_up_case SET is_in_trash = (NEW.deleted_at IS NOT NULL) WHERE account_id = NEW.id; END;

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

CREATE TRIGGER sign_up_case_asks_its_account AFTER INSERT ON sign_up_case WHEN NEW.account_id IS NOT NULL BEGIN
     UPDATE sign_up_case SET search_text = (SELECT search_text FROM account WHERE id = NEW.account_id) WHERE id = NEW.id;
   END;

CREATE TRIGGER sign_up_case_is_counted AFTER INSERT ON sign_up_case BEGIN INSERT INTO tally (what, key, count) SELECT 'case', NEW.tab, 1 WHERE NEW.tab <> 'gone'
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   INSERT INTO tally (what, key, count) SELECT 'case-of-domain', NEW.domain || char(10) || CASE NEW.tab WHEN 'decided' THEN NEW.state ELSE 'waiting' END, 1 WHERE NEW.tab <> 'gone'
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count; END;

CREATE TRIGGER sign_up_case_is_counted_anew
   AFTER UPDATE OF state, is_appeal, is_in_trash, account_id, domain ON sign_up_case
   WHEN NEW.tab <> OLD.tab OR NEW.state <> OLD.state OR NEW.domain <> OLD.domain
   BEGIN INSERT INTO tally (what, key, count) SELECT 'case', OLD.tab, -1 WHERE OLD.tab <> 'gone'
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   INSERT INTO tally (what, key, count) SELECT 'case-of-domain', OLD.domain || char(10) || CASE OLD.tab WHEN 'decided' THEN OLD.state ELSE 'waiting' END, -1 WHERE OLD.tab <> 'gone'
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   DELETE FROM tally WHERE what = 'case-of-domain' AND key = OLD.domain || char(10) || CASE OLD.tab WHEN 'decided' THEN OLD.state ELSE 'waiting' END AND count = 0; INSERT INTO tally (what, key, count) SELECT 'case', NEW.tab, 1 WHERE NEW.tab <> 'gone'
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   INSERT INTO tally (what, key, count) SELECT 'case-of-domain', NEW.domain || char(10) || CASE NEW.tab WHEN 'decided' THEN NEW.state ELSE 'waiting' END, 1 WHERE NEW.tab <> 'gone'
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count; END;

CREATE TRIGGER sign_up_case_is_counted_no_more AFTER DELETE ON sign_up_case BEGIN INSERT INTO tally (what, key, count) SELECT 'case', OLD.tab, -1 WHERE OLD.tab <> 'gone'
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   INSERT INTO tally (what, key, count) SELECT 'case-of-domain', OLD.domain || char(10) || CASE OLD.tab WHEN 'decided' THEN OLD.state ELSE 'waiting' END, -1 WHERE OLD.tab <> 'gone'
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;
   DELETE FROM tally WHERE what = 'case-of-domain' AND key = OLD.domain || char(10) || CASE OLD.tab WHEN 'decided' THEN OLD.state ELSE 'waiting' END AND count = 0; END;

CREATE TRIGGER sign_up_case_is_searchable_no_more AFTER DELETE ON sign_up_case BEGIN INSERT INTO sign_up_text (sign_up_text, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.search_text <> ''; INSERT INTO sign_up_words (sign_up_words, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.search_text <> ''; END;

CREATE TRIGGER sign_up_case_stays_searchable AFTER UPDATE OF search_text ON sign_up_case
   WHEN NEW.search_text <> OLD.search_text BEGIN INSERT INTO sign_up_text (sign_up_text, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.search_text <> ''; INSERT INTO sign_up_words (sign_up_words, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.search_text <> ''; INSERT INTO sign_up_text (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.search_text <> ''; INSERT INTO sign_up_words (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.search_text <> ''; END;
