import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import {
  addModerators,
  addTypeWithCompany,
  approve,
  asItIs,
  companyOf,
  holdBack,
  look,
  reject,
  type SignedUp,
  setModeration,
  untilInEffect,
} from '../../support/sign-ups';
import { addAccount, addStaffAtWindow, backAtDesk, type Credentials, superuser } from '../../support/test-office';

/** Whether what is decided and who is let in ever come apart. */
const office = shareTestOffice();
let moderator: Credentials;
beforeAll(async () => {
  moderator = (await addModerators(office.app)).mara.credentials;
});
beforeEach(async () => {
  office.app.clock.advance(minutes(20));
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'mara', moderator);
});

async function statusOf({ accountId }: SignedUp) {
  return (await office.app.ask('superuser', 'accounts.get', { id: accountId })).status;
}

async function approvalOf({ accountId }: SignedUp) {
  return (await office.app.ask('superuser', 'accounts.get', { id: accountId })).profiles[0]?.approval;
}

/** Lets what is due by now have effect. */
async function settled(): Promise<void> {
  await office.app.ask('superuser', 'moderation.counts', {});
}

/** Somebody who is in, with a profile that waits by itself. */
async function withProfile(name: string): Promise<SignedUp> {
  const { app } = office;
  const type = await addTypeWithCompany(app, `Type of ${name}`);
  await setModeration(app, {
    types: [{ id: type.id, isOffered: true, needsApproval: true, needsSecondModerator: false }],
  });
  const { account } = await addAccount(app, name);
  await app.ask('superuser', 'profiles.add', { accountId: account.id, ...companyOf(type, 'Tea & Co') });
  const { id } = await app.ask('mara', 'moderation.caseOf', { accountId: account.id });
  return { caseId: id ?? '', accountId: account.id, credentials: moderator };
}

describe('undone after the clock was set back', () => {
  test('an approval that had effect already lets nobody in', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Back');
    const { case: row } = await approve(app, 'mara', who);
    app.clock.advance(untilInEffect);
    await settled();
    expect(await statusOf(who)).toBe('active');
    app.clock.advance(-seconds(5));
    await app.ask('mara', 'moderation.undo', { id: row.id, version: row.version });
    expect(await statusOf(who)).toBe('awaiting-approval');
  });

  test.each(['approve', 'reject'] as const)('a profile waits again: %s', async (act) => {
    const { app } = office;
    const who = await withProfile(`back-${act}`);
    const { case: row } = await (act === 'approve' ? approve : reject)(app, 'mara', who);
    app.clock.advance(untilInEffect);
    await settled();
    expect(await approvalOf(who)).toBe(act === 'approve' ? 'open' : 'rejected');
    app.clock.advance(-seconds(5));
    await app.ask('mara', 'moderation.undo', { id: row.id, version: row.version });
    expect(await approvalOf(who)).toBe('awaiting-approval');
  });
});

test('a rejection shuts out whoever got in by whatever way before it had effect', async () => {
  const { app, file } = office;
  const who = await holdBack(app, 'Slipped');
  await reject(app, 'mara', who);
  file.write("UPDATE account SET access = 'open' WHERE public_id = ?", who.accountId);
  app.clock.advance(untilInEffect);
  await settled();
  expect(await statusOf(who)).toBe('awaiting-approval');
});

test('a rejected profile is shown as such once that has effect, and nobody sees it before', async () => {
  const { app } = office;
  const who = await withProfile('quiet');
  const { case: row } = await reject(app, 'mara', who);
  app.clock.advance(untilInEffect - 1);
  await settled();
  expect(await approvalOf(who)).toBe('awaiting-approval');
  expect(row.state).toBe('rejected');
  app.clock.advance(1);
  await settled();
  expect(await approvalOf(who)).toBe('rejected');
});

test('what is decided anew is found by the domain of the e-mail as it is now', async () => {
  const { app, file } = office;
  const who = await holdBack(app, 'Mover');
  await approve(app, 'mara', who);
  app.clock.advance(untilInEffect);
  await settled();
  file.write("UPDATE sign_up_case SET domain = 'former.example' WHERE public_id = ?", who.caseId);
  await app.ask('mara', 'moderation.reopen', { ...(await asItIs(app, 'mara', who)), internalReason: '' });
  const [, domain] = (await look(app, 'mara', who)).email.split('@');
  expect((await look(app, 'mara', who)).domain.name).toBe(domain);
});

test('the number of a case that is gone is never that of another', async () => {
  const { app, file } = office;
  const ids = () => file.rows<{ id: number }>('SELECT max(id) AS id FROM sign_up_case')[0]?.id ?? 0;
  const who = await withProfile('gone');
  const before = ids();
  const { profiles } = await app.ask('superuser', 'accounts.get', { id: who.accountId });
  await app.ask('superuser', 'profiles.remove', { id: profiles[0]?.id ?? '', version: profiles[0]?.version ?? 0 });
  expect(ids()).toBeLessThan(before);
  await holdBack(app, 'Next');
  expect(ids()).toBeGreaterThan(before);
});

describe('a moderator', () => {
  test('who may not see accounts is shown nothing of what was done with them', async () => {
    const { app } = office;
    await addStaffAtWindow(app, 'blind', ['moderation.decide']);
    const who = await holdBack(app, 'Looked-at');
    expect((await look(app, 'mara', who)).activity).not.toEqual([]);
    expect((await look(app, 'blind', who)).activity).toEqual([]);
  });

  test('reads nothing of what colleagues say of them, and writes nothing there', async () => {
    const { app } = office;
    const { member } = await addStaffAtWindow(app, 'olive', ['moderation.decide', 'accounts.view']);
    const type = await addTypeWithCompany(app, 'Type of olive');
    await setModeration(app, {
      types: [{ id: type.id, isOffered: true, needsApproval: true, needsSecondModerator: false }],
    });
    await app.ask('superuser', 'profiles.add', { accountId: member.id, ...companyOf(type, 'Olive & Co') });
    const { id } = await app.ask('superuser', 'moderation.caseOf', { accountId: member.id });
    const who = { caseId: id ?? '', accountId: member.id, credentials: moderator };
    await app.ask('superuser', 'moderation.addNote', { id: who.caseId, text: 'Not to be trusted.' });
    await approve(app, 'superuser', who);
    const own = await look(app, 'olive', who);
    expect(own).toMatchObject({ obstacle: 'OWN_CASE', notes: [], activity: [], decision: { reason: '' } });
    expect(JSON.stringify(own)).not.toContain('Known to us');
    expect((await look(app, 'superuser', who)).notes).toHaveLength(1);
    expect(await app.refusal('olive', 'moderation.addNote', { id: who.caseId, text: 'It is me' })).toBe('OWN_CASE');
  });
});
