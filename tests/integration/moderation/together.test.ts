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
let moderators: Record<'mara' | 'theo', { readonly credentials: Credentials }>;
beforeAll(async () => {
  moderators = await addModerators(office.app);
  await setModeration(office.app, { isRegistrationOpen: true, claimMinutes: 5 });
});
beforeEach(async () => {
  office.app.clock.advance(minutes(20));
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'mara', moderators.mara.credentials);
  await backAtDesk(office.app, 'theo', moderators.theo.credentials);
});

/** What is sent by somebody who has a case open in front of them. */
async function openAt(window: string, who: SignedUp) {
  const chosen = { ...(await asItIs(office.app, window, who)), ...said };
  return {
    approve: () => office.app.call(window, 'moderation.approve', { ...chosen, message: '' }),
    reject: () => office.app.call(window, 'moderation.reject', { ...chosen, message: 'No.' }),
    requestChanges: () => office.app.call(window, 'moderation.requestChanges', { ...chosen, message: 'More.' }),
  };
}

const decidedByMara = {
  ok: false,
  error: { code: 'CASE_DECIDED', params: { name: 'mara Okafor' }, message: expect.stringContaining('mara Okafor') },
};

describe('two moderators with the same case open', () => {
  test.each(['approve', 'reject', 'requestChanges'] as const)(
    'the second is told who was first to %s',
    async (first) => {
      const who = await holdBack(office.app, `Abe-${first}`);
      const mara = await openAt('mara', who);
      const theo = await openAt('theo', who);
      expect(await mara[first]()).toMatchObject({ ok: true });
      expect(await theo.approve()).toMatchObject(decidedByMara);
      expect(await theo.reject()).toMatchObject(decidedByMara);
      expect((await look(office.app, 'theo', who)).decision?.by).toBe('mara Okafor');
    },
  );

  test('decide at the very same moment: one does, and the other is told', async () => {
    const who = await holdBack(office.app, 'Bea');
    const mara = await openAt('mara', who);
    const theo = await openAt('theo', who);
    const answers = await Promise.all([mara.approve(), theo.reject()]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CASE_DECIDED' } });
  });

  test('what the first takes back the second can decide', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Cid');
    const { case: row } = await approve(app, 'mara', who);
    await app.ask('mara', 'moderation.undo', { id: row.id, version: row.version });
    expect(await reject(app, 'theo', who)).toMatchObject({
      case: { state: 'rejected', decision: { by: 'theo Okafor' } },
    });
  });

  test('a rule was first', async () => {
    const { app } = office;
    const typed = { patterns: ['@ruled.example'], decision: 'approve' as const, note: '' };
    await app.ask('superuser', 'moderationSettings.addRules', typed);
    const who = await register(app, 'Dot', { email: 'dot@ruled.example' });
    expect(await look(app, 'mara', who)).toMatchObject({
      state: 'approved',
      decision: { by: '', isSelf: false, rule: '@ruled.example', effectiveAt: app.clock.now() },
      domain: { name: 'ruled.example', approved: 1, waiting: 0, rejected: 0, rule: 'approve' },
    });
    expect(await (await openAt('mara', who)).reject()).toMatchObject({
      error: { code: 'CASE_DECIDED', params: { name: 'A rule' } },
    });
    await signIn(app, 'dot', who.credentials);
    expect((await app.ask('dot', 'session.state', {})).state).toBe('full');
  });
});

describe('a decision on what the person has sent anew meanwhile', () => {
  async function corrected(name: string) {
    const { app } = office;
    const who = await register(app, name);
    const mara = await openAt('mara', who);
    await signIn(app, name, who.credentials);
    const { version, submission } = await app.ask(name, 'signUp.mine', {});
    const { givenName, familyName, phone, values } = submission;
    const sent = { version, givenName, familyName, phone, values, message: 'Once more.' };
    await app.ask(name, 'signUp.resubmit', sent);
    return { who, mara, sent };
  }

  test('is refused, and shown anew', async () => {
    const { who, mara } = await corrected('Eli');
    expect(await mara.approve()).toMatchObject({ ok: false, error: { code: 'CASE_RESUBMITTED' } });
    expect(await look(office.app, 'mara', who)).toMatchObject({ revision: 2, message: 'Once more.', state: 'waiting' });
  });

  test('so is one on what has been appealed against', async () => {
    const { app } = office;
    const who = await register(app, 'Fay');
    await reject(app, 'mara', who);
    app.clock.advance(untilInEffect);
    const theo = await openAt('theo', who);
    await signIn(app, 'Fay', who.credentials);
    const { version } = await app.ask('Fay', 'signUp.mine', {});
    await app.ask('Fay', 'signUp.appeal', { version, message: 'Please.' });
    expect(await theo.approve()).toMatchObject({ error: { code: 'CASE_RESUBMITTED' } });
  });

  test('and the person cannot send what crosses a decision', async () => {
    const { app } = office;
    const { who, sent } = await corrected('Gil');
    await requestChanges(app, 'mara', who);
    expect(await app.refusal('Gil', 'signUp.resubmit', sent)).toBe('SIGN_UP_DECIDED');
  });

  test('another change is only that', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Hug');
    const mara = await openAt('mara', who);
    const parking = { ...(await asItIs(app, 'theo', who)), until: app.clock.now() + minutes(9), internalReason: '' };
    await app.ask('theo', 'moderation.park', parking);
    expect(await mara.approve()).toMatchObject({ error: { code: 'STALE_VERSION' } });
  });
});

describe('a claim', () => {
  test('is seen by others, keeps them from deciding, and lapses by itself', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Ira');
    const until = app.clock.now() + minutes(5);
    expect(await app.ask('mara', 'moderation.claim', { id: who.caseId })).toMatchObject({
      claim: { name: 'mara Okafor', isSelf: true, until },
    });
    const seen = await look(app, 'theo', who);
    expect(seen).toMatchObject({ claim: { name: 'mara Okafor', isSelf: false }, obstacle: 'CASE_CLAIMED' });
    const theo = await openAt('theo', who);
    expect(await theo.approve()).toMatchObject({ error: { code: 'CASE_CLAIMED', params: { name: 'mara Okafor' } } });
    app.clock.advance(minutes(5) - 1);
    expect(await theo.approve()).toMatchObject({ error: { code: 'CASE_CLAIMED' } });
    app.clock.advance(1);
    expect(await look(app, 'theo', who)).toMatchObject({ claim: null, obstacle: null });
    // It is no change of the case: what was opened before can still be decided.
    expect(await theo.approve()).toMatchObject({ ok: true, data: { case: { claim: null } } });
  });

  test('is no obstacle for whoever holds it, and ends with the decision', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Jed');
    const mara = await openAt('mara', who);
    await app.ask('mara', 'moderation.claim', { id: who.caseId });
    expect(await mara.requestChanges()).toMatchObject({ ok: true, data: { case: { claim: null } } });
  });

  test('is taken over only where that is asked for', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Kai');
    await app.ask('mara', 'moderation.claim', { id: who.caseId });
    expect(await app.call('theo', 'moderation.claim', { id: who.caseId })).toMatchObject({
      error: { code: 'CASE_CLAIMED', params: { name: 'mara Okafor' } },
    });
    expect(await app.ask('theo', 'moderation.claim', { id: who.caseId, takesOver: true })).toMatchObject({
      claim: { name: 'theo Okafor', isSelf: true },
    });
    expect(await (await openAt('mara', who)).approve()).toMatchObject({ error: { code: 'CASE_CLAIMED' } });
  });

  test('is given back by whoever holds it, and by nobody else', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Lou');
    await app.ask('mara', 'moderation.claim', { id: who.caseId });
    expect((await app.ask('theo', 'moderation.release', { id: who.caseId })).claim).toMatchObject({ isSelf: false });
    expect((await app.ask('mara', 'moderation.release', { id: who.caseId })).claim).toBeNull();
    expect(await (await openAt('theo', who)).approve()).toMatchObject({ ok: true });
  });

  test('holds for longer each time it is made, and is recorded once', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Max');
    await app.ask('mara', 'moderation.claim', { id: who.caseId });
    app.clock.advance(minutes(4));
    const { claim } = await app.ask('mara', 'moderation.claim', { id: who.caseId });
    expect(claim?.until).toBe(app.clock.now() + minutes(5));
    const { rows } = await app.ask('superuser', 'accounts.activity', { id: who.accountId });
    expect(rows.filter(({ act }) => act === 'sign-up.claimed')).toHaveLength(1);
  });

  test('is not made of what was decided', async () => {
    const { app } = office;
    const who = await holdBack(app, 'Nat');
    await reject(app, 'mara', who);
    expect(await app.call('theo', 'moderation.claim', { id: who.caseId })).toMatchObject(decidedByMara);
  });
});

describe('a second pair of eyes', () => {
  async function trusted(name: string) {
    const { app } = office;
    const { rows } = await app.ask('superuser', 'profiles.types', {});
    const type = rows.find((one) => one.name === 'Trusted') ?? (await addTypeWithCompany(app, 'Trusted'));
    const policy = { id: type.id, isOffered: true, needsApproval: false, needsSecondModerator: true };
    await setModeration(app, { types: [policy] });
    return register(app, name, companyOf(type, `${name} & Co`));
  }

  test('is needed for chosen types: two different moderators have to approve', async () => {
    const { app } = office;
    const who = await trusted('Ole');
    await signIn(app, 'Ole', who.credentials);
    expect(await look(app, 'mara', who)).toMatchObject({ needsSecondModerator: true, obstacle: null });
    expect(await approve(app, 'mara', who, 'Welcome.')).toMatchObject({
      case: {
        state: 'waiting',
        firstApproval: { name: 'mara Okafor', isSelf: true, at: app.clock.now() },
        decision: null,
      },
      undoableUntil: app.clock.now() + untilInEffect,
    });
    app.clock.advance(untilInEffect);
    expect((await app.ask('Ole', 'session.state', {})).state).toBe('awaiting-approval');
    expect(await look(app, 'mara', who)).toMatchObject({ obstacle: 'SECOND_MODERATOR_NEEDED', messages: [] });
    expect(await (await openAt('mara', who)).approve()).toMatchObject({ error: { code: 'SECOND_MODERATOR_NEEDED' } });
    expect(await look(app, 'theo', who)).toMatchObject({ obstacle: null, firstApproval: { isSelf: false } });
    expect(await approve(app, 'theo', who, 'Welcome.')).toMatchObject({ case: { state: 'approved' } });
    app.clock.advance(untilInEffect);
    expect((await app.ask('Ole', 'session.state', {})).state).toBe('full');
    const { rows } = await app.ask('superuser', 'accounts.activity', { id: who.accountId });
    expect(rows.map(({ act }) => act)).toEqual(expect.arrayContaining(['sign-up.approved-first', 'sign-up.approved']));
  });

  test('is undone by whoever gave the first approval, for ten seconds', async () => {
    const { app } = office;
    const who = await trusted('Per');
    const { case: row } = await approve(app, 'mara', who);
    app.clock.advance(seconds(9));
    expect(await app.ask('mara', 'moderation.undo', { id: row.id, version: row.version })).toMatchObject({
      firstApproval: null,
    });
    expect(await approve(app, 'theo', who)).toMatchObject({
      case: { state: 'waiting', firstApproval: { isSelf: true } },
    });
  });

  test('is not needed to reject', async () => {
    const { app } = office;
    const who = await trusted('Ria');
    expect(await reject(app, 'mara', who)).toMatchObject({ case: { state: 'rejected' } });
  });

  test('is needed anew once the person has sent something else', async () => {
    const { app } = office;
    const who = await trusted('Sol');
    await approve(app, 'mara', who);
    await signIn(app, 'Sol', who.credentials);
    const { version, submission } = await app.ask('Sol', 'signUp.mine', {});
    const { givenName, familyName, phone, values } = submission;
    const sent = { version, givenName, familyName, phone, values, message: 'Changed.' };
    await app.ask('Sol', 'signUp.resubmit', sent);
    expect((await look(app, 'theo', who)).firstApproval).toBeNull();
    expect(await approve(app, 'theo', who)).toMatchObject({ case: { state: 'waiting' } });
  });
});
