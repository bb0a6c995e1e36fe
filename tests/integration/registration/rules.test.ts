import { beforeEach, expect, test } from 'vitest';
import { minutes } from '../../support/manual-clock';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { setModeration } from '../../support/sign-ups';
import { backAtDesk, superuser } from '../../support/test-office';
import { newcomer, ownPassword } from './people-who-register';

const office = shareTestOffice(prepare);
beforeEach(async () => {
  office.app.clock.advance(minutes(61));
  await backAtDesk(office.app, 'superuser', superuser);
});

async function prepare({ app }: SharedOffice): Promise<void> {
  await setModeration(app, { isOn: true, isRegistrationOpen: true });
  const rules = [
    { decision: 'approve', patterns: ['good.example', 'friend@bad.example', '*.wide.example', '*.foul.good.example'] },
    { decision: 'reject', patterns: ['bad.example', 'foe@good.example', '*.deep.wide.example', 'a.foul.good.example'] },
  ] as const;
  for (const { decision, patterns } of rules) {
    await app.ask('superuser', 'moderationSettings.addRules', { decision, patterns: [...patterns], note: '' });
  }
}

/** The state of their session, and the case of whoever registered with this e-mail. */
async function afterRegistering(email: string) {
  const { app } = office;
  await app.ask('newcomer', 'registration.register', newcomer('Rule', { email }));
  await app.ask(email, 'session.signIn', { signInName: email, password: ownPassword });
  const { state } = await app.ask(email, 'session.state', {});
  const { rows } = await app.ask('superuser', 'accounts.list', { search: email });
  const { id } = await app.ask('superuser', 'moderation.caseOf', { accountId: rows[0]?.id ?? '' });
  return { state, signUpCase: await app.ask('superuser', 'moderation.get', { id: id ?? '' }) };
}

test.each([
  ['anybody@good.example', 'approved', '@good.example'],
  ['FRIEND@bad.example', 'approved', 'friend@bad.example'],
  ['anybody@bad.example', 'rejected', '@bad.example'],
  ['foe@good.example', 'rejected', 'foe@good.example'],
  ['anybody@a.wide.example', 'approved', '*.wide.example'],
  ['anybody@b.a.wide.example', 'approved', '*.wide.example'],
  ['anybody@a.deep.wide.example', 'rejected', '*.deep.wide.example'],
  ['anybody@a.foul.good.example', 'rejected', '@a.foul.good.example'],
  ['anybody@b.foul.good.example', 'approved', '*.foul.good.example'],
] as const)('%s is %s by the nearest rule, %s, at once', async (email, state, rule) => {
  const after = await afterRegistering(email);
  expect(after.state).toBe(state === 'approved' ? 'full' : 'awaiting-approval');
  expect(after.signUpCase).toMatchObject({
    state,
    tab: 'decided',
    decision: { rule, by: '', isSelf: false, at: office.app.clock.now(), effectiveAt: office.app.clock.now() },
  });
  const { rows } = await office.app.ask('superuser', 'activity.list', { act: `sign-up.${state}` });
  expect(rows[0]).toMatchObject({ actor: null, subject: { kind: 'account' }, reason: expect.stringContaining(rule) });
});

test.each([
  'anybody@wide.example',
  'anybody@deep.example',
  'anybody@verygood.example',
  'anybody@good.example.org',
  // Looks alike, and mail to it goes elsewhere.
  'stranger@göod.example',
])('%s is meant by no rule, and waits', async (email) => {
  const { state, signUpCase } = await afterRegistering(email);
  expect(state).toBe('awaiting-approval');
  expect(signUpCase).toMatchObject({ state: 'waiting', decision: null });
});

test('a rule counts whom it has decided on', async () => {
  const { app } = office;
  await app.ask('superuser', 'moderationSettings.addRules', {
    decision: 'reject',
    patterns: ['counted.example'],
    note: '',
  });
  await afterRegistering('one@counted.example');
  await afterRegistering('two@counted.example');
  const { rows } = await app.ask('superuser', 'moderationSettings.rules', {});
  expect(rows.find(({ pattern }) => pattern === 'counted.example')).toMatchObject({ decidedCount: 2 });
});

test('whom a rule has rejected is told so, and may appeal', async () => {
  await afterRegistering('hopeful@bad.example');
  expect(await office.app.ask('hopeful@bad.example', 'signUp.mine', {})).toMatchObject({
    state: 'rejected',
    mayAppeal: true,
    mayCorrect: false,
  });
});

test('rules decide on nobody where the office holds nobody back', async () => {
  const { app } = office;
  await setModeration(app, { isOn: false, waiting: 'keep' });
  const email = 'late@bad.example';
  await app.ask('newcomer', 'registration.register', newcomer('Late', { email }));
  await app.ask('late', 'session.signIn', { signInName: email, password: ownPassword });
  expect(await app.ask('late', 'session.state', {})).toMatchObject({ state: 'full' });
});
