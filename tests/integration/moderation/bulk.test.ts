import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyChain } from '../../../src-main/store/activity-chain';
import type { InputOf, OutputOf } from '../../../src-shared/contract';
import { minutes, seconds } from '../../support/manual-clock';
import { addSeededSignUps } from '../../support/seeded-sign-ups';
import {
  addModerators,
  addTypeWithCompany,
  approve,
  asItIs,
  companyOf,
  holdBack,
  look,
  register,
  reject,
  requestChanges,
  type SignedUp,
  setModeration,
  untilInEffect,
} from '../../support/sign-ups';
import { type StoreFile, storeFileOf } from '../../support/store-file';
import type { TestApp } from '../../support/test-app';
import {
  accountFormOf,
  backAtDesk,
  passphrase,
  signIn,
  startTestOffice,
  superuser,
  trashAccount,
} from '../../support/test-office';

type Job = OutputOf<'moderation.startBulk'>;
type Start = InputOf<'moderation.startBulk'>;

const rejection: Omit<Start, 'choice'> = {
  decision: 'reject',
  internalReason: 'A flood',
  templateId: null,
  message: 'Dear {given name}, not this time.',
};
const approval: Omit<Start, 'choice'> = { decision: 'approve', internalReason: '', templateId: null, message: '' };
const everybody = { filter: { tab: 'waiting' } } as const;

let app: TestApp;
let file: StoreFile;
let moderators: Awaited<ReturnType<typeof addModerators>>;
beforeEach(async () => {
  ({ app } = await startTestOffice());
  file = await storeFileOf(app);
  moderators = await addModerators(app);
});

async function atDesks(): Promise<void> {
  await backAtDesk(app, 'superuser', superuser);
  await backAtDesk(app, 'mara', moderators.mara.credentials);
  await backAtDesk(app, 'theo', moderators.theo.credentials);
}

async function start(choice: Start['choice'], what = rejection, window = 'mara'): Promise<Job> {
  await atDesks();
  return app.ask(window, 'moderation.startBulk', { ...what, choice });
}

async function jobNow(id: string, window = 'mara'): Promise<Job> {
  const { rows } = await app.ask(window, 'moderation.bulkJobs', {});
  const job = rows.find((one) => one.id === id);
  if (!job) throw new Error('The job is not listed.');
  return job;
}

/** The job once it has come to an end, by itself. */
async function ended({ id }: Job, window = 'mara'): Promise<Job> {
  for (;;) {
    const job = await jobNow(id, window);
    if (job.state !== 'running' && job.state !== 'undoing') return job;
    await setImmediate();
  }
}

async function several(names: readonly string[]): Promise<SignedUp[]> {
  const people: SignedUp[] = [];
  for (const name of names) people.push(await holdBack(app, name));
  return people;
}

function idsOf(people: readonly SignedUp[]) {
  return { ids: people.map(({ caseId }) => caseId) };
}

async function failuresOf({ id }: Job) {
  const { rows } = await app.ask('mara', 'moderation.bulkFailures', { id });
  return Object.fromEntries(
    rows.map(({ email, outcome, code }) => [email.split('@')[0]?.toLowerCase(), [outcome, code]]),
  );
}

/** All of a case that undoing must give back. */
function casesInStore() {
  return file.rows(
    `SELECT id, state, is_appeal, since, decided_by, decided_at, decision_reason, internal_reason, waited, due_at, purge_at,
       claimed_by, first_approval_by FROM sign_up_case ORDER BY id`,
  );
}

function tallies() {
  return file.rows("SELECT what, key, count FROM tally WHERE what LIKE 'case%' AND count <> 0 ORDER BY what, key");
}

test('it says beforehand how many it touches, and does it to these: by ticks', async () => {
  const people = await several(['Ada', 'Bea', 'Cid']);
  const choice = idsOf(people.slice(0, 2));
  await atDesks();
  const preview = await app.ask('mara', 'moderation.previewBulk', { decision: 'reject', choice });
  expect(preview).toEqual({ asOf: app.clock.now(), touches: 2, skipped: [] });
  const job = await start(choice);
  expect(job).toMatchObject({ decision: 'reject', total: 2, by: 'mara Okafor', startedAt: app.clock.now() });
  expect(await ended(job)).toMatchObject({ state: 'done', done: 2, skipped: 0, failed: 0, undone: 0 });
  const states = await Promise.all(people.map(async (one) => (await look(app, 'theo', one)).state));
  expect(states).toEqual(['rejected', 'rejected', 'waiting']);
});

test('a decision on many is like one on each: the same case, message and entry', async () => {
  const [one, other] = await several(['Ada', 'Bea']);
  if (!one || !other) throw new Error('There are two.');
  await atDesks();
  await reject(app, 'mara', one, 'Dear {given name}, not this time.');
  const single = await look(app, 'theo', one);
  const job = await start(idsOf([other]), { ...rejection, internalReason: single.decision?.reason ?? '' });
  await ended(job);
  const bulk = await look(app, 'theo', other);
  const alike = ({ state, tab, decision, messages, version }: typeof single) => ({
    state,
    tab,
    decision,
    messages,
    version,
  });
  const renamed = JSON.parse(JSON.stringify(alike(single)).replaceAll('Ada', 'Bea'));
  expect(alike(bulk)).toEqual(renamed);
  expect(bulk.activity[0]).toMatchObject({ act: 'sign-up.rejected', actor: { name: 'mara Okafor' } });
  expect(bulk.activity[0]?.changes).toEqual(single.activity[0]?.changes);
  expect(file.use(verifyChain).firstBroken).toBeNull();
});

test('all that the filter lets through, those who have been let in by it get in, and the others wait', async () => {
  const [ada, bea] = await several(['Ada', 'Bea']);
  if (!ada || !bea) throw new Error('There are two.');
  file.write("UPDATE sign_up_case SET domain = 'other.example' WHERE public_id = ?", bea.caseId);
  const choice = { filter: { tab: 'waiting', domain: '@other.EXAMPLE' } } as const;
  const job = await ended(await start(choice, { ...approval, message: 'Welcome, {given name}!' }));
  expect(job).toMatchObject({ decision: 'approve', state: 'done', total: 1, done: 1 });
  app.clock.advance(untilInEffect);
  await atDesks();
  expect(await app.ask('superuser', 'accounts.get', { id: bea.accountId })).toMatchObject({
    status: 'awaiting-approval',
  });
  await app.ask('mara', 'moderation.counts', {});
  expect(await app.ask('superuser', 'accounts.get', { id: bea.accountId })).toMatchObject({ status: 'active' });
  expect(await app.ask('superuser', 'accounts.get', { id: ada.accountId })).toMatchObject({
    status: 'awaiting-approval',
  });
  expect((await look(app, 'mara', bea)).messages).toMatchObject([{ kind: 'approved', text: 'Welcome, Bea!' }]);
});

test('whoever comes after it was counted is not among all that the filter lets through', async () => {
  await several(['Ada', 'Bea']);
  await atDesks();
  const counted = await app.ask('mara', 'moderation.previewBulk', { decision: 'reject', choice: everybody });
  expect(counted).toMatchObject({ asOf: app.clock.now(), touches: 2 });
  app.clock.advance(seconds(20));
  const late = await holdBack(app, 'Cid');
  const job = await ended(await start({ ...everybody, asOf: counted.asOf }));
  expect(job).toMatchObject({ state: 'done', total: 2, done: 2 });
  expect((await look(app, 'mara', late)).state).toBe('waiting');
});

test('what it leaves out, it tells beforehand and afterwards, each with its reason', async () => {
  await setModeration(app, { isRegistrationOpen: true });
  const type = await addTypeWithCompany(app, 'Trader');
  const trader = await register(app, 'Tom', companyOf(type, 'Tom & Daughters'));
  const [claimed, decided, trashed, sentBack, fine] = await several(['Clara', 'Dora', 'Tess', 'Sid', 'Fay']);
  if (!claimed || !decided || !trashed || !sentBack || !fine) throw new Error('There are five.');
  await atDesks();
  await app.ask('theo', 'moderation.claim', { id: claimed.caseId });
  await approve(app, 'theo', decided);
  await requestChanges(app, 'theo', sentBack);
  await trashAccount(app, await app.ask('superuser', 'accounts.get', { id: trashed.accountId }));
  const choice = { ids: [...idsOf([trader, claimed, decided, trashed, sentBack, fine]).ids, 'nobody-has-this-identi'] };
  const preview = await app.ask('mara', 'moderation.previewBulk', { decision: 'reject', choice });
  expect(preview).toEqual({
    asOf: app.clock.now(),
    touches: 2,
    skipped: [
      { code: 'CASE_DECIDED', count: 2 },
      { code: 'CASE_CLAIMED', count: 1 },
      { code: 'IN_TRASH', count: 1 },
      { code: 'NOT_FOUND', count: 1 },
    ],
  });
  // Whom the message cannot be filled for is only seen when it is filled.
  const job = await ended(await start(choice, { ...rejection, message: '{given name} of {company}: no.' }));
  expect(job).toMatchObject({ total: 7, done: 1, skipped: 6, failed: 0 });
  expect(await failuresOf(job)).toEqual({
    clara: ['skipped', 'CASE_CLAIMED'],
    dora: ['skipped', 'CASE_DECIDED'],
    tess: ['skipped', 'IN_TRASH'],
    sid: ['skipped', 'CASE_DECIDED'],
    fay: ['skipped', 'MESSAGE_UNFILLED'],
    '': ['skipped', 'NOT_FOUND'],
  });
  expect((await look(app, 'mara', trader)).messages[0]?.text).toBe('Tom of Tom & Daughters: no.');
  expect((await look(app, 'mara', fine)).state).toBe('waiting');
});

test('where a second moderator is needed, many approvals only note the first, and the same moderator cannot do both', async () => {
  await setModeration(app, { isRegistrationOpen: true });
  const type = await addTypeWithCompany(app, 'Trader');
  await setModeration(app, {
    types: [{ id: type.id, isOffered: true, needsApproval: false, needsSecondModerator: true }],
  });
  const who = await register(app, 'Tom', companyOf(type, 'Tom & Daughters'));
  await ended(await start(idsOf([who]), { ...approval, message: 'Welcome!' }));
  expect(await look(app, 'theo', who)).toMatchObject({
    state: 'waiting',
    firstApproval: { name: 'mara Okafor' },
    messages: [],
  });
  const again = await ended(await start(idsOf([who]), approval));
  expect(await failuresOf(again)).toEqual({ tom: ['skipped', 'SECOND_MODERATOR_NEEDED'] });
  await ended(await start(idsOf([who]), { ...approval, message: 'Welcome!' }, 'theo'), 'theo');
  expect(await look(app, 'mara', who)).toMatchObject({ state: 'approved', messages: [{ text: 'Welcome!' }] });
});

test.each([
  [{ internalReason: '' }, 'DECISION_REASON_NEEDED', 'internalReason'],
  [{ templateId: 'nobody-has-this-identi' }, 'UNKNOWN_TEMPLATE', 'templateId'],
  // No kind of profile has such a field: everybody would be left out.
  [{ message: 'Dear {given name}, your {shoe size}' }, 'MESSAGE_UNFILLED', 'message'],
])('%o is refused before anything is begun', async (typed, code, field) => {
  const people = await several(['Ada']);
  await atDesks();
  const answer = await app.call('mara', 'moderation.startBulk', { ...rejection, ...typed, choice: idsOf(people) });
  expect(answer).toMatchObject({ ok: false, error: { fields: { [field]: { code } } } });
  expect(await app.ask('mara', 'moderation.bulkJobs', {})).toEqual({ rows: [] });
});

test('nobody to decide on is a job that is done at once', async () => {
  expect(await ended(await start({ filter: { tab: 'appeals' } }))).toMatchObject({ state: 'done', total: 0, done: 0 });
});

test('switched off with everybody let in, moderation lets in whoever waits, whatever is in the way of one decision', async () => {
  await setModeration(app, { isRegistrationOpen: true });
  const type = await addTypeWithCompany(app, 'Trader');
  await setModeration(app, {
    types: [{ id: type.id, isOffered: true, needsApproval: false, needsSecondModerator: true }],
  });
  const second = await register(app, 'Tom', companyOf(type, 'Tom & Daughters'));
  const [claimed, sentBack] = await several(['Clara', 'Sid']);
  if (!claimed || !sentBack) throw new Error('There are two.');
  await atDesks();
  await app.ask('theo', 'moderation.claim', { id: claimed.caseId });
  await requestChanges(app, 'theo', sentBack);
  app.clock.advance(untilInEffect);
  await atDesks();
  const policies = await app.ask('superuser', 'moderationSettings.policies', {});
  const off = { ...policies, types: [], isOn: false };
  const { isLettingIn } = await app.ask('superuser', 'moderationSettings.updatePolicies', {
    ...off,
    waiting: 'let-in',
  });
  expect(isLettingIn).toBe(true);
  const { rows } = await app.ask('mara', 'moderation.bulkJobs', {});
  const job = rows[0];
  if (!job) throw new Error('There is a job.');
  expect(await ended(job)).toMatchObject({ decision: 'approve', total: 3, done: 3, by: 'Olga Petrenko' });
  const states = await Promise.all(
    [second, claimed, sentBack].map(async (one) => (await look(app, 'mara', one)).state),
  );
  expect(states).toEqual(['approved', 'approved', 'approved']);
});

test('who may not moderate starts, sees, stops and undoes nothing', async () => {
  const people = await several(['Ada']);
  const job = await ended(await start(idsOf(people)));
  await app.ask('superuser', 'session.touch', {});
  file.write("DELETE FROM account_permission WHERE permission = 'moderation.decide'");
  const choice = idsOf(people);
  expect(await app.refusal('mara', 'moderation.startBulk', { ...rejection, choice })).toBe('NOT_ALLOWED');
  expect(await app.refusal('mara', 'moderation.previewBulk', { decision: 'reject', choice })).toBe('NOT_ALLOWED');
  expect(await app.refusal('mara', 'moderation.cancelBulk', { id: job.id })).toBe('NOT_ALLOWED');
  expect(await app.refusal('mara', 'moderation.undoBulk', { id: job.id })).toBe('NOT_ALLOWED');
  expect(await app.refusal('mara', 'moderation.bulkJobs', {})).toBe('NOT_ALLOWED');
});

test('one that cannot be done is told of, and the others are done', async () => {
  const people = await several(['Ada', 'Bea', 'Cid', 'Dan', 'Eve']);
  const id = file.rows<{ id: number }>('SELECT id FROM sign_up_case WHERE public_id = ?', people[2]?.caseId ?? '')[0]
    ?.id;
  file.write(`CREATE TRIGGER breaks BEFORE UPDATE OF decided_at ON sign_up_case WHEN OLD.id = ${id}
              BEGIN SELECT RAISE(ABORT, 'This one breaks.'); END`);
  const job = await ended(await start(idsOf(people)));
  expect(job).toMatchObject({ state: 'done', done: 4, failed: 1, skipped: 0 });
  expect(await failuresOf(job)).toEqual({ cid: ['failed', 'INTERNAL'] });
  expect(String(app.reported.splice(0))).toContain('This one breaks.');
  expect(file.use(verifyChain).firstBroken).toBeNull();
});

describe('undoing', () => {
  test('gives everything back as long as nobody has touched it', async () => {
    await addSeededSignUps(app, 60, { waiting: 150, decided: 40 });
    const before = { cases: casesInStore(), tallies: tallies() };
    const job = await ended(await start(everybody));
    expect(job.done).toBeGreaterThan(100);
    expect(job.done + job.skipped).toBe(job.total);
    expect(tallies()).not.toEqual(before.tallies);
    app.clock.advance(minutes(3));
    await atDesks();
    await app.ask('theo', 'moderation.undoBulk', { id: job.id });
    expect(await ended(job)).toMatchObject({ state: 'undone', undone: job.done, finishedAt: app.clock.now() });
    expect({ cases: casesInStore(), tallies: tallies() }).toEqual(before);
    expect(file.rows("SELECT id FROM outbox_message WHERE text LIKE 'Dear %, not this time.'")).toEqual([]);
    expect(file.use(verifyChain).firstBroken).toBeNull();
    expect(await app.refusal('mara', 'moderation.undoBulk', { id: job.id })).toBe('JOB_UNDONE');
  });

  test('leaves what somebody has touched meanwhile, and whoever has read of it', async () => {
    const [touched, read, untouched] = await several(['Ada', 'Bea', 'Cid']);
    if (!touched || !read || !untouched) throw new Error('There are three.');
    const job = await ended(await start(idsOf([touched, read, untouched])));
    app.clock.advance(untilInEffect);
    await atDesks();
    await app.ask('theo', 'moderation.reopen', { ...(await asItIs(app, 'theo', touched)), internalReason: '' });
    file.write(
      `UPDATE outbox_message SET read_at = sent_at
       WHERE case_id = (SELECT id FROM sign_up_case WHERE public_id = ?)`,
      read.caseId,
    );
    await app.ask('mara', 'moderation.undoBulk', { id: job.id });
    expect(await ended(job)).toMatchObject({ state: 'undone', done: 3, undone: 1 });
    expect(await failuresOf(job)).toEqual({
      ada: ['not-undone', 'STALE_VERSION'],
      bea: ['not-undone', 'MESSAGE_READ'],
    });
    const states = await Promise.all(
      [touched, read, untouched].map(async (one) => (await look(app, 'mara', one)).state),
    );
    expect(states).toEqual(['waiting', 'rejected', 'waiting']);
  });

  test('holds those back again who were let in', async () => {
    const [ada] = await several(['Ada']);
    if (!ada) throw new Error('There is one.');
    const job = await ended(await start(idsOf([ada]), { ...approval, message: 'Welcome!' }));
    app.clock.advance(untilInEffect);
    await atDesks();
    await app.ask('mara', 'moderation.counts', {});
    expect(await app.ask('superuser', 'accounts.get', { id: ada.accountId })).toMatchObject({ status: 'active' });
    await signIn(app, 'ada', ada.credentials);
    const heard: string[] = [];
    app.app.subscribe('ada', (event) => heard.push(event.type === 'changed' ? event.feature : event.type));
    await app.ask('mara', 'moderation.undoBulk', { id: job.id });
    expect(await ended(job)).toMatchObject({ state: 'undone', undone: 1 });
    // Behind the gate nobody hears of anything else.
    expect(heard).toContain('signUp');
    expect(await app.ask('superuser', 'accounts.get', { id: ada.accountId })).toMatchObject({
      status: 'awaiting-approval',
    });
    const back = await look(app, 'mara', ada);
    expect(back).toMatchObject({ state: 'waiting', decision: null, messages: [] });
    expect(back.activity[0]).toMatchObject({ act: 'sign-up.undone' });
  });
});

describe('while it is under way', () => {
  beforeEach(() => addSeededSignUps(app, 40, { waiting: 600, decided: 10 }));

  test('it can be stopped: what is done stays done, the rest waits', async () => {
    const job = await start(everybody);
    const cancelled = await app.ask('theo', 'moderation.cancelBulk', { id: job.id });
    expect(cancelled).toMatchObject({ state: 'cancelled', finishedAt: app.clock.now() });
    expect(cancelled.done).toBeLessThan(job.total);
    expect(await app.refusal('theo', 'moderation.cancelBulk', { id: job.id })).toBe('JOB_ENDED');
    const decided = file.rows(
      "SELECT id FROM sign_up_case WHERE decision_reason = 'Other' AND internal_reason = 'A flood'",
    );
    expect(decided).toHaveLength(cancelled.done);
    expect(await jobNow(job.id)).toEqual(cancelled);
    // What it has done can be undone like that of one that came to its end.
    await app.ask('mara', 'moderation.undoBulk', { id: job.id });
    expect(await ended(job)).toMatchObject({ state: 'undone', undone: cancelled.done });
  });

  test('nobody starts another, and nobody undoes it', async () => {
    const job = await start(everybody);
    const other = { ...rejection, choice: { filter: { tab: 'parked' } } } as const;
    expect(await app.refusal('theo', 'moderation.startBulk', other)).toBe('JOB_UNDER_WAY');
    expect(await app.refusal('theo', 'moderation.undoBulk', { id: job.id })).toBe('JOB_UNDER_WAY');
    await ended(job);
    expect(await ended(await app.ask('theo', 'moderation.startBulk', other), 'theo')).toMatchObject({ state: 'done' });
  });

  test('others go on with single cases, and it leaves these out', async () => {
    const { rows } = await app.ask('theo', 'moderation.queue', { tab: 'waiting', isReversed: true });
    const last = rows.find(({ claim }) => claim === null);
    if (!last) throw new Error('Somebody waits.');
    const job = await start(everybody);
    await app.ask('theo', 'moderation.claim', { id: last.id });
    const { rows: failures } = await ended(job).then(() => app.ask('mara', 'moderation.bulkFailures', { id: job.id }));
    expect(failures).toContainEqual(expect.objectContaining({ caseId: last.id, code: 'CASE_CLAIMED' }));
  });

  test('it leaves out what has become something else since it was started', async () => {
    // The job takes them in the order of their ids.
    const [last] = file.rows<{ caseId: string; accountId: string }>(
      `SELECT c.public_id AS caseId, a.public_id AS accountId FROM sign_up_case c JOIN account a ON a.id = c.account_id
       WHERE c.tab = 'waiting' AND c.claimed_by IS NULL ORDER BY c.id DESC LIMIT 1`,
    );
    await atDesks();
    const account = await app.ask('superuser', 'accounts.get', { id: last?.accountId ?? '' });
    const job = await start(everybody);
    await app.ask('superuser', 'accounts.update', { ...accountFormOf(account), phone: '0911 5550199' });
    await ended(job);
    expect(file.rows('SELECT state FROM sign_up_case WHERE public_id = ?', last?.caseId ?? '')).toEqual([
      { state: 'waiting' },
    ]);
    const { rows } = await app.ask('mara', 'moderation.bulkFailures', { id: job.id });
    expect(rows).toContainEqual(expect.objectContaining({ caseId: last?.caseId, code: 'STALE_VERSION' }));
  });

  test('letting everybody in is stopped and undone only by whoever may start it', async () => {
    await atDesks();
    const policies = await app.ask('superuser', 'moderationSettings.policies', {});
    await app.ask('superuser', 'moderationSettings.updatePolicies', {
      ...policies,
      types: [],
      isOn: false,
      waiting: 'let-in',
    });
    const [job] = (await app.ask('mara', 'moderation.bulkJobs', {})).rows;
    if (!job) throw new Error('There is a job.');
    expect(await app.refusal('mara', 'moderation.cancelBulk', { id: job.id })).toBe('NOT_ALLOWED');
    await ended(job);
    expect(await app.refusal('mara', 'moderation.undoBulk', { id: job.id })).toBe('NOT_ALLOWED');
    expect((await jobNow(job.id)).state).toBe('done');
    await app.ask('superuser', 'moderation.undoBulk', { id: job.id });
    expect(await ended(job)).toMatchObject({ state: 'undone' });
  });

  test('it is prepared in the order of its records, and nobody sees it before that', async () => {
    const job = await start(everybody);
    const items = () =>
      file.rows<{ position: number; id: number }>('SELECT position, record_id AS id FROM bulk_job_item');
    expect(items().map(({ position }) => position)).toEqual(Array.from({ length: job.total }, (_, index) => index));
    const ids = items().map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    await ended(job);
  });

  test('what was being prepared when the application ended is gone after a restart, and was never done', async () => {
    const before = casesInStore();
    await app.close();
    file.write(
      `INSERT INTO bulk_job (public_id, act, state, started_by, details, total, done, skipped, failed, undone, not_undone,
         started_at) VALUES ('half', 'sign-ups.reject', 'preparing', 1, '{}', 2500, 0, 0, 0, 0, 0, 0)`,
    );
    file.write(
      `INSERT INTO bulk_job_item (job_id, position, record_id, outcome)
       WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 2499) SELECT 1, n, n, 'pending' FROM n`,
    );
    await app.start();
    await app.ask('mara', 'opening.openWithPassphrase', { passphrase });
    await signIn(app, 'mara', moderators.mara.credentials);
    expect(await app.ask('mara', 'moderation.bulkJobs', {})).toEqual({ rows: [] });
    expect(await app.refusal('mara', 'moderation.cancelBulk', { id: 'half'.padEnd(22, '-') })).toBe('NOT_FOUND');
    await vi.waitFor(() => expect(file.rows('SELECT id FROM bulk_job')).toEqual([]), { timeout: 20_000 });
    expect(file.rows('SELECT job_id FROM bulk_job_item')).toEqual([]);
    expect(casesInStore()).toEqual(before);
    expect(await ended(await start(everybody))).toMatchObject({ state: 'done' });
  });

  test('it goes on after a restart', async () => {
    const job = await start(everybody);
    await app.close();
    const [kept] = file.rows<{ state: string; done: number }>('SELECT state, done FROM bulk_job');
    expect(kept).toMatchObject({ state: 'running' });
    expect(kept?.done).toBeLessThan(job.total);
    await app.start();
    await app.ask('mara', 'opening.openWithPassphrase', { passphrase });
    const { email, password } = moderators.mara.credentials;
    await signIn(app, 'mara', { email, password });
    const done = await ended(job);
    expect(done.state).toBe('done');
    expect(done.done + done.skipped).toBe(job.total);
    expect(file.rows("SELECT id FROM sign_up_case WHERE tab = 'waiting' AND claimed_by IS NULL")).toEqual([]);
    expect(file.use(verifyChain).firstBroken).toBeNull();
  });

  test('undoing goes on after a restart too', async () => {
    const job = await ended(await start(everybody));
    await app.ask('mara', 'moderation.undoBulk', { id: job.id });
    await app.restart();
    await app.ask('mara', 'opening.openWithPassphrase', { passphrase });
    await signIn(app, 'mara', moderators.mara.credentials);
    expect(await ended(job)).toMatchObject({ state: 'undone', undone: job.done });
  });

  test('it ends where whoever has started it no longer may', async () => {
    const job = await start(everybody);
    await app.close();
    file.write(
      "DELETE FROM account_permission WHERE permission = 'moderation.decide' AND account_id = (SELECT started_by FROM bulk_job)",
    );
    await app.start();
    await app.ask('theo', 'opening.openWithPassphrase', { passphrase });
    await signIn(app, 'theo', moderators.theo.credentials);
    const stopped = await ended(job, 'theo');
    expect(stopped.state).toBe('cancelled');
    expect(stopped.done + stopped.skipped).toBeLessThan(job.total);
    const [entry] = file.rows<{ act: string; actor: number | null }>(
      "SELECT act, actor_account_id AS actor FROM activity WHERE act LIKE 'moderation.bulk-%' ORDER BY id DESC LIMIT 1",
    );
    expect(entry).toEqual({ act: 'moderation.bulk-cancelled', actor: null });
  });

  test('windows are told that it goes on, and not of every case', async () => {
    await atDesks();
    const heard: string[] = [];
    app.app.subscribe('theo', (event) => heard.push(event.type === 'changed' ? event.feature : event.type));
    await ended(await start(everybody));
    await app.ask('theo', 'moderation.counts', {});
    const told = heard.filter((feature) => feature === 'moderation').length;
    expect(told).toBeGreaterThanOrEqual(2);
    expect(told).toBeLessThan(60);
    expect(heard).not.toContain('myAccount');
  });
});

test('the newest ten are kept, and what became of the others is forgotten', async () => {
  const people = await several(['Ada']);
  const jobs: Job[] = [];
  for (let count = 0; count < 12; count += 1) {
    app.clock.advance(seconds(1));
    jobs.push(await ended(await start(idsOf(people), count % 2 === 0 ? rejection : approval)));
  }
  const { rows } = await app.ask('mara', 'moderation.bulkJobs', {});
  expect(rows.map(({ id }) => id)).toEqual(
    jobs
      .slice(2)
      .reverse()
      .map(({ id }) => id),
  );
  expect(await app.refusal('mara', 'moderation.bulkFailures', { id: jobs[0]?.id ?? '' })).toBe('NOT_FOUND');
  // The items of the last to be forgotten go behind what has just ended.
  const items = () =>
    file.rows<{ id: number }>('SELECT job_id AS id FROM bulk_job_item GROUP BY job_id ORDER BY job_id');
  while (items().length > 10) await setImmediate();
  expect(items().map(({ id }) => id)).toEqual(jobs.slice(2).map((_, index) => index + 3));
});

test('the pages of what was left out can be turned', async () => {
  await addSeededSignUps(app, 40, { waiting: 10, decided: 130 });
  const decided = file.rows<{ id: string }>("SELECT public_id AS id FROM sign_up_case WHERE tab = 'decided'");
  const job = await ended(await start({ ids: decided.map(({ id }) => id) }));
  expect(job).toMatchObject({ total: 130, skipped: 130 });
  const first = await app.ask('mara', 'moderation.bulkFailures', { id: job.id });
  const second = await app.ask('mara', 'moderation.bulkFailures', { id: job.id, cursor: first.next ?? '' });
  const third = await app.ask('mara', 'moderation.bulkFailures', { id: job.id, cursor: second.next ?? '' });
  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 30]);
  expect(third.next).toBeNull();
  expect(await app.ask('mara', 'moderation.bulkFailures', { id: job.id, cursor: third.previous ?? '' })).toEqual(
    second,
  );
});
