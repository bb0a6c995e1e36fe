import { expect, test } from 'vitest';
import { verifyChain } from '../../src-main/store/activity-chain';
import { Accounts1795300000000 } from '../../src-main/store/migrations/1795300000000-accounts';
import { AuthorizedUsers1795400000000 } from '../../src-main/store/migrations/1795400000000-authorized-users';
import { Moderation1796000000000 } from '../../src-main/store/migrations/1796000000000-moderation';
import { addFirstOffice, firstOffice, insert } from './support/first-office-rows';
import { MigratedStore } from './support/migrated-store';
import {
  aCase,
  anAppeal,
  anApproval,
  aProfile,
  aSubmission,
  aType,
  aTypePolicy,
  caseOf,
  job,
  message,
  people,
  policy,
  rule,
  secrets,
  template,
} from './support/moderation-rows';

/** An office of the version before, in which some were held back already though nobody could decide on them. */
async function earlierOffice(): Promise<MigratedStore> {
  const store = await MigratedStore.before(Accounts1795300000000);
  store.use(addFirstOffice);
  await store.up(AuthorizedUsers1795400000000);
  store.use((database) => {
    insert(database, 'profile_type', { id: 1, public_id: 'type-1', name_folded: 'seller', ...aType });
    for (const person of people) {
      const { id } = person;
      insert(database, 'login', { ...login, id, public_id: `login-${id}`, sign_in_name_folded: `${id}` });
      insert(database, 'account', { ...account, public_id: `account-${id}`, login_id: id, ...person });
    }
    for (const id of [1, 2]) {
      insert(database, 'profile', { id, public_id: `profile-${id}`, account_id: 3, type_id: 1, ...aProfile });
    }
  });
  return store;
}

async function migratedOffice(): Promise<MigratedStore> {
  const store = await earlierOffice();
  await store.up(Moderation1796000000000);
  return store;
}

test('up, down and up again, with people in it', async () => {
  const store = await earlierOffice();
  const before = { content: store.content(), schema: store.schema() };
  await store.up(Moderation1796000000000);
  const schema = store.schema();
  expect(store.rows('SELECT id, approval FROM profile')).toEqual([
    { id: 1, approval: 'open' },
    { id: 2, approval: 'open' },
  ]);
  // Nobody new can come before the office says so, and whoever does then is looked at.
  expect(store.rows('SELECT is_on, is_registration_open FROM moderation_policy')).toEqual([
    { is_on: 1, is_registration_open: 0 },
  ]);
  expect(store.use(verifyChain)).toEqual({ rows: 3, blanked: 0, firstBroken: null });
  assertSound(store);

  await store.down(Moderation1796000000000);
  expect(store.schema()).toBe(before.schema);
  expect(withoutMigrations(store.content())).toEqual(withoutMigrations(before.content));
  expect(store.faults()).toEqual([]);

  await store.up(Moderation1796000000000);
  expect(store.schema()).toBe(schema);
  assertSound(store);
});

test('whoever is held back already gets a case, with the profile they had first; staff never do', async () => {
  const store = await migratedOffice();
  expect(
    store.rows('SELECT account_id, kind, profile_id, type_id, state, tab, since, domain FROM sign_up_case'),
  ).toEqual([
    { ...aCase, account_id: 3, profile_id: 1, type_id: 1, since: 300, domain: 'people.example' },
    { ...aCase, account_id: 4, tab: 'gone', since: 400, domain: 'people.example' },
    { ...aCase, account_id: 6, since: 600, domain: 'elsewhere.example' },
  ]);
  expect(store.rows('SELECT case_id, revision, given_name, family_name, phone FROM sign_up_submission')).toEqual([
    { case_id: 1, revision: 1, given_name: 'Chidi', family_name: 'Okafor', phone: '+49 (170) 123-45' },
    { case_id: 2, revision: 1, given_name: 'Anna', family_name: 'Smith', phone: '' },
    { case_id: 3, revision: 1, given_name: '明', family_name: '李', phone: '' },
  ]);
  // As every identifier outside the store.
  for (const { public_id } of store.rows<{ public_id: string }>('SELECT public_id FROM sign_up_case')) {
    expect(public_id).toMatch(/^[A-Za-z0-9_-]{22}$/);
  }
  expect(found(store, 'sign_up_text', 'okafor')).toEqual([1]);
  for (const typed of ['李', '明', '李明']) expect(found(store, 'sign_up_words', typed)).toEqual([3]);
  expect(tallies(store)).toEqual({
    'case waiting': 2,
    'case-of-domain elsewhere.example waiting': 1,
    'case-of-domain people.example waiting': 1,
  });
});

test('down again with cases in it leaves the accounts as they were', async () => {
  const store = await busyOffice();
  const held = () => ['account', 'login', 'authorized_user'].map((table) => store.rows(`SELECT * FROM ${table}`));
  const before = held();
  await store.down(Moderation1796000000000);
  expect(held()).toEqual(before);
  expect(store.rows("SELECT what FROM tally WHERE what LIKE 'case%'")).toEqual([]);
  const left = "name LIKE '%sign_up%' OR name LIKE '%moderation%' OR name LIKE 'bulk%' OR name LIKE '%cases%'";
  expect(store.rows(`SELECT name FROM sqlite_schema WHERE ${left}`)).toEqual([]);
  // Whoever waited waits on: nobody is let in by going back.
  expect(store.rows("SELECT id FROM account WHERE access = 'awaiting-approval'")).toHaveLength(4);
  expect(store.faults()).toEqual([]);
});

test('the search of cases follows the account', async () => {
  const store = await migratedOffice();
  expect(found(store, 'sign_up_text', '17012')).toEqual([1]);
  store.run(
    "UPDATE account SET name_folded = 'obi chidi', email_folded = 'chidi@new.example', phone_digits = '0987654' WHERE id = 3",
  );
  for (const gone of ['okafor', '17012', 'people.example']) expect(found(store, 'sign_up_text', gone)).not.toContain(1);
  for (const typed of ['obi chidi', '987654', 'new.example']) expect(found(store, 'sign_up_text', typed)).toEqual([1]);
  expect(found(store, 'sign_up_words', 'ob')).toEqual([1]);

  // Every case of an account, and no case of another.
  store.use((database) => insert(database, 'sign_up_case', caseOf(9, 3, { kind: 'profile', profile_id: 2 })));
  expect(found(store, 'sign_up_text', 'obi')).toEqual([1, 9]);
  store.run("UPDATE account SET name_folded = 'adeyemi chidi' WHERE id = 3");
  expect([found(store, 'sign_up_text', 'obi'), found(store, 'sign_up_text', 'adeyemi')]).toEqual([[], [1, 9]]);
  store.run('DELETE FROM sign_up_case WHERE id = 9');
  expect(found(store, 'sign_up_text', 'adeyemi')).toEqual([1]);
  assertSound(store);
});

test('an account takes its cases into the trash, out of the queue and out of the counts, and back', async () => {
  const store = await busyOffice();
  const before = { tabs: tabs(store), tallies: tallies(store) };
  store.run('UPDATE account SET deleted_at = 5, purge_at = 6 WHERE id = 3');
  expect(tabs(store)).toMatchObject({ 1: 'gone', 11: 'gone', 12: 'gone', 3: 'waiting' });
  assertSound(store);
  // What happens to it there is seen once it is back.
  store.run("UPDATE sign_up_case SET state = 'rejected' WHERE id = 12");
  assertSound(store);
  store.run('UPDATE account SET deleted_at = NULL, purge_at = NULL WHERE id = 3');
  expect(tabs(store)).toEqual({ ...before.tabs, 12: 'decided' });
  assertSound(store);
});

test.each([
  ['decided', "state = 'approved'"],
  ['decided', "state = 'rejected', has_appealed = 1"],
  ['appeals', 'is_appeal = 1'],
  // What is decided is no appeal any more, whatever it was.
  ['decided', "state = 'rejected', is_appeal = 1"],
  ['parked', "state = 'parked', is_appeal = 1"],
  ['changes-requested', "state = 'changes-requested'"],
  ['gone', 'is_in_trash = 1'],
])('a case stands under %s by %s, and the counts follow', async (tab, changes) => {
  const store = await migratedOffice();
  store.run(`UPDATE sign_up_case SET ${changes} WHERE id = 1`);
  expect(tabs(store)).toMatchObject({ 1: tab });
  assertSound(store);
  store.run("UPDATE sign_up_case SET domain = 'moved.example' WHERE id = 1");
  assertSound(store);
});

test('an account that is deleted for good leaves its cases for the figures, and nothing in them that says who it was', async () => {
  const store = await busyOffice();
  store.run('DELETE FROM account WHERE id = 3');
  const left = store.rows('SELECT * FROM sign_up_case WHERE id IN (1, 11, 12) ORDER BY id');
  expect(left).toHaveLength(3);
  for (const one of left) {
    expect(one).toMatchObject({ account_id: null, profile_id: null, tab: 'gone', search_text: '', domain: '' });
    expect(one).toMatchObject({ due_at: null, purge_at: null, undo: null, claimed_by: null, claimed_until: null });
  }
  // How long it took and by whom it was decided says nothing of the person.
  expect(left[1]).toMatchObject({ state: 'approved', decided_by: 1, decided_at: 700, waited: 100, type_id: 1 });
  // Nor does it that a rule has, unless it was for this one person.
  expect(left[2]).toMatchObject({ decided_rule: 'one e-mail address', decision_reason: 'Rule for one e-mail address' });
  for (const word of secrets) expect(JSON.stringify(left)).not.toContain(word);
  for (const table of ['sign_up_submission', 'sign_up_note', 'outbox_message']) {
    expect(JSON.stringify(store.rows(`SELECT * FROM ${table}`))).not.toMatch(new RegExp(secrets.join('|')));
  }
  for (const typed of ['okafor', 'chidi', '17012']) expect(found(store, 'sign_up_text', typed)).toEqual([]);
  expect(found(store, 'sign_up_words', 'ch')).toEqual([]);
  expect(tallies(store)).toEqual({ 'case waiting': 1, 'case-of-domain elsewhere.example waiting': 1 });
  assertSound(store);
});

test('a profile or a type that is deleted takes no case along', async () => {
  const store = await busyOffice();
  store.run('DELETE FROM profile');
  store.run('DELETE FROM profile_type');
  expect(store.rows('SELECT id, profile_id, type_id FROM sign_up_case WHERE account_id = 3')).toEqual(
    [1, 11, 12].map((id) => ({ id, profile_id: null, type_id: null })),
  );
  expect(store.rows('SELECT * FROM moderation_type_policy')).toEqual([]);
  assertSound(store);
});

test('a case that is deleted takes along what was said about it', async () => {
  const store = await busyOffice();
  store.run('DELETE FROM sign_up_case');
  for (const table of ['sign_up_submission', 'sign_up_note', 'outbox_message']) {
    expect(store.rows(`SELECT * FROM ${table}`)).toEqual([]);
  }
  expect(tallies(store)).toEqual({});
  assertSound(store);
});

test.each([
  ['a state that there is none of', 'sign_up_case', caseOf(9, 3, { state: 'asleep' }), 'CHECK'],
  ['a claim without an end', 'sign_up_case', caseOf(9, 3, { claimed_by: 1 }), 'CHECK'],
  ['a first approval by nobody', 'sign_up_case', caseOf(9, 3, { first_approval_at: 1 }), 'CHECK'],
  ['a case of nobody', 'sign_up_case', caseOf(9, 99, {}), 'NOT NULL'],
  ['a case about a profile that is not there', 'sign_up_case', caseOf(9, 3, { profile_id: 99 }), 'FOREIGN KEY'],
  ['two sets of policies', 'moderation_policy', { id: 2, ...policy }, 'CHECK'],
  ['the same rule twice', 'moderation_rule', rule(9, { decision: 'approve' }), 'UNIQUE'],
  ['a template of the same name', 'message_template', template(9), 'UNIQUE'],
  ['a message to nobody', 'outbox_message', message(9, 1, { account_id: 99 }), 'FOREIGN KEY'],
  ['a job that does something else', 'bulk_job', { ...job, id: 9, act: 'accounts.delete' }, 'CHECK'],
])('the schema refuses %s', async (_, table, row, complaint) => {
  const store = await busyOffice();
  store.use((database) => expect(() => insert(database, table, row)).toThrow(complaint));
});

/** One of each of what this version can keep, most of it about the account of Chidi Okafor. */
async function busyOffice(): Promise<MigratedStore> {
  const store = await migratedOffice();
  store.use((database) => {
    insert(database, 'moderation_type_policy', { type_id: 1, ...aTypePolicy });
    insert(database, 'moderation_rule', rule(1, {}));
    insert(database, 'message_template', template(1));
    insert(database, 'sign_up_case', caseOf(11, 3, { kind: 'account', profile_id: 1, type_id: 1, ...anApproval }));
    insert(database, 'sign_up_case', caseOf(12, 3, { kind: 'profile', profile_id: 2, type_id: 1, ...anAppeal }));
    for (const case_id of [11, 12]) {
      insert(database, 'sign_up_submission', { ...aSubmission, case_id });
      insert(database, 'sign_up_note', { case_id, author_account_id: 1, at: 1, text: 'Owes us, says secret-note.' });
      insert(database, 'outbox_message', message(case_id, case_id, {}));
    }
    insert(database, 'registration_attempt', { at: 1 });
    insert(database, 'bulk_job', job);
    insert(database, 'bulk_job_item', { job_id: 1, position: 1, record_id: 11, outcome: 'done', version: 2 });
  });
  assertSound(store);
  return store;
}

const [login] = firstOffice.login;
const [account] = firstOffice.account;

/** What the search index itself has, asked as it wants to be asked. */
function found(store: MigratedStore, table: 'sign_up_text' | 'sign_up_words', typed: string): number[] {
  const ending = table === 'sign_up_words' ? '*' : '';
  const rows = store.rows<{ rowid: number }>(
    `SELECT rowid FROM ${table} WHERE ${table} MATCH '"${typed}"${ending}' ORDER BY rowid`,
  );
  return rows.map(({ rowid }) => rowid);
}

function tabs(store: MigratedStore): Record<string, string> {
  const rows = store.rows<{ id: number; tab: string }>('SELECT id, tab FROM sign_up_case');
  return Object.fromEntries(rows.map(({ id, tab }) => [id, tab]));
}

type Tally = { readonly what: string; readonly key: string; readonly count: number };
const asRecord = (rows: readonly Tally[]) =>
  Object.fromEntries(rows.map(({ what, key, count }) => [`${what} ${key.replace('\n', ' ')}`, count]));

/** What is counted of cases, without parts of the queue that have nobody any more. Of domains there are no such counts. */
function tallies(store: MigratedStore): Record<string, number> {
  return asRecord(
    store.rows<Tally>("SELECT * FROM tally WHERE what = 'case-of-domain' OR what = 'case' AND count <> 0"),
  );
}

/** The file, its foreign keys, the search indexes and the counts are as they would be if they were made anew. */
function assertSound(store: MigratedStore): void {
  expect(store.faults()).toEqual([]);
  for (const index of ['sign_up_text', 'sign_up_words']) {
    store.run(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`);
  }
  for (const { id, search_text } of store.rows<{ id: number; search_text: string }>(
    'SELECT id, search_text FROM sign_up_case',
  )) {
    const [name] = search_text.split(/\s/);
    if (name && name.length >= 3) expect(found(store, 'sign_up_text', name)).toContain(id);
  }
  const recounted = store.rows<Tally>(
    `SELECT 'case' AS what, tab AS key, count(*) AS count FROM sign_up_case WHERE tab <> 'gone' GROUP BY tab
     UNION ALL
     SELECT 'case-of-domain', domain || char(10) || iif(tab = 'decided', state, 'waiting'), count(*)
     FROM sign_up_case WHERE tab <> 'gone' GROUP BY 2`,
  );
  expect(tallies(store)).toEqual(asRecord(recounted));
}

function withoutMigrations({ migration: _, sqlite_sequence: __, ...content }: Record<string, unknown>) {
  return content;
}
