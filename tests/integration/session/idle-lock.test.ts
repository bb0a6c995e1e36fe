import { beforeEach, expect, test } from 'vitest';
import { procedures } from '../../../src-shared/contract';
import { hours, minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, signIn, superuser } from '../../support/test-office';

const office = shareTestOffice();
const almost = minutes(15) - 1;

beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

async function state(window = 'superuser'): Promise<string> {
  return (await office.app.ask(window, 'session.state', {})).state;
}

test('after 15 minutes without a touch a window locks itself', async () => {
  const { clock } = office.app;
  clock.advance(almost);
  expect(await state()).toBe('full');
  clock.advance(1);
  expect(await state()).toBe('locked');
});

test('asking and reading do not put the lock off, however often', async () => {
  const { app } = office;
  for (let minute = 0; minute < 15; minute += 1) {
    await app.ask('superuser', 'session.state', {});
    await app.ask('superuser', 'staff.list', {});
    await app.ask('superuser', 'activity.list', {});
    await app.ask('superuser', 'passwords.suggest', {});
    app.clock.advance(minutes(1));
  }
  expect(await app.refusal('superuser', 'staff.list', {})).toBe('SESSION_LOCKED');
});

test('a refused call does not put it off either', async () => {
  const { app } = office;
  app.clock.advance(almost);
  const { version } = { version: 1 };
  await app.send('superuser', 'groups.create', { name: '' });
  await app.send('superuser', 'groups.delete', { id: 'not an id', version });
  await app.send('superuser', 'session.unlock', { password: superuser.password });
  await app.send('superuser', 'no.such.procedure', {});
  app.clock.advance(1);
  expect(await state()).toBe('locked');
});

test('a touch and a change put it off by 15 minutes from then on', async () => {
  const { app } = office;
  app.clock.advance(almost);
  await app.ask('superuser', 'session.touch', {});
  app.clock.advance(almost);
  expect(await state()).toBe('full');
  await app.ask('superuser', 'session.reauthenticate', { password: superuser.password });
  await app.ask('superuser', 'groups.create', { name: 'Put off', description: '', permissions: [] });
  app.clock.advance(almost);
  expect(await state()).toBe('full');
});

test('each window counts for itself', async () => {
  const { app } = office;
  await signIn(app, 'second', superuser);
  app.clock.advance(almost);
  await app.ask('second', 'session.touch', {});
  app.clock.advance(1);
  expect([await state('superuser'), await state('second')]).toEqual(['locked', 'full']);
});

test('a locked window reaches nothing but its own state, the way out and the unlocking', async () => {
  const { app } = office;
  await app.ask('superuser', 'session.lock', {});
  const reached: string[] = [];
  for (const name of procedures.keys()) {
    const answer = await app.send('superuser', name, {});
    const isShut =
      !answer.ok && ['SESSION_LOCKED', 'ALREADY_SIGNED_IN', 'OFFICE_EXISTS', 'STORE_OPEN'].includes(answer.error.code);
    if (!isShut) reached.push(name);
    if (name === 'session.signOut') {
      await signIn(app, 'superuser', superuser);
      await app.ask('superuser', 'session.lock', {});
    }
  }
  expect(reached).toEqual(['session.state', 'session.signOut', 'session.unlock']);
});

test('touching a locked window does not unlock it', async () => {
  const { app } = office;
  app.clock.advance(minutes(15));
  expect(await app.refusal('superuser', 'session.touch', {})).toBe('SESSION_LOCKED');
  expect(await state()).toBe('locked');
});

test('the password unlocks; a wrong one does not', async () => {
  const { app } = office;
  app.clock.advance(hours(10));
  expect(await app.refusal('superuser', 'session.unlock', { password: 'not the password at all' })).toBe(
    'WRONG_PASSWORD',
  );
  expect(await state()).toBe('locked');
  expect((await app.ask('superuser', 'session.unlock', { password: superuser.password })).state).toBe('full');
  app.clock.advance(almost);
  expect(await state()).toBe('full');
});

test('a window locked by hand stays locked, and somebody else may sign in after signing it out', async () => {
  const { app } = office;
  expect((await app.ask('superuser', 'session.lock', {})).state).toBe('locked');
  app.clock.advance(seconds(1));
  expect(await state()).toBe('locked');
  const signInName = superuser.email;
  const { password } = superuser;
  expect(await app.refusal('superuser', 'session.signIn', { signInName, password })).toBe('ALREADY_SIGNED_IN');
  expect((await app.ask('superuser', 'session.signOut', {})).state).toBe('signed-out');
});

test('a locked window still says whose it is, so that its owner can unlock it', async () => {
  const { app } = office;
  const view = await app.ask('superuser', 'session.lock', {});
  expect(view).toMatchObject({ state: 'locked', user: { email: superuser.email } });
});

test('a clock that is set back does not put the lock off', async () => {
  const { app } = office;
  app.clock.advance(-hours(3));
  expect(await state()).toBe('full');
  app.clock.advance(minutes(15));
  expect(await state()).toBe('locked');
});
