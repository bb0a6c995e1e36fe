import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { verifyChain } from '../../../src-main/store/activity-chain';
import { days } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
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
  type SignedUp,
  setModeration,
  untilInEffect,
} from '../../support/sign-ups';
import { addAccount, backAtDesk, type Credentials, superuser } from '../../support/test-office';

// The application looks around by a timer; here it looks when it is told to.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const office = shareTestOffice(async ({ app }) => {
  moderator = (await addModerators(app)).mara.credentials;
  await setModeration(app, { isRegistrationOpen: true, rejectedRetentionDays: 30 });
});
let moderator: Credentials;
beforeEach(atDesk);

async function atDesk(): Promise<void> {
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'mara', moderator);
}

function caseRow({ caseId }: SignedUp) {
  return office.file.rows('SELECT * FROM sign_up_case WHERE public_id = ?', caseId)[0];
}

function isThere({ accountId }: SignedUp): boolean {
  return office.file.rows('SELECT id FROM account WHERE public_id = ?', accountId).length > 0;
}

/** Moves on, and lets the application come round to what is due. */
async function later(milliseconds: number): Promise<void> {
  office.app.clock.advance(milliseconds);
  vi.advanceTimersByTime(5_000);
  const now = office.app.clock.now();
  await vi.waitFor(() =>
    expect(office.file.rows('SELECT id FROM sign_up_case WHERE purge_at <= ? OR due_at <= ?', now, now)).toEqual([]),
  );
  await atDesk();
}

test('who was rejected is deleted for good after the time the policy says; the case stays without a name', async () => {
  const { app, file } = office;
  const who = await register(app, 'Wendelgard', {
    familyName: 'Ümlauth',
    email: 'post@quince-lovers.example',
    phone: '0911 987654321',
    message: 'I collect quince jelly.',
  });
  await app.ask('mara', 'moderation.addNote', { id: who.caseId, text: 'Knows about quinces.' });
  await reject(app, 'mara', who, 'Dear {given name}, no quinces.');
  await later(untilInEffect + days(30) - 1);
  expect(isThere(who)).toBe(true);
  await later(1);
  expect(isThere(who)).toBe(false);
  const dump = JSON.stringify(file.dump()).toLowerCase();
  for (const trace of ['wendelgard', 'ümlauth', 'umlauth', '987654321', 'quince']) expect(dump).not.toContain(trace);
  expect(caseRow(who)).toMatchObject({
    state: 'rejected',
    account_id: null,
    search_text: '',
    domain: '',
    purge_at: null,
  });
  expect(file.use(verifyChain).firstBroken).toBeNull();
  expect(await app.refusal('mara', 'moderation.get', { id: who.caseId })).toBe('NOT_FOUND');
});

test('who has appealed in time stays', async () => {
  const { app } = office;
  const who = await register(app, 'Appealing');
  await reject(app, 'mara', who);
  await later(untilInEffect);
  await app.ask('appealing', 'session.signIn', {
    signInName: who.credentials.email,
    password: who.credentials.password,
  });
  const { version } = await app.ask('appealing', 'signUp.mine', {});
  await app.ask('appealing', 'signUp.appeal', { version, message: 'Please.' });
  await later(days(60));
  expect(isThere(who)).toBe(true);
  expect(await look(app, 'mara', who)).toMatchObject({ tab: 'appeals' });
});

test('so does whose rejection was taken back, or whose case was reopened', async () => {
  const { app } = office;
  const [undone, reopened] = [await holdBack(app, 'Undone'), await holdBack(app, 'Reopened')];
  const { case: row } = await reject(app, 'mara', undone);
  await app.ask('mara', 'moderation.undo', { id: row.id, version: row.version });
  await reject(app, 'mara', reopened);
  await later(days(10));
  await app.ask('mara', 'moderation.reopen', { ...(await asItIs(app, 'mara', reopened)), internalReason: '' });
  await later(days(60));
  expect([isThere(undone), isThere(reopened)]).toEqual([true, true]);
});

test('so does who was let in another way since', async () => {
  const { app, file } = office;
  const who = await holdBack(app, 'Promoted');
  await reject(app, 'mara', who);
  file.write('UPDATE account SET is_staff = 1 WHERE public_id = ?', who.accountId);
  await later(days(60));
  expect(isThere(who)).toBe(true);
});

test('of a rejected profile the account stays, and the profile and all that was said of it go', async () => {
  const { app, file } = office;
  const type = await addTypeWithCompany(app, 'Seller');
  await setModeration(app, {
    types: [{ id: type.id, isOffered: true, needsApproval: true, needsSecondModerator: false }],
  });
  const { account } = await addAccount(app, 'holder');
  await app.ask('superuser', 'profiles.add', { accountId: account.id, ...companyOf(type, 'Marmalade & Sons') });
  const { id } = await app.ask('mara', 'moderation.caseOf', { accountId: account.id });
  const who = { caseId: id ?? '', accountId: account.id, credentials: moderator };
  expect(await look(app, 'mara', who)).toMatchObject({ kind: 'profile', values: [{ value: 'Marmalade & Sons' }] });
  await reject(app, 'mara', who);
  const approvalOf = async () =>
    (await app.ask('superuser', 'accounts.get', { id: account.id })).profiles.map(({ approval }) => approval);
  expect(await approvalOf()).toEqual(['awaiting-approval']);
  await later(untilInEffect);
  expect(await approvalOf()).toEqual(['rejected']);
  expect(file.rows('SELECT 1 FROM outbox_message WHERE case_id = ?', Number(caseRow(who)?.id))).toHaveLength(1);
  await later(days(30));
  expect(await approvalOf()).toEqual([]);
  expect(isThere(who)).toBe(true);
  expect(caseRow(who)).toMatchObject({ profile_id: null, internal_reason: '' });
  expect(file.rows('SELECT 1 FROM sign_up_submission WHERE case_id = ?', Number(caseRow(who)?.id))).toEqual([]);
  expect(file.rows('SELECT 1 FROM outbox_message WHERE case_id = ?', Number(caseRow(who)?.id))).toEqual([]);
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: account.id });
  expect(rows[0]).toMatchObject({ act: 'sign-up.removed', actor: null });
  expect(file.use(verifyChain).firstBroken).toBeNull();
});

test('a profile that was added later is approved ten seconds after it was decided, and undone until then', async () => {
  const { app } = office;
  const type = (await app.ask('superuser', 'profiles.types', {})).rows[0];
  const { account } = await addAccount(app, 'other-holder');
  const adding = { accountId: account.id, ...companyOf(type ?? (await addTypeWithCompany(app, 'Buyer')), 'Tea & Co') };
  const profile = await app.ask('superuser', 'profiles.add', adding);
  expect(profile.approval).toBe('awaiting-approval');
  const { id } = await app.ask('mara', 'moderation.caseOf', { accountId: account.id });
  const who = { caseId: id ?? '', accountId: account.id, credentials: moderator };
  const approval = async () => (await app.ask('superuser', 'accounts.get', { id: account.id })).profiles[0]?.approval;
  expect(
    await app.refusal('mara', 'moderation.requestChanges', {
      ...(await asItIs(app, 'mara', who)),
      ...{ internalReason: '', templateId: null, message: 'More.' },
    }),
  ).toBe('NOTHING_TO_CORRECT');
  const { case: row } = await reject(app, 'mara', who);
  expect(await approval()).toBe('awaiting-approval');
  await app.ask('mara', 'moderation.undo', { id: row.id, version: row.version });
  expect(await approval()).toBe('awaiting-approval');
  await approve(app, 'mara', who);
  expect(await approval()).toBe('awaiting-approval');
  await later(untilInEffect);
  expect(await approval()).toBe('open');
  await app.ask('mara', 'moderation.reopen', { ...(await asItIs(app, 'mara', who)), internalReason: '' });
  expect(await approval()).toBe('awaiting-approval');
  expect((await app.ask('superuser', 'accounts.get', { id: account.id })).status).toBe('active');
});
