import { expect, test } from 'vitest';
import type { Store } from '../../../src-main/store/store';
import { seededAt, seededSignUps, seededStore } from '../../support/seeded-store';

const people =
  'SELECT given_name, family_name, email, phone, is_active, created_at, public_id FROM account ORDER BY id';

async function rows<T>(store: Store, sql: string): Promise<T[]> {
  return store.read.query<T[]>(sql);
}

test('the same people are made in every run', async () => {
  const [one, other] = [await seededStore(300), await seededStore(300)];
  expect(await rows(one, people)).toEqual(await rows(other, people));
});

test('everybody has an e-mail that is nobody elses and nowhere delivered, a login, and a profile', async () => {
  const store = await seededStore(2_000);
  const emails = await rows<{ email: string; folded: string }>(
    store,
    'SELECT email, email_folded AS folded FROM account',
  );
  expect(emails).toHaveLength(2_000);
  expect(new Set(emails.map(({ folded }) => folded)).size).toBe(2_000);
  expect(emails.filter(({ email }) => !/^[a-z0-9._]+@(?:[a-z]+\.)?example\.(?:com|org|net|edu)$/.test(email))).toEqual(
    [],
  );
  expect(await rows(store, 'SELECT count(DISTINCT account_id) AS count FROM profile')).toEqual([{ count: 2_000 }]);
  const odd = `SELECT a.id FROM account a JOIN login l ON l.id = a.login_id
               WHERE l.sign_in_name <> a.email OR l.must_change_password <> a.must_change_password`;
  expect(await rows(store, odd)).toEqual([]);
});

test('they are of every kind that the office meets', async () => {
  const store = await seededStore(4_000);
  const count = async (condition: string) => {
    const [row] = await rows<{ count: number }>(store, `SELECT count(*) AS count FROM account WHERE ${condition}`);
    return row?.count ?? 0;
  };
  for (const [condition, least, most] of [
    ["status = 'deactivated'", 120, 280],
    ["status = 'awaiting-approval'", 70, 170],
    ["status = 'trash'", 5, 45],
    ['must_change_password = 1', 30, 95],
    ['is_staff = 1', 1, 30],
    ['last_sign_in_at IS NULL', 700, 1_200],
    ["phone = ''", 380, 580],
    ["name_folded GLOB '*[а-яё]*'", 80, 300],
    ["name_folded GLOB '*[\u4e00-\u9fff]*'", 120, 400],
    ["family_name = 'Smith'", 100, 300],
  ] as const) {
    const met = await count(condition);
    expect([condition, met >= least && met <= most, met]).toEqual([condition, true, met]);
  }
  expect(await count(`created_at > ${seededAt} OR last_sign_in_at > ${seededAt} OR last_sign_in_at < created_at`)).toBe(
    0,
  );
  expect(await count(`purge_at <= ${seededAt}`)).toBe(0);
});

test('the activity says once that they were made up, and its chain is whole', async () => {
  const store = await seededStore(50);
  const entries = await rows<{ act: string }>(store, 'SELECT act FROM activity');
  expect(entries).toEqual([{ act: 'accounts.seeded' }]);
  expect(await store.readers.verifyActivity()).toEqual({ rows: 1, blanked: 0, firstBroken: null });
});

test('required fields of profiles are filled in, and choices are among those of the field', async () => {
  const store = await seededStore(500);
  const missing = `SELECT p.id FROM profile p JOIN profile_field f ON f.type_id = p.type_id AND f.is_required = 1
    LEFT JOIN profile_value v ON v.field_id = f.id AND v.profile_id = p.id WHERE v.value IS NULL`;
  expect(await rows(store, missing)).toEqual([]);
  const odd = `SELECT v.value FROM profile_value v JOIN profile_field f ON f.id = v.field_id AND f.kind = 'choice'
    WHERE NOT EXISTS (SELECT 1 FROM json_each(f.choices) WHERE json_each.value = v.value)`;
  expect(await rows(store, odd)).toEqual([]);
});

const authorizedUsers = `SELECT account_id, given_name, family_name, email, phone, role, category_id, login_state,
  username_folded, last_sign_in_at, deleted_at, created_at, public_id FROM authorized_user ORDER BY id`;

test('there is an authorized user for five accounts, the same in every run: most accounts have none, one very many', async () => {
  const [one, other] = [await seededStore(1_000), await seededStore(1_000)];
  expect(await rows(one, authorizedUsers)).toEqual(await rows(other, authorizedUsers));
  const counts = await rows<{ count: number; accounts: number }>(
    one,
    `SELECT count, count(*) AS accounts FROM (SELECT count(*) AS count FROM authorized_user GROUP BY account_id)
     GROUP BY count ORDER BY count DESC`,
  );
  expect(counts.reduce((sum, { count, accounts }) => sum + count * accounts, 0)).toBe(200);
  const [largest, ...others] = counts;
  expect(largest).toMatchObject({ accounts: 1 });
  expect(largest?.count).toBeGreaterThanOrEqual(50);
  expect(largest?.count).toBeLessThanOrEqual(55);
  expect(others.every(({ count }) => count <= 5)).toBe(true);
});

test('they are of every kind that the office meets, and each way in is theirs alone', async () => {
  const store = await seededStore(10_000);
  const count = async (condition: string, table = 'authorized_user a') => {
    const [row] = await rows<{ count: number }>(store, `SELECT count(*) AS count FROM ${table} WHERE ${condition}`);
    return row?.count ?? 0;
  };
  for (const [condition, least, most] of [
    ["login_state = 'enabled'", 550, 750],
    ["login_state = 'off'", 20, 90],
    ["login_state = 'contact-only'", 1_200, 1_400],
    ['last_sign_in_at IS NOT NULL', 400, 600],
    ['deleted_at IS NOT NULL', 3, 30],
    ['category_id IS NULL', 500, 700],
    ["category_id = (SELECT id FROM category WHERE name = 'Court-appointed guardian')", 0, 8],
    ['category_id = (SELECT id FROM category WHERE is_archived = 1)', 20, 120],
    ["role = ''", 400, 600],
  ] as const) {
    const met = await count(condition);
    expect([condition, met >= least && met <= most, met]).toEqual([condition, true, met]);
  }
  const withLogin = 'authorized_user a JOIN login l ON l.id = a.login_id';
  expect(await count('l.sign_in_name_folded <> a.username_folded', withLogin)).toBe(0);
  expect(await count("(l.password_hash = '') <> (a.login_state = 'off')", withLogin)).toBe(0);
  expect(await count("l.sign_in_name LIKE '%@%'", withLogin)).toBe(0);
  expect(
    await count(`last_sign_in_at < created_at OR max(created_at, coalesce(last_sign_in_at, 0)) > ${seededAt}`),
  ).toBe(0);
  expect(await count('created_at < (SELECT created_at FROM account WHERE id = account_id)')).toBe(0);
  const permissions = 'SELECT public_id FROM delegate_permission';
  expect(
    await count(`permission NOT LIKE '%.%' AND permission NOT IN (${permissions})`, 'authorized_user_permission'),
  ).toBe(0);
  expect(await count('true', 'delegate_permission')).toBe(12);
  expect(await count('true', 'category')).toBe(10);
});

test('whoever awaits approval has a case that waits, with what they have sent', async () => {
  const store = await seededStore(2_000);
  const without = `SELECT a.id FROM account a WHERE a.access = 'awaiting-approval' AND a.is_staff = 0 AND NOT EXISTS (
    SELECT 1 FROM sign_up_case c JOIN sign_up_submission s ON s.case_id = c.id AND s.revision = c.revision
    WHERE c.account_id = a.id AND c.kind = 'account' AND c.state = 'waiting' AND c.since = a.created_at
      AND c.search_text = a.search_text AND c.is_in_trash = (a.deleted_at IS NOT NULL)
      AND s.given_name = a.given_name AND json_valid(s.field_values))`;
  expect(await rows(store, without)).toEqual([]);
  expect(await rows(store, "SELECT count(*) AS count FROM sign_up_case WHERE state <> 'waiting'")).toEqual([
    { count: 0 },
  ]);
});

const signUps = `SELECT public_id, kind, account_id, profile_id, state, is_appeal, since, claimed_by, decided_by, decided_rule,
  decided_at, decision_reason, waited, domain, has_duplicates FROM sign_up_case ORDER BY id`;

test('sign-ups are added where that is asked for, the same in every run', async () => {
  const [one, other] = [
    await seededSignUps(500, { waiting: 80, decided: 300 }),
    await seededSignUps(500, { waiting: 80, decided: 300 }),
  ];
  expect(await rows(one, signUps)).toEqual(await rows(other, signUps));
  // The accounts of a seeding are the same with them and without.
  const plain = await rows(await seededStore(500), people);
  expect((await rows(one, people)).slice(0, plain.length)).toEqual(plain);
});

test('they are in every state that moderators meet, decided by several, and each as the office would have left it', async () => {
  const store = await seededSignUps(6_000, { waiting: 3_000, decided: 5_000 });
  const count = async (condition: string) => {
    const [row] = await rows<{ count: number }>(
      store,
      `SELECT count(*) AS count FROM sign_up_case c WHERE ${condition}`,
    );
    return row?.count ?? 0;
  };
  for (const [condition, least, most] of [
    ["tab = 'waiting'", 2_650, 2_950],
    ["tab = 'appeals'", 30, 100],
    ["tab = 'parked'", 80, 170],
    ["tab = 'changes-requested'", 130, 240],
    ["tab = 'decided'", 5_000, 5_000],
    ["state = 'rejected'", 500, 900],
    ["state = 'approved' AND kind = 'account'", 1_000, 3_000],
    ['decided_rule IS NOT NULL', 100, 500],
    ['claimed_by IS NOT NULL', 10, 60],
    ['has_duplicates = 1', 170, 320],
    ["kind = 'profile'", 2_000, 4_000],
  ] as const) {
    const met = await count(condition);
    expect([condition, met >= least && met <= most, met]).toEqual([condition, true, met]);
  }
  const moderators = 'SELECT DISTINCT decided_by FROM sign_up_case WHERE decided_by IS NOT NULL';
  expect((await rows(store, moderators)).length).toBeGreaterThan(5);
  const oldest = `SELECT min(decided_at) < ${seededAt - 690 * 24 * 3_600_000} AS isOld, max(decided_at) <= ${seededAt} AS isPast
    FROM sign_up_case`;
  expect(await rows(store, oldest)).toEqual([{ isOld: 1, isPast: 1 }]);
  // Nothing is due, lapsed or over at once, and nothing says what cannot be.
  expect(await count(`due_at <= ${seededAt} OR purge_at <= ${seededAt} OR claimed_until <= ${seededAt}`)).toBe(0);
  expect(await count('since < submitted_at OR waited <> decided_at - submitted_at AND waited IS NOT NULL')).toBe(0);
  expect(await count(`NOT EXISTS (SELECT 1 FROM sign_up_submission WHERE case_id = c.id)`)).toBe(0);
  const account = 'SELECT 1 FROM account a WHERE a.id = c.account_id AND';
  expect(await count(`tab <> 'decided' AND NOT EXISTS (${account} a.access = 'awaiting-approval')`)).toBe(0);
  expect(await count(`state = 'approved' AND NOT EXISTS (${account} a.access = 'open')`)).toBe(0);
  expect(await count(`NOT EXISTS (${account} a.email_folded LIKE '%@' || c.domain)`)).toBe(0);
  const profile = 'SELECT 1 FROM profile p WHERE p.id = c.profile_id AND p.account_id = c.account_id AND';
  expect(await count(`state = 'rejected' AND NOT EXISTS (${profile} p.approval = 'rejected')`)).toBe(0);
  const alike = `${account} EXISTS (SELECT 1 FROM account o WHERE o.id <> a.id AND o.phone_digits = a.phone_digits)`;
  expect(await count(`has_duplicates = 1 AND NOT EXISTS (${alike})`)).toBe(0);
  const ruled = `SELECT coalesce(sum(decided_count), 0) AS count FROM moderation_rule`;
  expect(await rows(store, ruled)).toEqual([{ count: await count('decided_rule IS NOT NULL') }]);
  expect(await rows(store, "SELECT key, count FROM tally WHERE what = 'case' AND key = 'decided'")).toEqual([
    { key: 'decided', count: 5_000 },
  ]);
});
