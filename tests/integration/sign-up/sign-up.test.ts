import { beforeEach, describe, expect, test } from 'vitest';
import { newDelegate } from '../../support/authorized-users';
import { minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, superuser } from '../../support/test-office';
import { ownPassword } from '../registration/people-who-register';
import { caseOf, decide, formOf, mine, openForRegistration, registered } from './held-back';

const office = shareTestOffice(({ app }) => openForRegistration(app));
beforeEach(async () => {
  office.app.clock.advance(minutes(61));
  await backAtDesk(office.app, 'superuser', superuser);
});

describe('somebody who is held back', () => {
  test('sees what they have sent, and nothing of who decides', async () => {
    const { app } = office;
    const person = await registered(app, 'Abeni');
    const seen = await mine(app, person);
    const [company, employees] = seen.submission.type?.fields.map(({ id }) => id) ?? [];
    expect(seen).toEqual({
      version: seen.version,
      state: 'waiting',
      submittedAt: app.clock.now(),
      message: null,
      mayCorrect: true,
      mayAppeal: false,
      submission: {
        email: person.email,
        givenName: 'Abeni',
        familyName: 'Adeyinka',
        phone: '+44 20 7946 0100',
        message: 'Please let me in.',
        type: { id: seen.submission.type?.id, name: 'Seller', color: 'green', fields: seen.submission.type?.fields },
        values: { [company ?? '']: 'Abeni & Co', [employees ?? '']: 3 },
      },
    });
  });

  test('learns nothing of what the office does among itself, not even that it did something', async () => {
    const { app } = office;
    const person = await registered(app, 'Unaware');
    const before = await mine(app, person);
    const { id, version } = await caseOf(app, person);
    await app.ask('superuser', 'moderation.claim', { id });
    await app.ask('superuser', 'moderation.addNote', { id, text: 'Looks odd.' });
    const until = app.clock.now() + minutes(600);
    await app.ask('superuser', 'moderation.park', { id, version, until, internalReason: 'Later' });
    expect(await mine(app, person)).toEqual(before);
    app.clock.advance(seconds(11));
    expect(await mine(app, person)).toEqual(before);
    // So a form that was open all the while is still good.
    expect(await app.ask(person.window, 'signUp.resubmit', { ...formOf(before), phone: '' })).toMatchObject({
      state: 'waiting',
    });
    expect(await caseOf(app, person)).toMatchObject({ state: 'waiting', parkedUntil: null });
  });

  test('is told of a decision once it has effect, and not while it can be undone', async () => {
    const { app } = office;
    const person = await registered(app, 'Patience');
    const before = await mine(app, person);
    await decide(app, person, 'reject', 'Sorry, {given name}.');
    expect(await mine(app, person)).toEqual(before);
    app.clock.advance(seconds(9));
    expect(await mine(app, person)).toMatchObject({ state: 'waiting', message: null, mayAppeal: false });
    app.clock.advance(seconds(1));
    expect(await mine(app, person)).toMatchObject({
      state: 'rejected',
      message: { id: expect.any(String), text: 'Sorry, Patience.', sentAt: app.clock.now() },
      mayCorrect: false,
      mayAppeal: true,
    });
    expect(JSON.stringify(await mine(app, person))).not.toContain('Seen by two of us');
  });

  test('is in at once when an approval has effect, whoever has looked around until then', async () => {
    const { app } = office;
    const person = await registered(app, 'Prompt');
    await decide(app, person, 'approve');
    app.clock.advance(seconds(9));
    expect(await app.ask(person.window, 'session.state', {})).toMatchObject({ state: 'awaiting-approval' });
    app.clock.advance(seconds(1));
    expect(await app.ask(person.window, 'session.state', {})).toMatchObject({ state: 'full' });
    expect(await app.ask(person.window, 'myAccount.overview', {})).toMatchObject({ status: 'active' });
    expect(await app.refusal(person.window, 'signUp.mine', {})).toBe('NOT_ALLOWED');
  });
});

describe('a corrected version', () => {
  test('is sent where changes were asked for, and moderators see what is another', async () => {
    const { app, file } = office;
    const person = await registered(app, 'Corrected');
    await decide(app, person, 'requestChanges', 'Which company, {given name}?');
    app.clock.advance(seconds(10));
    const asked = await mine(app, person);
    expect(asked).toMatchObject({
      state: 'changes-requested',
      message: { text: 'Which company, Corrected?' },
      mayCorrect: true,
    });
    app.clock.advance(minutes(1));
    const [company = ''] = asked.submission.type?.fields.map(({ id }) => id) ?? [];
    const sent = await app.ask(person.window, 'signUp.resubmit', {
      ...formOf(asked),
      familyName: 'Adeyinka-Cole',
      phone: '',
      values: { ...asked.submission.values, [company]: 'Adeyinka Lanterns' },
      message: 'Now complete.',
    });
    expect(sent).toMatchObject({
      state: 'waiting',
      submittedAt: app.clock.now(),
      submission: { familyName: 'Adeyinka-Cole', phone: '', message: 'Now complete.' },
    });
    const seen = await caseOf(app, person);
    expect(seen).toMatchObject({
      state: 'waiting',
      tab: 'waiting',
      revision: 2,
      since: app.clock.now(),
      familyName: 'Adeyinka-Cole',
      message: 'Now complete.',
      values: [
        { label: 'Company', value: 'Adeyinka Lanterns' },
        { label: 'Employees', value: 3 },
      ],
      messages: [{ kind: 'changes-requested', readAt: app.clock.now() }],
    });
    expect(seen.changes).toEqual(
      expect.arrayContaining([
        { label: 'Family name', kind: null, before: 'Adeyinka', after: 'Adeyinka-Cole' },
        { label: 'Company', kind: 'text', before: 'Corrected & Co', after: 'Adeyinka Lanterns' },
      ]),
    );
    const kept = file.rows(
      'SELECT family_name FROM sign_up_submission JOIN sign_up_case c ON c.id = case_id WHERE c.public_id = ?',
      seen.id,
    );
    expect(kept).toEqual([{ family_name: 'Adeyinka' }, { family_name: 'Adeyinka-Cole' }]);
    const account = await app.ask('superuser', 'accounts.get', { id: person.accountId });
    expect(account).toMatchObject({ familyName: 'Adeyinka-Cole', phone: '' });
  });

  test('can be sent while nobody has looked yet, and stands in the activity as the person’s own', async () => {
    const { app } = office;
    const person = await registered(app, 'Early');
    const seen = await mine(app, person);
    await app.ask(person.window, 'signUp.resubmit', { ...formOf(seen), givenName: 'Earlier' });
    const { rows } = await app.ask('superuser', 'activity.list', { act: 'sign-up.resubmitted' });
    expect(rows[0]).toMatchObject({
      actor: { id: person.accountId },
      subject: { kind: 'account', label: 'Earlier Adeyinka' },
      changes: [{ field: 'givenName', before: 'Early', after: 'Earlier' }],
    });
  });

  test('is refused while somebody’s decision is about to have effect, and once it has', async () => {
    const { app, file } = office;
    const person = await registered(app, 'Overtaken');
    const form = formOf(await mine(app, person));
    for (const act of ['requestChanges', 'reject', 'approve'] as const) {
      await decide(app, person, act);
      const held = file.dump(['refused_call']);
      expect(await app.refusal(person.window, 'signUp.resubmit', form)).toBe('SIGN_UP_DECIDED');
      expect(file.dump(['refused_call'])).toEqual(held);
      const { id, version } = await caseOf(app, person);
      await app.ask('superuser', 'moderation.undo', { id, version });
    }
    await decide(app, person, 'reject');
    app.clock.advance(seconds(10));
    expect(await app.refusal(person.window, 'signUp.resubmit', form)).toBe('SIGN_UP_DECIDED');
  });

  test('made from what is not so any more is refused: the office or another window has changed it', async () => {
    const { app } = office;
    const person = await registered(app, 'Stale');
    const form = formOf(await mine(app, person));
    await app.ask(person.window, 'signUp.resubmit', { ...form, givenName: 'Fresh' });
    expect(await app.refusal(person.window, 'signUp.resubmit', form)).toBe('STALE_VERSION');
    const next = formOf(await mine(app, person));
    const { profiles } = await app.ask('superuser', 'accounts.get', { id: person.accountId });
    const [profile] = profiles;
    const values = { ...next.values, [profile?.values[0]?.fieldId ?? '']: 'By the office' };
    const change = { id: profile?.id ?? '', version: profile?.version ?? 0, values };
    await app.ask('superuser', 'profiles.update', change);
    expect(await app.refusal(person.window, 'signUp.resubmit', next)).toBe('STALE_VERSION');
  });

  test('is judged by the fields as they are now, and then nothing of it is kept', async () => {
    const { app, file } = office;
    const person = await registered(app, 'Wrong');
    const form = formOf(await mine(app, person));
    const [company = '', employees = ''] = Object.keys(form.values);
    const held = file.dump(['refused_call']);
    const refused = [
      [{ [company]: '' }, `values.${company}`, 'FIELD_REQUIRED'],
      [{ [employees]: 'three' }, `values.${employees}`, 'FIELD_NOT_NUMBER'],
      [{ AAAAAAAAAAAAAAAAAAAAAA: 'x' }, 'values.AAAAAAAAAAAAAAAAAAAAAA', 'PROFILE_TYPE_CHANGED'],
    ] as const;
    for (const [values, field, code] of refused) {
      const answer = await app.call(person.window, 'signUp.resubmit', { ...form, givenName: 'Right', values });
      expect(answer).toMatchObject({ ok: false, error: { code, fields: { [field]: { code } } } });
    }
    expect(file.dump(['refused_call'])).toEqual(held);
  });

  test('needs a second moderator anew, who has approved something else', async () => {
    const { app } = office;
    const { id: typeId } = (await mine(app, await registered(app, 'Twice'))).submission.type ?? { id: '' };
    const { types: _, ...policies } = await app.ask('superuser', 'moderationSettings.policies', {});
    const policy = { id: typeId, isOffered: true, needsApproval: false };
    const set = (needsSecondModerator: boolean, version = policies.version) =>
      app.ask('superuser', 'moderationSettings.updatePolicies', {
        ...policies,
        version,
        types: [{ ...policy, needsSecondModerator }],
      });
    await set(true);
    const person = await registered(app, 'Second');
    await decide(app, person, 'approve');
    expect(await caseOf(app, person)).toMatchObject({ state: 'waiting', firstApproval: { isSelf: true } });
    app.clock.advance(seconds(10));
    await app.ask(person.window, 'signUp.resubmit', { ...formOf(await mine(app, person)), message: 'Once more.' });
    expect(await caseOf(app, person)).toMatchObject({ state: 'waiting', firstApproval: null });
    await set(false, policies.version + 1);
  });
});

describe('an appeal', () => {
  test('is made once, and waits in a part of the queue of its own', async () => {
    const { app } = office;
    const person = await registered(app, 'Appealing');
    expect(await app.refusal(person.window, 'signUp.appeal', { version: 1, message: 'Please.' })).toBe('NO_APPEAL');
    await decide(app, person, 'reject');
    app.clock.advance(seconds(10));
    const { version } = await mine(app, person);
    const asked = app.ask(person.window, 'signUp.appeal', { version, message: 'I am who I say I am.' });
    expect(await asked).toMatchObject({ state: 'appealed', mayAppeal: false, mayCorrect: false });
    expect(await caseOf(app, person)).toMatchObject({
      tab: 'appeals',
      isAppeal: true,
      appeal: 'I am who I say I am.',
      since: app.clock.now(),
    });
    const { rows } = await app.ask('superuser', 'activity.list', {});
    expect(rows[0]).toMatchObject({ act: 'sign-up.appealed', actor: { id: person.accountId } });

    const appealing = await mine(app, person);
    await decide(app, person, 'reject', 'No, {given name}.');
    // That it is decided they learn with the decision.
    expect((await mine(app, person)).state).toBe('appealed');
    app.clock.advance(seconds(10));
    const rejected = await mine(app, person);
    expect(rejected).toMatchObject({ state: 'rejected', mayAppeal: false, message: { text: 'No, Appealing.' } });
    for (const named of [appealing.version, rejected.version]) {
      const again = { version: named, message: 'Once more.' };
      expect(await app.refusal(person.window, 'signUp.appeal', again)).toBe('NO_APPEAL');
    }
  });

  test('that was heard lets its person in', async () => {
    const { app } = office;
    const person = await registered(app, 'Heard');
    await decide(app, person, 'reject');
    app.clock.advance(seconds(10));
    const { version } = await mine(app, person);
    await app.ask(person.window, 'signUp.appeal', { version, message: 'Look again.' });
    await decide(app, person, 'approve', 'Welcome after all, {given name}.');
    app.clock.advance(seconds(10));
    const unread = await app.ask(person.window, 'messages.unread', {});
    expect(unread.rows).toMatchObject([{ kind: 'approved', text: 'Welcome after all, Heard.' }]);
  });

  test('is refused before the person is told, and from a form that is out of date', async () => {
    const { app } = office;
    const person = await registered(app, 'Hasty');
    const { version } = await mine(app, person);
    await decide(app, person, 'reject');
    expect(await app.refusal(person.window, 'signUp.appeal', { version, message: 'Please.' })).toBe('NO_APPEAL');
    app.clock.advance(seconds(10));
    expect(await app.refusal(person.window, 'signUp.appeal', { version, message: 'Please.' })).toBe('STALE_VERSION');
  });
});

describe('somebody who was let in and is held back anew', () => {
  test('does nothing more of what they could, from the next call on', async () => {
    const { app } = office;
    const person = await registered(app, 'Recalled');
    await decide(app, person, 'approve', '');
    app.clock.advance(seconds(10));
    await app.ask(person.window, 'myAccount.overview', {});
    const { id, version } = await caseOf(app, person);
    await app.ask('superuser', 'moderation.reopen', { id, version, internalReason: 'A mistake' });
    expect(await app.refusal(person.window, 'myAccount.overview', {})).toBe('AWAITING_APPROVAL');
    expect(await mine(app, person)).toMatchObject({ state: 'waiting', mayCorrect: true });
  });

  test('changes nothing either by what they had asked for a moment before', async () => {
    const { app } = office;
    const person = await registered(app, 'Racing');
    await decide(app, person, 'approve', '');
    app.clock.advance(seconds(10));
    const { id, version } = await caseOf(app, person);
    // Adding somebody hashes a password, which takes longer than putting the person back behind the gate.
    const [adding] = await Promise.all([
      app.call(person.window, 'myAuthorizedUsers.create', newDelegate('Slow')),
      app.ask('superuser', 'moderation.reopen', { id, version, internalReason: 'A mistake' }),
    ]);
    expect(adding).toMatchObject({ ok: false, error: { code: 'AWAITING_APPROVAL' } });
  });
});

test('the account’s own activity says what its person did, and nothing of what the office does among itself', async () => {
  const { app } = office;
  const person = await registered(app, 'Reading');
  await app.ask(person.window, 'signUp.resubmit', { ...formOf(await mine(app, person)), message: 'Once more.' });
  const { id } = await caseOf(app, person);
  await app.ask('superuser', 'moderation.claim', { id });
  await decide(app, person, 'approve');
  app.clock.advance(seconds(10));
  const { rows } = await app.ask(person.window, 'myAccount.activity', {});
  expect(rows.map(({ act }) => act)).toEqual(['sign-up.resubmitted', 'session.signed-in', 'sign-up.registered']);
});

test('somebody who is held back chooses no other password, and signs in by the one they chose', async () => {
  const { app } = office;
  const person = await registered(app, 'Keyed');
  const change = { currentPassword: ownPassword, newPassword: 'another lantern over the river' };
  expect(await app.refusal(person.window, 'session.changeOwnPassword', change)).toBe('AWAITING_APPROVAL');
  await app.ask(person.window, 'session.signOut', {});
  await app.ask(person.window, 'session.signIn', { signInName: person.email, password: ownPassword });
  expect(await mine(app, person)).toMatchObject({ state: 'waiting' });
});
