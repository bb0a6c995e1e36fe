import { expect, test } from 'vitest';
import type { Answer } from '../../../src-shared/contract';
import { days, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import type { TestApp } from '../../support/test-app';
import { addStaff, passphrase, signIn, startTestOffice } from '../../support/test-office';

const office = shareTestOffice();
const wrong = 'not the password at all';

function attempt(app: TestApp, signInName: string, password = wrong) {
  return app.call('desk', 'session.signIn', { signInName, password });
}

/** The code, and the seconds of a wait. */
function told(answer: Answer): string {
  if (answer.ok) return 'signed in';
  const { code, params } = answer.error;
  return params ? `${code} ${params.seconds}` : code;
}

async function tell(app: TestApp, signInName: string, times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let time = 0; time < times; time += 1) answers.push(told(await attempt(app, signInName)));
  return answers;
}

/** Fails on purpose, waits as long as told, fails again: what was told each time. */
async function waitsOf(app: TestApp, signInName: string, count: number): Promise<string[]> {
  await tell(app, signInName, 4);
  const waits: string[] = [];
  for (let wait = 0; wait < count; wait += 1) {
    expect(told(await attempt(app, signInName))).toBe('SIGN_IN_FAILED');
    const waiting = told(await attempt(app, signInName));
    waits.push(waiting);
    app.clock.advance(seconds(Number(waiting.split(' ')[1])));
  }
  return waits;
}

test('after five failures a name waits for 30 seconds, doubled with each more, 15 minutes at most, whose ever it is', async () => {
  const { app } = office;
  const { credentials } = await addStaff(app, 'somebody');
  const expected = [30, 60, 120, 240, 480, 900, 900].map((wait) => `SIGN_IN_WAIT ${wait}`);
  expect(await waitsOf(app, credentials.email, 7)).toEqual(expected);
  expect(await waitsOf(app, 'nobody@example.com', 7)).toEqual(expected);
});

test('while a name waits the right password is not even tried, and the wait does not grow by asking', async () => {
  const { app } = office;
  const { email, password } = (await addStaff(app, 'waiting')).credentials;
  await tell(app, email, 5);
  app.clock.advance(seconds(29));
  expect(told(await attempt(app, email, password))).toBe('SIGN_IN_WAIT 1');
  expect(told(await attempt(app, email, password))).toBe('SIGN_IN_WAIT 1');
  app.clock.advance(seconds(1));
  expect(told(await attempt(app, email, password))).toBe('signed in');
  await app.ask('desk', 'session.signOut', {});
});

test('of twenty tries at once five are made', async () => {
  const { app } = office;
  const before = new Set(
    office.file.rows('SELECT hex(name_digest) AS digest FROM sign_in_wait').map((row) => row.digest),
  );
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(app, 'twenty@example.com')));
  const codes = answers.map((answer) => told(answer)).sort();
  expect(codes).toEqual([...Array(5).fill('SIGN_IN_FAILED'), ...Array(15).fill('SIGN_IN_WAIT 30')]);
  const waits = office.file.rows('SELECT hex(name_digest) AS digest, failures FROM sign_in_wait');
  expect(waits.filter(({ digest }) => !before.has(digest))).toEqual([{ digest: expect.any(String), failures: 5 }]);
});

test('case, blanks and accents make no second name of one', async () => {
  const { app } = office;
  const spellings = ['jane.müller@x', 'JANE.MÜLLER@X', ' jane.muller@x', 'jane.muller@x  ', 'Jane.Mu\u0308ller@x'];
  for (const spelling of spellings) await attempt(app, spelling);
  expect(told(await attempt(app, 'jane.muller@x'))).toBe('SIGN_IN_WAIT 30');
});

test('signing in takes the failures back', async () => {
  const { app } = office;
  const { credentials } = await addStaff(app, 'distracted');
  await tell(app, credentials.email, 4);
  await signIn(app, 'elsewhere', credentials);
  expect(await tell(app, credentials.email, 5)).toEqual(Array(5).fill('SIGN_IN_FAILED'));
});

test('a day without a failure lets them be forgotten', async () => {
  const { app } = office;
  await tell(app, 'yesterday@example.com', 4);
  app.clock.advance(days(1) + 1);
  expect(await tell(app, 'yesterday@example.com', 5)).toEqual(Array(5).fill('SIGN_IN_FAILED'));
});

test('wrong passwords at a locked window, at a confirmation and at a change count for the same name', async () => {
  const { app } = office;
  const { credentials } = await addStaff(app, 'forgetful');
  const { email, password } = credentials;
  const newPassword = 'amber windmill turning north';
  await signIn(app, 'forgetful', credentials);
  await app.ask('forgetful', 'session.changeOwnPassword', { currentPassword: password, newPassword });

  expect(await app.refusal('forgetful', 'session.reauthenticate', { password: wrong })).toBe('WRONG_PASSWORD');
  const change = { currentPassword: wrong, newPassword: 'another windmill turning south' };
  expect(await app.refusal('forgetful', 'session.changeOwnPassword', change)).toBe('WRONG_PASSWORD');
  await app.ask('forgetful', 'session.lock', {});
  for (let time = 0; time < 3; time += 1) {
    expect(await app.refusal('forgetful', 'session.unlock', { password: wrong })).toBe('WRONG_PASSWORD');
  }
  expect(await app.refusal('forgetful', 'session.unlock', { password: newPassword })).toBe('SIGN_IN_WAIT');
  expect(told(await attempt(app, email, newPassword))).toBe('SIGN_IN_WAIT 30');
});

test('what was typed as a name is nowhere in the store, since people type passwords there', async () => {
  const typed = 'my own secret password';
  const before = office.file.dump().sign_in_wait?.length ?? 0;
  await attempt(office.app, typed);
  const dump = office.file.dump();
  expect(dump.sign_in_wait).toHaveLength(before + 1);
  expect(JSON.stringify(dump)).not.toContain(typed);
  expect(JSON.stringify(dump)).not.toContain(Buffer.from(typed).toString('hex'));
});

test('a computer whose clock was wrong and is set back makes nobody wait longer than 15 minutes', async () => {
  const { app } = office;
  app.clock.advance(days(4000));
  await tell(app, 'early@example.com', 5);
  app.clock.advance(-days(4000));
  expect(told(await attempt(app, 'early@example.com'))).toBe('SIGN_IN_WAIT 30');
  app.clock.advance(seconds(30));
  expect(told(await attempt(app, 'early@example.com'))).toBe('SIGN_IN_FAILED');
});

test('a restart forgives nothing, and names that somebody types do not hold up the recovery', async () => {
  const { app, recoveryCode } = await startTestOffice();
  for (const typed of ['recovery', 'recovery code']) await tell(app, typed, 5);
  await app.restart();
  await app.ask('desk', 'opening.openWithPassphrase', { passphrase });
  expect(told(await attempt(app, 'recovery'))).toBe('SIGN_IN_WAIT 30');
  const email = 'nobody@example.com';
  const newPassword = 'amber windmill turning north';
  expect(await app.refusal('desk', 'recovery.setSuperuserPassword', { recoveryCode, email, newPassword })).toBe(
    'NOT_A_SUPERUSER',
  );
});
