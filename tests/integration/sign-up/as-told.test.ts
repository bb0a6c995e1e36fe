import { beforeEach, describe, expect, test } from 'vitest';
import { hours, minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { setModeration } from '../../support/sign-ups';
import { backAtDesk, superuser } from '../../support/test-office';
import { ownPassword } from '../registration/people-who-register';
import { caseOf, decide, formOf, type HeldBack, mine, openForRegistration, registered, sellerType } from './held-back';

/** What somebody who is held back is told, and when. */
const office = shareTestOffice(({ app }) => openForRegistration(app));
beforeEach(async () => {
  office.app.clock.advance(minutes(61));
  await backAtDesk(office.app, 'superuser', superuser);
});

/** Somebody of whom changes were asked, which they have been told. */
async function asked(name: string): Promise<HeldBack> {
  const person = await registered(office.app, name);
  await decide(office.app, person, 'requestChanges', 'Which company?');
  office.app.clock.advance(seconds(10));
  return person;
}

async function park(person: HeldBack): Promise<void> {
  const { id, version } = await caseOf(office.app, person);
  const until = office.app.clock.now() + hours(2);
  await office.app.ask('superuser', 'moderation.park', { id, version, until, internalReason: 'Later' });
}

async function reopen(person: HeldBack): Promise<void> {
  const { id, version } = await caseOf(office.app, person);
  await office.app.ask('superuser', 'moderation.reopen', { id, version, internalReason: '' });
}

describe('whoever was asked for changes sees no difference', () => {
  test('while it is parked, nor once that is over', async () => {
    const { app } = office;
    const person = await asked('Parked');
    const before = await mine(app, person);
    expect(before).toMatchObject({ state: 'changes-requested', message: { text: 'Which company?' } });
    await park(await waitingAgain(person));
    expect(await mine(app, person)).toEqual(before);
    app.clock.advance(seconds(11));
    expect(await mine(app, person)).toEqual(before);
    app.clock.advance(hours(2));
    await backAtDesk(app, 'superuser', superuser);
    await backAtDesk(app, person.window, { email: person.email, password: ownPassword });
    expect(await caseOf(app, person)).toMatchObject({ state: 'waiting' });
    expect(await mine(app, person)).toEqual(before);
  });

  test.each(['approve', 'reject'] as const)('while a decision can be taken back: %s', async (act) => {
    const { app } = office;
    const person = await asked(`Pending-${act}`);
    const before = await mine(app, person);
    const heard: string[] = [];
    const stop = app.app.subscribe(person.window, (event) => {
      if (event.type === 'changed') heard.push(event.feature);
    });
    await decide(app, await waitingAgain(person), act);
    expect(await mine(app, person)).toEqual(before);
    const answer = app.refusal(person.window, 'signUp.resubmit', { ...formOf(before), message: 'Here it is.' });
    expect(await answer).toBe('SIGN_UP_DECIDED');
    // Nothing tells them that it is decided but that they may not send anything.
    expect(heard.filter((feature) => feature === 'messages')).toEqual([]);
    stop();
  });

  test('while one of two moderators has approved it', async () => {
    const { app } = office;
    const { id } = await sellerType(app);
    const policy = { id, isOffered: true, needsApproval: false };
    await setModeration(app, { types: [{ ...policy, needsSecondModerator: true }] });
    const person = await asked('Half');
    const before = await mine(app, person);
    await decide(app, person, 'approve');
    expect(await caseOf(app, person)).toMatchObject({ state: 'waiting', firstApproval: { isSelf: true } });
    expect(await mine(app, person)).toEqual(before);
    app.clock.advance(seconds(10));
    expect(await mine(app, person)).toEqual(before);
    await setModeration(app, { types: [{ ...policy, needsSecondModerator: false }] });
  });
});

/** A case that waits for changes is decided on like any other. */
async function waitingAgain(person: HeldBack): Promise<HeldBack> {
  expect(await caseOf(office.app, person)).toMatchObject({ state: 'changes-requested' });
  return person;
}

test('their windows hear of a decision once it has effect, and not before', async () => {
  const { app } = office;
  const person = await registered(app, 'Listening');
  const heard: string[] = [];
  app.app.subscribe(person.window, (event) => heard.push(event.type === 'changed' ? event.feature : event.type));
  await decide(app, person, 'reject');
  // What comes after it is heard after it.
  await setModeration(app, { isRegistrationOpen: true });
  expect(heard).not.toContain('signUp');
  app.clock.advance(seconds(10));
  await app.ask('superuser', 'moderation.counts', {});
  await expect.poll(() => heard).toContain('signUp');
});

describe('what the office has written', () => {
  test('is marked as read by whoever it is shown to, held back as they are', async () => {
    const { app } = office;
    const person = await asked('Reader');
    const { message } = await mine(app, person);
    await app.ask(person.window, 'messages.markRead', { id: message?.id ?? '' });
    expect((await caseOf(app, person)).messages).toMatchObject([{ readAt: app.clock.now() }]);
    // It is still what they are to answer.
    expect(await mine(app, person)).toMatchObject({ state: 'changes-requested', message });
  });

  test('is shown no longer once it is answered, or is about something else', async () => {
    const { app } = office;
    const person = await asked('Answering');
    app.clock.advance(minutes(1));
    const form = formOf(await mine(app, person));
    const sent = await app.ask(person.window, 'signUp.resubmit', { ...form, message: 'Here it is.' });
    expect(sent).toMatchObject({ state: 'waiting', message: null });
    await decide(app, person, 'reject', 'Sorry.');
    app.clock.advance(seconds(10));
    expect(await mine(app, person)).toMatchObject({ state: 'rejected', message: { text: 'Sorry.' } });
    app.clock.advance(minutes(1));
    await reopen(person);
    expect(await mine(app, person)).toMatchObject({ state: 'waiting', message: null });
  });

  test('before an approval counts as read once they are let in', async () => {
    const { app } = office;
    const person = await asked('Welcomed');
    app.clock.advance(minutes(1));
    await decide(app, person, 'approve', 'Welcome.');
    app.clock.advance(seconds(10));
    const { rows } = await app.ask(person.window, 'messages.unread', {});
    expect(rows).toMatchObject([{ kind: 'approved', text: 'Welcome.' }]);
  });
});

describe('what is sent again', () => {
  test('and is the same is refused, and nothing of it is kept', async () => {
    const { app, file } = office;
    const person = await asked('Same');
    const form = formOf(await mine(app, person));
    const held = file.dump(['refused_call']);
    expect(await app.refusal(person.window, 'signUp.resubmit', form)).toBe('NOTHING_CHANGED');
    expect(file.dump(['refused_call'])).toEqual(held);
  });

  test('is taken twenty times within a day', async () => {
    const { app, file } = office;
    const person = await registered(app, 'Often');
    const [one] = file.rows<{ id: number }>('SELECT max(id) AS id FROM sign_up_case');
    // The first one was sent at registering.
    for (let count = 2; count <= 20; count += 1) {
      const form = formOf(await mine(app, person));
      await app.ask(person.window, 'signUp.resubmit', { ...form, message: `Version ${count}` });
    }
    const again = async () => ({ ...formOf(await mine(app, person)), message: 'One more' });
    expect(await app.refusal(person.window, 'signUp.resubmit', await again())).toBe('SENT_TOO_OFTEN');
    // Signing in anew after a day would be a different test.
    file.write('UPDATE sign_up_submission SET submitted_at = submitted_at - 86400000 WHERE case_id = ?', one?.id ?? 0);
    expect(await app.ask(person.window, 'signUp.resubmit', await again())).toMatchObject({ state: 'waiting' });
  });
});

test('an appeal is found by the domain of the e-mail as it is now', async () => {
  const { app, file } = office;
  const person = await registered(app, 'Moved');
  await decide(app, person, 'reject');
  app.clock.advance(seconds(10));
  const { version } = await mine(app, person);
  const { id } = await caseOf(app, person);
  file.write("UPDATE sign_up_case SET domain = 'former.example' WHERE public_id = ?", id);
  await app.ask(person.window, 'signUp.appeal', { version, message: 'Please.' });
  expect((await caseOf(app, person)).domain.name).toBe(person.email.split('@')[1]);
});
