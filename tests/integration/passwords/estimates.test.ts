import { expect, onTestFinished, test } from 'vitest';
import { StrengthEstimator } from '../../../src-main/features/passwords/strength';
import { shareTestOffice } from '../../support/shared-office';
import { strengthThread } from '../../support/test-app';

const office = shareTestOffice();
const misbehaving = new URL('./misbehaving.thread.ts', import.meta.url);

/** Long, and full of signs that can be read as letters: as much work as a password can make. */
const laborious = '4@8({[<369|!1/0$5+7%2'.repeat(7).slice(0, 128);

function estimator(thread: URL, limitMs?: number) {
  const strength = new StrengthEstimator(thread, limitMs);
  onTestFinished(() => strength.close());
  return (password: string, window: string | null = null) => strength.estimate({ password, about: [] }, window);
}

test('while a password is assessed, other calls are answered', async () => {
  const { app } = office;
  const assess = () => app.ask('typing', 'passwords.assess', { password: laborious, about: [] });
  // Reading the word lists is done, so that what follows is the estimate alone.
  await assess();
  const answered: string[] = [];
  const assessing = assess().then(() => answered.push('assessed'));
  for (const window of ['typing', 'superuser', 'another']) {
    await app.ask(window, 'session.state', {});
    answered.push(window);
  }
  await assessing;
  expect(answered).toEqual(['typing', 'superuser', 'another', 'assessed']);
});

test('questions of one form are answered each with its own result', async () => {
  const estimate = estimator(strengthThread);
  const [common, phrase, again] = await Promise.all([
    estimate('Password1234567', 'one'),
    estimate('violet harbour ladder mosaic', 'one'),
    estimate('aaaaaaaaaaaaaaaaaaaa', 'other'),
  ]);
  expect(common.score).toBeLessThan(3);
  expect(phrase).toEqual({ score: 4, isCommon: false });
  expect(again.score).toBe(0);
});

test('who asks faster than is answered loses the oldest questions of that window, and nobody else does', async () => {
  const estimate = estimator(misbehaving);
  const typing = ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef', 'abcdefg'].map((typed) => estimate(typed, 'typing'));
  const others = [estimate('one', 'other'), estimate('four')];
  const outcomes = await Promise.allSettled(typing);
  expect(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.score : outcome.reason.code)),
  ).toEqual([1, 'PASSWORD_NOT_JUDGED', 'PASSWORD_NOT_JUDGED', 4, 5, 6, 7]);
  expect(await Promise.all(others)).toMatchObject([{ score: 3 }, { score: 4 }]);
});

test.each([
  { fault: 'refuse', limitMs: undefined },
  { fault: 'crash', limitMs: undefined },
  { fault: 'stick', limitMs: 4_000 },
])('a thread that should $fault leaves its question open, and the next is answered', async ({ fault, limitMs }) => {
  const estimate = estimator(misbehaving, limitMs);
  const [wrong, next] = await Promise.allSettled([estimate(fault), estimate('well')]);
  expect(wrong).toMatchObject({ status: 'rejected', reason: { code: 'PASSWORD_NOT_JUDGED' } });
  expect(next).toMatchObject({ status: 'fulfilled', value: { score: 4 } });
});

test('closing leaves nothing waiting', async () => {
  const strength = new StrengthEstimator(misbehaving);
  const questions = [null, 'typing', null].map((window) => strength.estimate({ password: 'stick', about: [] }, window));
  const outcomes = Promise.allSettled(questions);
  await strength.close();
  for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { code: 'PASSWORD_NOT_JUDGED' } });
});
