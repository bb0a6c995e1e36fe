import { beforeEach, expect, test } from 'vitest';
import { minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, superuser } from '../../support/test-office';
import { caseOf, decide, mine, openForRegistration, registered } from './held-back';

const office = shareTestOffice(({ app }) => openForRegistration(app));
beforeEach(async () => {
  office.app.clock.advance(minutes(61));
  await backAtDesk(office.app, 'superuser', superuser);
});

test('a message waits until its decision has effect, and is shown until it is marked as read', async () => {
  const { app } = office;
  const person = await registered(app, 'Greeted');
  await decide(app, person, 'approve', 'Welcome to {office}, {given name}.');
  app.clock.advance(seconds(10));
  const { rows } = await app.ask(person.window, 'messages.unread', {});
  expect(rows).toEqual([
    {
      id: expect.any(String),
      kind: 'approved',
      text: 'Welcome to Northgate Office, Greeted.',
      sentAt: app.clock.now(),
    },
  ]);
  app.clock.advance(minutes(1));
  const id = rows[0]?.id ?? '';
  expect(await app.ask(person.window, 'messages.markRead', { id })).toEqual({});
  expect(await app.ask(person.window, 'messages.unread', {})).toEqual({ rows: [] });
  expect((await caseOf(app, person)).messages).toMatchObject([{ kind: 'approved', readAt: app.clock.now() }]);
  // When it was read first stays known.
  app.clock.advance(minutes(1));
  await app.ask(person.window, 'messages.markRead', { id });
  expect((await caseOf(app, person)).messages).toMatchObject([{ readAt: app.clock.now() - minutes(1) }]);
});

test('an approval without a word sends none', async () => {
  const { app } = office;
  const person = await registered(app, 'Silent');
  await decide(app, person, 'approve', '');
  app.clock.advance(seconds(10));
  expect(await app.ask(person.window, 'messages.unread', {})).toEqual({ rows: [] });
});

test('a decision that was taken back sends nothing', async () => {
  const { app } = office;
  const person = await registered(app, 'Spared');
  await decide(app, person, 'reject', 'Goodbye, {given name}.');
  const { id, version } = await caseOf(app, person);
  await app.ask('superuser', 'moderation.undo', { id, version });
  app.clock.advance(minutes(1));
  expect(await mine(app, person)).toMatchObject({ state: 'waiting', message: null });
});

test('nobody marks somebody else’s message, or reads it', async () => {
  const { app, file } = office;
  const [one, other] = [await registered(app, 'Owner'), await registered(app, 'Stranger')];
  await decide(app, one, 'approve', 'For Owner alone.');
  await decide(app, other, 'approve', 'For Stranger alone.');
  app.clock.advance(seconds(10));
  const { rows } = await app.ask(one.window, 'messages.unread', {});
  expect(rows.map(({ text }) => text)).toEqual(['For Owner alone.']);
  // Being looked at is what settles that somebody is in.
  await app.ask(other.window, 'messages.unread', {});
  const held = file.dump(['refused_call']);
  const id = rows[0]?.id ?? '';
  for (const window of [other.window, 'superuser']) {
    expect(await app.refusal(window, 'messages.markRead', { id })).toBe('NOT_FOUND');
  }
  expect(file.dump(['refused_call'])).toEqual(held);
});
