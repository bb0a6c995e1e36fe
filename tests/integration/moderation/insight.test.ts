import { beforeEach, expect, test } from 'vitest';
import { days, hours, minutes } from '../../support/manual-clock';
import { addSeededSignUps } from '../../support/seeded-sign-ups';
import {
  addModerators,
  approve,
  asItIs,
  holdBack,
  register,
  reject,
  requestChanges,
  setModeration,
  untilInEffect,
} from '../../support/sign-ups';
import { type StoreFile, storeFileOf } from '../../support/store-file';
import type { TestApp } from '../../support/test-app';
import { backAtDesk, signIn, startTestOffice, superuser } from '../../support/test-office';

let app: TestApp;
let file: StoreFile;
let moderators: Awaited<ReturnType<typeof addModerators>>;
beforeEach(async () => {
  ({ app } = await startTestOffice());
  file = await storeFileOf(app);
  moderators = await addModerators(app);
});

async function later(milliseconds: number): Promise<void> {
  app.clock.advance(milliseconds);
  await backAtDesk(app, 'superuser', superuser);
  await backAtDesk(app, 'mara', moderators.mara.credentials);
  await backAtDesk(app, 'theo', moderators.theo.credentials);
}

function insight(count: 7 | 30 | 90 | 365) {
  return app.ask('mara', 'moderation.insight', { days: count });
}

/** As the calendar of this computer has it. */
function dayOf(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

test('nothing yet: zeros for every day, and nothing that could be told', async () => {
  const { perDay, ...rest } = await insight(7);
  expect(rest).toEqual({
    ...{ waiting: 0, appeals: 0, parked: 0, changesRequested: 0 },
    ...{ oldestSince: null, medianToDecide: null, byModerator: [], rejectionReasons: [] },
  });
  const today = app.clock.now();
  expect(perDay).toEqual(
    [6, 5, 4, 3, 2, 1, 0].map((ago) => ({ day: dayOf(today - days(ago)), approved: 0, rejected: 0 })),
  );
});

test('who waits now, how long the oldest does, and what was decided by whom, for what reason and how soon', async () => {
  const people = [];
  for (const name of ['Ada', 'Bea', 'Cid', 'Dan', 'Eve', 'Fay']) people.push(await holdBack(app, name));
  const [ada, bea, cid, dan, eve, fay] = people;
  if (!ada || !bea || !cid || !dan || !eve || !fay) throw new Error('There are six.');
  const began = app.clock.now();
  await later(hours(1));
  await approve(app, 'mara', ada);
  await later(hours(1));
  await reject(app, 'theo', bea);
  await later(days(1));
  await approve(app, 'mara', cid);
  await requestChanges(app, 'mara', dan);
  await app.ask('theo', 'moderation.park', {
    ...(await asItIs(app, 'theo', eve)),
    ...{ until: app.clock.now() + days(3), internalReason: '' },
  });
  const today = app.clock.now();
  const seen = await insight(7);
  expect(seen).toMatchObject({ waiting: 1, appeals: 0, parked: 1, changesRequested: 1, oldestSince: began });
  // Asking for changes and parking are no decisions.
  expect(seen.perDay.slice(-2)).toEqual([
    { day: dayOf(today - days(1)), approved: 1, rejected: 1 },
    { day: dayOf(today), approved: 1, rejected: 0 },
  ]);
  expect(seen.byModerator).toEqual([
    { id: moderators.mara.member.id, name: 'mara Okafor', approved: 2, rejected: 0 },
    { id: moderators.theo.member.id, name: 'theo Okafor', approved: 0, rejected: 1 },
  ]);
  expect(seen.rejectionReasons).toEqual([{ reason: 'Other', count: 1 }]);
  expect(seen.medianToDecide).toBe(hours(2));
  // What is taken back was not decided.
  await app.ask('theo', 'moderation.reopen', { ...(await asItIs(app, 'theo', bea)), internalReason: '' });
  expect((await insight(7)).byModerator.map(({ name }) => name)).toEqual(['mara Okafor']);
  // And what lies longer ago than is asked for is not among it.
  await later(days(8));
  expect(await insight(7)).toMatchObject({ medianToDecide: null, byModerator: [] });
  expect(await insight(30)).toMatchObject({ byModerator: [{ name: 'mara Okafor', approved: 2 }] });
});

test('a rejection that was overturned counts only as the later approval, and while the appeal waits not at all', async () => {
  await setModeration(app, { isRegistrationOpen: true });
  const ada = await register(app, 'Ada');
  await signIn(app, 'ada', ada.credentials);
  await later(minutes(1));
  await reject(app, 'theo', ada);
  const rejectedOn = dayOf(app.clock.now());
  app.clock.advance(untilInEffect);
  const { version } = await app.ask('ada', 'signUp.mine', {});
  await app.ask('ada', 'signUp.appeal', { version, message: 'It was me.' });
  expect((await insight(7)).perDay.at(-1)).toEqual({ day: rejectedOn, approved: 0, rejected: 0 });
  await later(days(1));
  await approve(app, 'mara', ada);
  expect((await insight(7)).perDay.slice(-2)).toEqual([
    { day: rejectedOn, approved: 0, rejected: 0 },
    { day: dayOf(app.clock.now()), approved: 1, rejected: 0 },
  ]);
});

test('rules have a line of their own, and decide too soon to say how long people wait', async () => {
  await setModeration(app, { isRegistrationOpen: true });
  await app.ask('superuser', 'moderationSettings.addRules', {
    ...{ patterns: ['friends.example'], decision: 'approve', note: '' },
  });
  await app.ask('Rob registers', 'registration.register', {
    ...{
      email: 'rob@friends.example',
      password: 'paper lantern over the river',
      givenName: 'Rob',
      familyName: 'Ruled',
    },
    ...{ phone: '', typeId: null, values: {}, message: '' },
  });
  const who = await holdBack(app, 'Ada');
  await later(minutes(30));
  await approve(app, 'mara', who);
  const seen = await insight(7);
  expect(seen.medianToDecide).toBe(minutes(30));
  expect(seen.byModerator).toEqual([
    { id: null, name: 'Rules', approved: 1, rejected: 0 },
    { id: moderators.mara.member.id, name: 'mara Okafor', approved: 1, rejected: 0 },
  ]);
});

test('a reason is counted by the name of its template, the most common first, ten of them', async () => {
  await addSeededSignUps(app, 400, { waiting: 5, decided: 300 });
  for (let count = 0; count < 12; count += 1) {
    const who = file.rows<{ id: number }>(
      "SELECT id FROM sign_up_case WHERE state = 'rejected' ORDER BY id LIMIT 1 OFFSET ?",
      count,
    )[0];
    file.write('UPDATE sign_up_case SET decision_reason = ? WHERE id = ?', `Reason ${count}`, who?.id ?? 0);
  }
  const from = new Date(app.clock.now());
  from.setHours(0, 0, 0, 0);
  from.setDate(from.getDate() - 364);
  const decided = file.rows<{ state: 'approved' | 'rejected'; by: number | null; reason: string; waited: number }>(
    'SELECT state, decided_by AS by, decision_reason AS reason, waited FROM sign_up_case WHERE decided_at >= ? AND tab = ?',
    from.getTime(),
    'decided',
  );
  const seen = await insight(365);
  const approved = decided.filter(({ state }) => state === 'approved');
  const rejected = decided.filter(({ state }) => state === 'rejected');
  expect(seen.perDay).toHaveLength(365);
  expect(seen.perDay.reduce((sum, day) => sum + day.approved, 0)).toBe(approved.length);
  expect(seen.perDay.reduce((sum, day) => sum + day.rejected, 0)).toBe(rejected.length);
  const reasons = Map.groupBy(rejected, ({ reason }) => reason);
  expect(seen.rejectionReasons).toHaveLength(Math.min(reasons.size, 10));
  for (const { reason, count } of seen.rejectionReasons)
    expect([reason, count]).toEqual([reason, reasons.get(reason)?.length]);
  const counts = seen.rejectionReasons.map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  const waits = decided.filter(({ by }) => by !== null).map(({ waited }) => waited);
  expect(seen.medianToDecide).toBe(waits.sort((one, other) => one - other)[Math.floor((waits.length - 1) / 2)]);
});

test('what was decided stays counted when the account is gone for good, and so does who has decided it', async () => {
  const who = await holdBack(app, 'Ada');
  await later(minutes(1));
  await reject(app, 'theo', who);
  await later(untilInEffect);
  file.write('DELETE FROM account WHERE public_id = ?', who.accountId);
  expect(await insight(7)).toMatchObject({
    byModerator: [{ id: moderators.theo.member.id, approved: 0, rejected: 1 }],
    rejectionReasons: [{ reason: 'Other', count: 1 }],
  });
});
