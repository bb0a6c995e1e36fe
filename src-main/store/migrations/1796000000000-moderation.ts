import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ups that wait for a moderator, what they are decided by, and what people are written about it. */
export class Moderation1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, ...tables, ...indexes, ...triggers, ...fillings])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of triggersOfOtherTables) await runner.query(`DROP TRIGGER ${trigger}`);
    for (const table of tablesInOrderOfDropping) await runner.query(`DROP TABLE ${table}`);
    await runner.query("DELETE FROM tally WHERE what IN ('case', 'case-of-domain')");
    await runner.query('ALTER TABLE profile DROP COLUMN approval');
  }
}

const columns = [
  // Of a profile whose type needs approval. Who has an account is not kept from it by a profile that waits.
  `ALTER TABLE profile ADD COLUMN approval TEXT NOT NULL DEFAULT 'open'
   CHECK (approval IN ('open', 'awaiting-approval', 'rejected'))`,
];

const tables = [
  `CREATE TABLE moderation_policy (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    is_registration_open INTEGER NOT NULL CHECK (is_registration_open IN (0, 1)),
    reminder_days INTEGER NOT NULL,
    claim_minutes INTEGER NOT NULL,
    rejected_retention_days INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT`,
  // A type that nothing was said about is offered, and needs no approval of its own and no second moderator.
  `CREATE TABLE moderation_type_policy (
    type_id INTEGER PRIMARY KEY REFERENCES profile_type (id) ON DELETE CASCADE,
    is_offered INTEGER NOT NULL CHECK (is_offered IN (0, 1)),
    needs_approval INTEGER NOT NULL CHECK (needs_approval IN (0, 1)),
    needs_second_moderator INTEGER NOT NULL CHECK (needs_second_moderator IN (0, 1))
  ) STRICT`,
  `CREATE TABLE moderation_rule (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    -- Folded. Without the "*." of a pattern for all domains below one, which the kind says.
    pattern TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'domain', 'subdomains')),
    decision TEXT NOT NULL CHECK (decision IN ('approve', 'reject')),
    note TEXT NOT NULL,
    decided_count INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE message_template (
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
  ) STRICT`,
  `CREATE TABLE sign_up_case (
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
  ) STRICT`,
  `CREATE VIRTUAL TABLE sign_up_text USING fts5(
     search_text, content='', columnsize=0, tokenize='trigram case_sensitive 1')`,
  `CREATE VIRTUAL TABLE sign_up_words USING fts5(
     search_text, content='', columnsize=0, detail=none, prefix='1 2',
     tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")`,
  // What was sent, each time.
  `CREATE TABLE sign_up_submission (
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
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE sign_up_note (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES sign_up_case (id) ON DELETE CASCADE,
    author_account_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL
  ) STRICT`,
  // What people are written. It waits here to be shown at sign-in; sending it by mail comes later.
  `CREATE TABLE outbox_message (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    case_id INTEGER REFERENCES sign_up_case (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('approved', 'rejected', 'changes-requested')),
    text TEXT NOT NULL,
    -- Before that nobody is shown it, and it can be taken back.
    sent_at INTEGER NOT NULL,
    read_at INTEGER
  ) STRICT`,
  // When somebody has tried to register, whoever it was: too many have to wait.
  'CREATE TABLE registration_attempt (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT',
  // What is done to many records, one after the other.
  `CREATE TABLE bulk_job (
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
  ) STRICT`,
  `CREATE TABLE bulk_job_item (
    job_id INTEGER NOT NULL REFERENCES bulk_job (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('pending', 'done', 'skipped', 'failed', 'undone', 'not-undone')),
    -- Why it was left out or could not be done or undone.
    code TEXT,
    -- Of the record when the job was started, and then after it was done: with another it has been touched since.
    version INTEGER,
    PRIMARY KEY (job_id, position)
  ) STRICT, WITHOUT ROWID`,
];

const tablesInOrderOfDropping = [
  'bulk_job_item',
  'bulk_job',
  'registration_attempt',
  'outbox_message',
  'sign_up_note',
  'sign_up_submission',
  'sign_up_case',
  'sign_up_words',
  'sign_up_text',
  'message_template',
  'moderation_rule',
  'moderation_type_policy',
  'moderation_policy',
];

/** What the queue is sifted by on the way along one of its indexes. */
const marked = 'claimed_by, claimed_until, has_duplicates';
const sifted = `type_id, domain, ${marked}, state`;

const indexes = [
  'CREATE UNIQUE INDEX moderation_rule_public_id ON moderation_rule (public_id)',
  'CREATE UNIQUE INDEX moderation_rule_pattern ON moderation_rule (pattern, kind)',
  'CREATE UNIQUE INDEX message_template_public_id ON message_template (public_id)',
  'CREATE UNIQUE INDEX message_template_name ON message_template (decision, name_folded)',
  'CREATE UNIQUE INDEX sign_up_case_public_id ON sign_up_case (public_id)',
  'CREATE INDEX sign_up_case_by_account ON sign_up_case (account_id, id, kind, state)',
  'CREATE INDEX sign_up_case_by_profile ON sign_up_case (profile_id)',
  `CREATE INDEX sign_up_case_by_tab ON sign_up_case (tab, since, id, ${sifted})`,
  // A type or a domain can be rare, and so are claims, duplicates and one of the two decisions.
  `CREATE INDEX sign_up_case_by_type ON sign_up_case (type_id, tab, since, id, ${sifted})`,
  `CREATE INDEX sign_up_case_by_domain ON sign_up_case (domain, tab, since, id, ${sifted})`,
  `CREATE INDEX sign_up_case_by_claim ON sign_up_case (claimed_by, tab, since, id, ${sifted}) WHERE claimed_by IS NOT NULL`,
  `CREATE INDEX sign_up_case_with_duplicates ON sign_up_case (tab, since, id, ${sifted}) WHERE has_duplicates = 1`,
  `CREATE INDEX sign_up_case_by_state ON sign_up_case (tab, state, since, id, ${sifted})`,
  // Two parts of a filter can each let hundreds of thousands of decided ones through, and together nobody.
  `CREATE INDEX sign_up_case_decided_by_type ON sign_up_case (type_id, tab, state, since, id, domain, ${marked})
   WHERE tab = 'decided'`,
  `CREATE INDEX sign_up_case_decided_by_domain ON sign_up_case (domain, tab, state, since, id, type_id, ${marked})
   WHERE tab = 'decided'`,
  `CREATE INDEX sign_up_case_decided_by_both ON sign_up_case (type_id, domain, tab, since, id, state, ${marked})
   WHERE tab = 'decided'`,
  // By this a few thousand that are found by words are sifted and sorted without reading their whole rows.
  `CREATE INDEX sign_up_case_facts_by_id ON sign_up_case (id, tab, since, ${sifted})`,
  'CREATE INDEX sign_up_case_due ON sign_up_case (due_at) WHERE due_at IS NOT NULL',
  'CREATE INDEX sign_up_case_by_purge ON sign_up_case (purge_at) WHERE purge_at IS NOT NULL',
  `CREATE INDEX sign_up_case_figures ON sign_up_case (decided_at, state, decided_by, decided_rule, decision_reason, waited)
   WHERE decided_at IS NOT NULL`,
  'CREATE INDEX sign_up_note_by_case ON sign_up_note (case_id, at)',
  'CREATE UNIQUE INDEX outbox_message_public_id ON outbox_message (public_id)',
  'CREATE INDEX outbox_message_by_account ON outbox_message (account_id, sent_at)',
  'CREATE INDEX outbox_message_by_case ON outbox_message (case_id)',
  'CREATE INDEX registration_attempt_at ON registration_attempt (at)',
  'CREATE UNIQUE INDEX bulk_job_public_id ON bulk_job (public_id)',
  `CREATE INDEX bulk_job_item_not_done ON bulk_job_item (job_id, position)
   WHERE outcome IN ('skipped', 'failed', 'not-undone')`,
];

const fillings = [
  // New people are held back once the office lets people register, which it does not by itself.
  `INSERT INTO moderation_policy (id, version, is_on, is_registration_open, reminder_days, claim_minutes,
                                  rejected_retention_days, updated_at)
   VALUES (1, 1, 1, 0, 3, 30, 90, 0)`,
  // Whoever is held back already has a case from now on, so that somebody can decide on it.
  `INSERT INTO sign_up_case (public_id, version, kind, account_id, profile_id, type_id, state, is_appeal, has_appealed,
                             appeal, revision, submitted_at, since, decision_reason, internal_reason, domain,
                             has_duplicates, is_in_trash, search_text, created_at)
   SELECT lower(hex(randomblob(11))), 1, 'account', a.id, p.id, p.type_id, 'waiting', 0, 0,
          '', 1, a.created_at, a.created_at, '', '', substr(a.email_folded, instr(a.email_folded, '@') + 1),
          0, a.deleted_at IS NOT NULL, '', a.created_at
   FROM account a LEFT JOIN profile p ON p.id = (SELECT min(id) FROM profile WHERE account_id = a.id)
   WHERE a.access = 'awaiting-approval' AND a.is_staff = 0`,
  `INSERT INTO sign_up_submission (case_id, revision, submitted_at, given_name, family_name, phone, message, field_values)
   SELECT c.id, 1, c.submitted_at, a.given_name, a.family_name, a.phone, '', '[]'
   FROM sign_up_case c JOIN account a ON a.id = c.account_id`,
];

const count = (what: string, key: string, by: 1 | -1, when = 'true') =>
  `INSERT INTO tally (what, key, count) SELECT '${what}', ${key}, ${by} WHERE ${when}
   ON CONFLICT (what, key) DO UPDATE SET count = count + excluded.count;`;
/** Of a domain: how many wait, and how many were let in and rejected. */
const ofDomain = (row: 'NEW' | 'OLD') =>
  `${row}.domain || char(10) || CASE ${row}.tab WHEN 'decided' THEN ${row}.state ELSE 'waiting' END`;
const countedIn = `${count('case', 'NEW.tab', 1, "NEW.tab <> 'gone'")}
   ${count('case-of-domain', ofDomain('NEW'), 1, "NEW.tab <> 'gone'")}`;
// A domain can say who somebody is: it goes with the last of its people.
const countedOut = `${count('case', 'OLD.tab', -1, "OLD.tab <> 'gone'")}
   ${count('case-of-domain', ofDomain('OLD'), -1, "OLD.tab <> 'gone'")}
   DELETE FROM tally WHERE what = 'case-of-domain' AND key = ${ofDomain('OLD')} AND count = 0;`;

// What is taken out must be what was put in, to the letter, or the index breaks without a word.
const searched = ['sign_up_text', 'sign_up_words'];
const intoSearch = searched
  .map(
    (index) => `INSERT INTO ${index} (rowid, search_text) SELECT NEW.id, NEW.search_text WHERE NEW.search_text <> '';`,
  )
  .join(' ');
const outOfSearch = searched
  .map(
    (index) => `INSERT INTO ${index} (${index}, rowid, search_text)
      SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.search_text <> '';`,
  )
  .join(' ');

const triggersOfOtherTables = [
  'account_tells_its_cases_of_its_text',
  'account_tells_its_cases_of_the_trash',
  'account_leaves_its_cases_nameless',
];

const triggers = [
  `CREATE TRIGGER account_tells_its_cases_of_its_text AFTER UPDATE OF name_folded, email_folded, phone_digits ON account
   WHEN NEW.search_text <> OLD.search_text
   BEGIN UPDATE sign_up_case SET search_text = NEW.search_text WHERE account_id = NEW.id; END`,
  `CREATE TRIGGER account_tells_its_cases_of_the_trash AFTER UPDATE OF deleted_at ON account
   WHEN (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL)
   BEGIN UPDATE sign_up_case SET is_in_trash = (NEW.deleted_at IS NOT NULL) WHERE account_id = NEW.id; END`,
  // Before: afterwards nothing leads from the account to them.
  `CREATE TRIGGER account_leaves_its_cases_nameless BEFORE DELETE ON account BEGIN
     DELETE FROM sign_up_submission WHERE case_id IN (SELECT id FROM sign_up_case WHERE account_id = OLD.id);
     DELETE FROM sign_up_note WHERE case_id IN (SELECT id FROM sign_up_case WHERE account_id = OLD.id);
     UPDATE sign_up_case SET is_in_trash = 1, search_text = '', domain = '', appeal = '', internal_reason = '', undo = NULL,
                             due_at = NULL, purge_at = NULL, claimed_by = NULL, claimed_until = NULL
     WHERE account_id = OLD.id;
     -- A rule for a single e-mail address says whose it is.
     UPDATE sign_up_case SET decided_rule = 'one e-mail address', decision_reason = 'Rule for one e-mail address'
     WHERE account_id = OLD.id AND instr(decided_rule, '@') > 1;
   END`,
  `CREATE TRIGGER sign_up_case_asks_its_account AFTER INSERT ON sign_up_case WHEN NEW.account_id IS NOT NULL BEGIN
     UPDATE sign_up_case SET search_text = (SELECT search_text FROM account WHERE id = NEW.account_id) WHERE id = NEW.id;
   END`,
  `CREATE TRIGGER sign_up_case_stays_searchable AFTER UPDATE OF search_text ON sign_up_case
   WHEN NEW.search_text <> OLD.search_text BEGIN ${outOfSearch} ${intoSearch} END`,
  `CREATE TRIGGER sign_up_case_is_searchable_no_more AFTER DELETE ON sign_up_case BEGIN ${outOfSearch} END`,
  `CREATE TRIGGER sign_up_case_is_counted AFTER INSERT ON sign_up_case BEGIN ${countedIn} END`,
  `CREATE TRIGGER sign_up_case_is_counted_anew
   AFTER UPDATE OF state, is_appeal, is_in_trash, account_id, domain ON sign_up_case
   WHEN NEW.tab <> OLD.tab OR NEW.state <> OLD.state OR NEW.domain <> OLD.domain
   BEGIN ${countedOut} ${countedIn} END`,
  `CREATE TRIGGER sign_up_case_is_counted_no_more AFTER DELETE ON sign_up_case BEGIN ${countedOut} END`,
];
