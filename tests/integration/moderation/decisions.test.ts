import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days, minutes } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import {
  addModerators,
  approve,
  asItIs,
  holdBack,
  look,
  register,
  reject,
  requestChanges,
  type SignedUp,
  said,
  setModeration,
  untilInEffect,
} from '../../support/sign-ups';
import { backAtDesk, type Credentials, signIn, superuser } from '../../support/test-office';

const office = shareTestOffice();
let moderator: Credentials;
beforeAll(async () => {
  moderator = (await addModerators(office.app)).mara.credentials;
  await setModeration(office.app, { isRegistrationOpen: true });
});
beforeEach(async () => {
  // Nobody at a window for a while, and nobody who registers: what a test does is not held up by the one before.
  office.app.clock.advance(minutes(20));
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'mara', moderator);
});

async function stateAt(window: string) {
  return (await office.app.ask(window, 'session.state', {})).state;
}

/** Signs somebody in at a window that is called like them. */
async function atWindow(name: string, who: SignedUp): Promise<string> {
  await signIn(office.app, name, who.credentials);
  return name;
}

function undo(id: string, version: number, window = 'mara') {
  return office.app.call(window, 'moderation.undo', { id, version });
}

async function actsAbout({ accountId }: SignedUp) {
  const { rows } = await office.app.ask('superuser', 'accounts.activity', { id: accountId });
  return rows.map(({ act, reason, changes }) => ({ act, reason, changes }));
}

describe('approving', () => {
  test('lets the person in after ten seconds, and tells them then', async () => {
    const { app } = office;
    const ada = await register(app, 'Ada');
    const window = await atWindow('ada', ada);
    const decided = await approve(app, 'mara', ada, 'Welcome to {office}, {given name}.');
    expect(decided).toMatchObject({
      case: { state: 'approved', tab: 'decided', decision: { by: 'mara Okafor', isSelf: true, reason: 'Known to us' } },
      undoableUntil: app.clock.now() + untilInEffect,
    });
    app.clock.advance(untilInEffect - 1);
    expect(await stateAt(window)).toBe('awaiting-approval');
    expect(await app.ask(window, 'signUp.mine', {})).toMatchObject({ state: 'waiting', message: null });
    app.clock.advance(1);
    expect(await stateAt(window)).toBe('full');
    expect(await app.ask(window, 'messages.unread', {})).toMatchObject({
      rows: [{ kind: 'approved', text: 'Welcome to Northgate Office, Ada.' }],
    });
  });

  test('is undone until then, and nobody is told', async () => {
    const { app } = office;
    const ben = await register(app, 'Ben');
    const window = await atWindow('ben', ben);
    const before = await look(app, 'mara', ben);
    const { case: row } = await approve(app, 'mara', ben, 'Welcome.');
    app.clock.advance(untilInEffect - 1);
    expect(await undo(row.id, row.version)).toMatchObject({ ok: true, data: { state: 'waiting', decision: null } });
    app.clock.advance(minutes(1));
    expect(await stateAt(window)).toBe('awaiting-approval');
    const { version: _, activity: __, ...same } = before;
    expect(await look(app, 'mara', ben)).toMatchObject({ ...same, messages: [], version: before.version + 2 });
    expect((await actsAbout(ben)).map(({ act }) => act).slice(0, 2)).toEqual(['sign-up.undone', 'sign-up.approved']);
  });

  test('is too late to be undone from then on', async () => {
    const { app } = office;
    const { case: row } = await approve(app, 'mara', await holdBack(app, 'Cleo'));
    app.clock.advance(untilInEffect);
    expect(await undo(row.id, row.version)).toMatchObject({ ok: false, error: { code: 'TOO_LATE_TO_UNDO' } });
  });

  test('is undone by nobody else', async () => {
    const { app } = office;
    const { case: row } = await approve(app, 'mara', await holdBack(app, 'Dan'));
    expect(await undo(row.id, row.version, 'superuser')).toMatchObject({
      ok: false,
      error: { code: 'OTHERS_DECISION' },
    });
    app.clock.advance(untilInEffect);
    expect(await undo(row.id, row.version, 'superuser')).toMatchObject({
      ok: false,
      error: { code: 'TOO_LATE_TO_UNDO' },
    });
  });

  test('without a message writes none', async () => {
    const { app } = office;
    const eve = await holdBack(app, 'Eve');
    await approve(app, 'mara', eve);
    expect((await look(app, 'mara', eve)).messages).toEqual([]);
  });

  test('is recorded with what it was, what it is, and why', async () => {
    const { app } = office;
    const finn = await holdBack(app, 'Finn');
    await approve(app, 'mara', finn);
    expect((await actsAbout(finn))[0]).toEqual({
      act: 'sign-up.approved',
      reason: 'Known to us',
      changes: [{ field: 'signUp', before: 'waiting', after: 'approved' }],
    });
  });
});

describe('rejecting', () => {
  test('is told after ten seconds, and keeps the person out', async () => {
    const { app } = office;
    const gus = await register(app, 'Gus');
    const window = await atWindow('gus', gus);
    await reject(app, 'mara', gus, 'Sorry, {given name}.');
    expect(await app.ask(window, 'signUp.mine', {})).toMatchObject({
      state: 'waiting',
      message: null,
      mayAppeal: false,
    });
    app.clock.advance(untilInEffect);
    expect(await app.ask(window, 'signUp.mine', {})).toMatchObject({
      state: 'rejected',
      message: { text: 'Sorry, Gus.' },
      mayAppeal: true,
    });
    expect(await app.refusal(window, 'myAccount.overview', {})).toBe('AWAITING_APPROVAL');
  });

  test('is undone until then', async () => {
    const { app } = office;
    const hal = await register(app, 'Hal');
    const window = await atWindow('hal', hal);
    const { case: row } = await reject(app, 'mara', hal);
    app.clock.advance(untilInEffect - 1);
    expect(await undo(row.id, row.version)).toMatchObject({ ok: true, data: { state: 'waiting' } });
    app.clock.advance(minutes(1));
    expect(await app.ask(window, 'signUp.mine', {})).toMatchObject({ state: 'waiting', message: null });
  });

  test('needs a reason: a template, or words', async () => {
    const { app } = office;
    const ida = await holdBack(app, 'Ida');
    const rejecting = { ...(await asItIs(app, 'mara', ida)), message: 'No.', internalReason: '', templateId: null };
    expect(await app.call('mara', 'moderation.reject', rejecting)).toMatchObject({
      ok: false,
      error: { code: 'DECISION_REASON_NEEDED', fields: { internalReason: { code: 'DECISION_REASON_NEEDED' } } },
    });
    const { rows } = await app.ask('mara', 'moderation.templates', {});
    const template = rows.find(({ decision }) => decision === 'reject');
    const { case: row } = await app.ask('mara', 'moderation.reject', { ...rejecting, templateId: template?.id ?? '' });
    expect(row.decision?.reason).toBe(template?.name);
  });

  test('is no use with the template of another decision, or one that is archived', async () => {
    const { app } = office;
    const jan = await holdBack(app, 'Jan');
    const { rows } = await app.ask('mara', 'moderation.templates', {});
    const welcome = rows.find(({ decision }) => decision === 'approve');
    const rejecting = { ...(await asItIs(app, 'mara', jan)), message: 'No.', internalReason: 'Spam' };
    const unknown = { ok: false, error: { fields: { templateId: { code: 'UNKNOWN_TEMPLATE' } } } };
    expect(await app.call('mara', 'moderation.reject', { ...rejecting, templateId: welcome?.id ?? '' })).toMatchObject(
      unknown,
    );
    const { id, version } = await app.ask('superuser', 'moderationSettings.createTemplate', {
      decision: 'reject',
      name: 'Soon gone',
      text: 'No.',
    });
    await app.ask('superuser', 'moderationSettings.setTemplateArchived', { id, version, isArchived: true });
    expect(await app.call('mara', 'moderation.reject', { ...rejecting, templateId: id })).toMatchObject(unknown);
    expect((await look(app, 'mara', jan)).state).toBe('waiting');
  });
});

describe('asking for changes', () => {
  test('is told after ten seconds; the person corrects it, and it waits again with what they changed', async () => {
    const { app } = office;
    const kim = await register(app, 'Kim');
    const window = await atWindow('kim', kim);
    await requestChanges(app, 'mara', kim, 'Your phone is missing.');
    expect((await app.ask(window, 'signUp.mine', {})).state).toBe('waiting');
    app.clock.advance(untilInEffect);
    const mine = await app.ask(window, 'signUp.mine', {});
    expect(mine).toMatchObject({ state: 'changes-requested', message: { text: 'Your phone is missing.' } });
    const { givenName, familyName, values, message } = mine.submission;
    const corrected = { version: mine.version, givenName, familyName, values, message, phone: '+44 20 7946 0123' };
    expect(await app.ask(window, 'signUp.resubmit', corrected)).toMatchObject({ state: 'waiting' });
    expect(await look(app, 'mara', kim)).toMatchObject({
      state: 'waiting',
      revision: 2,
      since: app.clock.now(),
      phone: '+44 20 7946 0123',
      changes: [{ label: 'Phone', before: '', after: '+44 20 7946 0123' }],
    });
  });

  test('is undone until then', async () => {
    const { app } = office;
    const lea = await holdBack(app, 'Lea');
    const { case: row } = await requestChanges(app, 'mara', lea);
    app.clock.advance(untilInEffect - 1);
    expect(await undo(row.id, row.version)).toMatchObject({ ok: true, data: { state: 'waiting' } });
    expect((await look(app, 'mara', lea)).messages).toEqual([]);
  });
});

describe('parking', () => {
  test('ends by itself, and gives the old place back', async () => {
    const { app } = office;
    const mia = await holdBack(app, 'Mia');
    const { since } = await look(app, 'mara', mia);
    const until = app.clock.now() + days(1);
    const parking = { ...(await asItIs(app, 'mara', mia)), until, internalReason: 'On holiday' };
    const { case: row } = await app.ask('mara', 'moderation.park', parking);
    expect(row).toMatchObject({ tab: 'parked', parkedUntil: until, since, decision: { reason: 'On holiday' } });
    app.clock.advance(days(1) - 1);
    await backAtDesk(app, 'mara', moderator);
    expect((await look(app, 'mara', mia)).state).toBe('parked');
    app.clock.advance(1);
    expect(await look(app, 'mara', mia)).toMatchObject({ tab: 'waiting', parkedUntil: null, since, decision: null });
  });

  test('is undone until ten seconds are over', async () => {
    const { app } = office;
    const ned = await holdBack(app, 'Ned');
    const parking = { ...(await asItIs(app, 'mara', ned)), until: app.clock.now() + days(1), internalReason: '' };
    const { case: row } = await app.ask('mara', 'moderation.park', parking);
    expect(await undo(row.id, row.version)).toMatchObject({ ok: true, data: { state: 'waiting', parkedUntil: null } });
  });

  test.each([0, -1, days(367)])('is not until %d milliseconds from now', async (ahead) => {
    const { app } = office;
    const oda = await holdBack(app, `Oda${ahead}`);
    const parking = { ...(await asItIs(app, 'mara', oda)), until: app.clock.now() + ahead, internalReason: '' };
    expect(await app.call('mara', 'moderation.park', parking)).toMatchObject({
      ok: false,
      error: { code: 'NOT_IN_FUTURE', fields: { until: { code: 'NOT_IN_FUTURE' } } },
    });
  });
});

describe('reopening', () => {
  test('puts somebody who was let in behind the gate again, at once', async () => {
    const { app } = office;
    const pia = await register(app, 'Pia');
    const window = await atWindow('pia', pia);
    await approve(app, 'mara', pia, 'Welcome.');
    app.clock.advance(untilInEffect);
    expect(await stateAt(window)).toBe('full');
    const row = await app.ask('mara', 'moderation.reopen', {
      ...(await asItIs(app, 'mara', pia)),
      internalReason: 'A mistake',
    });
    expect(row).toMatchObject({ state: 'waiting', since: app.clock.now(), decision: null });
    expect(await stateAt(window)).toBe('awaiting-approval');
    // What they were told they were told.
    expect((await look(app, 'mara', pia)).messages).toHaveLength(1);
  });

  test('takes back what was not sent yet', async () => {
    const { app } = office;
    const quin = await register(app, 'Quin');
    const window = await atWindow('quin', quin);
    await approve(app, 'mara', quin, 'Welcome.');
    await app.ask('mara', 'moderation.reopen', { ...(await asItIs(app, 'mara', quin)), internalReason: '' });
    app.clock.advance(untilInEffect);
    expect(await stateAt(window)).toBe('awaiting-approval');
    expect((await look(app, 'mara', quin)).messages).toEqual([]);
  });

  test.each(['rejected', 'parked', 'changes-requested'] as const)('lets what was %s wait again', async (state) => {
    const { app } = office;
    const who = await holdBack(app, `Rex-${state}`);
    if (state === 'rejected') await reject(app, 'mara', who);
    else if (state === 'changes-requested') await requestChanges(app, 'mara', who);
    else {
      const parking = { ...(await asItIs(app, 'mara', who)), until: app.clock.now() + days(1), internalReason: '' };
      await app.ask('mara', 'moderation.park', parking);
    }
    app.clock.advance(untilInEffect);
    const reopening = { ...(await asItIs(app, 'mara', who)), internalReason: 'Once more' };
    expect(await app.ask('mara', 'moderation.reopen', reopening)).toMatchObject({ state: 'waiting', tab: 'waiting' });
    expect((await actsAbout(who))[0]).toMatchObject({ act: 'sign-up.reopened', reason: 'Once more' });
    expect(await approve(app, 'mara', who)).toMatchObject({ case: { state: 'approved' } });
  });

  test('is of no use where it waits', async () => {
    const { app } = office;
    const sam = await holdBack(app, 'Sam');
    const reopening = { ...(await asItIs(app, 'mara', sam)), internalReason: '' };
    expect(await app.refusal('mara', 'moderation.reopen', reopening)).toBe('CASE_OPEN');
  });
});

describe('an appeal', () => {
  test('is made once, waits among the appeals, and is decided like any other', async () => {
    const { app } = office;
    const tea = await register(app, 'Tea');
    const window = await atWindow('tea', tea);
    await reject(app, 'mara', tea);
    app.clock.advance(untilInEffect);
    const { version } = await app.ask(window, 'signUp.mine', {});
    expect(await app.ask(window, 'signUp.appeal', { version, message: 'It was me.' })).toMatchObject({
      state: 'appealed',
    });
    expect(await look(app, 'mara', tea)).toMatchObject({ tab: 'appeals', isAppeal: true, appeal: 'It was me.' });
    await reject(app, 'mara', tea, 'Still not.');
    app.clock.advance(untilInEffect);
    expect(await app.ask(window, 'signUp.mine', {})).toMatchObject({ state: 'rejected', mayAppeal: false });
  });

  test('that is granted lets the person in', async () => {
    const { app } = office;
    const una = await register(app, 'Una');
    const window = await atWindow('una', una);
    await reject(app, 'mara', una);
    app.clock.advance(untilInEffect);
    const { version } = await app.ask(window, 'signUp.mine', {});
    await app.ask(window, 'signUp.appeal', { version, message: 'Please.' });
    await approve(app, 'mara', una);
    app.clock.advance(untilInEffect);
    expect(await stateAt(window)).toBe('full');
  });
});

describe('a message', () => {
  test('whose placeholder nothing fills is not sent, and nothing is decided', async () => {
    const { app } = office;
    const vic = await register(app, 'Vic');
    const before = await look(app, 'mara', vic);
    const rejecting = { ...(await asItIs(app, 'mara', vic)), ...said, message: 'Hello {given name}, {company}!' };
    expect(await app.call('mara', 'moderation.reject', rejecting)).toMatchObject({
      ok: false,
      error: { code: 'MESSAGE_UNFILLED', fields: { message: { params: { placeholder: '{company}' } } } },
    });
    expect(await look(app, 'mara', vic)).toEqual(before);
  });

  test.each([
    ['{profile type}', 'which they have not', 'MESSAGE_UNFILLED'],
    ['{ }', 'without a name', 'INPUT_INVALID'],
    ['{given name,', 'which is not closed', 'INPUT_INVALID'],
  ])('with %s, %s', async (placeholder, _, code) => {
    const { app } = office;
    const who = await holdBack(app, `Wim${placeholder.length}`);
    const approving = { ...(await asItIs(app, 'mara', who)), ...said, message: `Hello ${placeholder}` };
    expect(await app.refusal('mara', 'moderation.approve', approving)).toBe(code);
  });
});
