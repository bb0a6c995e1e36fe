import { expect, test } from 'vitest';
import { verifyChain } from '../../../src-main/store/activity-chain';
import type { ActivityAct } from '../../../src-shared/activity';
import { days, minutes, seconds } from '../../support/manual-clock';
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
  said,
  setModeration,
  untilInEffect,
} from '../../support/sign-ups';
import { addAccount, backAtDesk, signIn, superuser } from '../../support/test-office';
import { actsOfModeration } from './acts-of-moderation';

const office = shareTestOffice(async ({ app }) => {
  const type = await addTypeWithCompany(app, 'Trader');
  const policy = { id: type.id, isOffered: true, needsApproval: true, needsSecondModerator: false };
  await setModeration(app, { isRegistrationOpen: true, types: [policy] });
  await addModerators(app);
});

async function entries(count = 1) {
  await backAtDesk(office.app, 'superuser', superuser);
  return (await office.app.ask('superuser', 'activity.list', {})).rows.slice(0, count);
}

const acts = async (count: number) => (await entries(count)).map(({ act }) => act);

async function trader() {
  const type = (await office.app.ask('superuser', 'profiles.types', {})).rows.find(({ name }) => name === 'Trader');
  if (!type) throw new Error('The type was added before.');
  return type;
}

test('what somebody does who signs up: about themself, and by nobody else', async () => {
  const { app } = office;
  const who = await register(app, 'Adaeze', companyOf(await trader(), 'Lanterns'));
  expect(await entries()).toMatchObject([
    {
      act: 'sign-up.registered',
      actor: null,
      subject: { kind: 'account', label: 'Adaeze Newcomer' },
      reason: null,
      changes: expect.arrayContaining([
        { field: 'profileType', before: null, after: 'Trader' },
        { field: 'Company', before: null, after: 'Lanterns' },
      ]),
    },
  ]);
  await signIn(app, 'adaeze', who.credentials);
  const { version, submission } = await app.ask('adaeze', 'signUp.mine', {});
  const { givenName, familyName, phone, values } = submission;
  const corrected = { version, givenName, familyName, phone, values, message: '' };
  await app.ask('adaeze', 'signUp.resubmit', { ...corrected, familyName: 'Obi' });
  expect(await entries()).toMatchObject([
    { act: 'sign-up.resubmitted', actor: { id: who.accountId }, changes: [{ before: 'Newcomer', after: 'Obi' }] },
  ]);
  await reject(app, 'mara', who);
  app.clock.advance(untilInEffect);
  const rejected = await app.ask('adaeze', 'signUp.mine', {});
  await app.ask('adaeze', 'signUp.appeal', { version: rejected.version, message: 'Please look again.' });
  expect(await entries()).toMatchObject([
    { act: 'sign-up.appealed', changes: [{ field: 'appeal', before: null, after: 'Please look again.' }] },
  ]);
});

test('what moderators do with a sign-up, each by its own name, with the reason that stays in the office', async () => {
  const { app } = office;
  const who = await holdBack(app, 'handled');
  expect(await acts(2)).toEqual(['sign-up.added', 'account.added']);
  await backAtDesk(app, 'mara', { email: 'mara@example.com', password: 'quiet meadow chosen alone' });
  await app.ask('mara', 'moderation.claim', { id: who.caseId });
  await app.ask('mara', 'moderation.release', { id: who.caseId });
  await app.ask('mara', 'moderation.addNote', { id: who.caseId, text: 'Something between us.' });
  const until = app.clock.now() + days(2);
  await app.ask('mara', 'moderation.park', { ...(await asItIs(app, 'mara', who)), until, internalReason: 'Later' });
  await app.ask('mara', 'moderation.reopen', { ...(await asItIs(app, 'mara', who)), internalReason: 'Now' });
  await requestChanges(app, 'mara', who);
  await app.ask('mara', 'moderation.undo', await asItIs(app, 'mara', who));
  await reject(app, 'mara', who, 'Goodbye.');
  const rows = await entries(8);
  expect(rows.map(({ act }) => act)).toEqual([
    'sign-up.rejected',
    'sign-up.undone',
    'sign-up.changes-requested',
    'sign-up.reopened',
    'sign-up.parked',
    'sign-up.noted',
    'sign-up.released',
    'sign-up.claimed',
  ]);
  for (const { actor, subject } of rows) {
    expect(actor?.name).toBe('mara Okafor');
    expect(subject).toMatchObject({ kind: 'account', label: 'handled Okafor' });
  }
  expect(rows[0]).toMatchObject({ reason: said.internalReason });
  expect(rows[4]).toMatchObject({ reason: 'Later' });
  // What is between moderators, or between them and the person, is not for everybody who may read the activity.
  const everything = JSON.stringify(rows);
  for (const private_ of ['Something between us.', 'Goodbye.']) expect(everything).not.toContain(private_);
});

test('two moderators where a type needs them', async () => {
  const { app } = office;
  const type = await trader();
  const policy = { id: type.id, isOffered: true, needsApproval: true };
  await setModeration(app, { types: [{ ...policy, needsSecondModerator: true }] });
  const who = await register(app, 'Bola', companyOf(type, 'Two of them'));
  await backAtDesk(app, 'mara', { email: 'mara@example.com', password: 'quiet meadow chosen alone' });
  await backAtDesk(app, 'theo', { email: 'theo@example.com', password: 'quiet meadow chosen alone' });
  await approve(app, 'mara', who);
  await approve(app, 'theo', who);
  expect(await entries(2)).toMatchObject([
    { act: 'sign-up.approved', actor: { name: 'theo Okafor' } },
    { act: 'sign-up.approved-first', actor: { name: 'mara Okafor' } },
  ]);
  await setModeration(app, { types: [{ ...policy, needsSecondModerator: false }] });
});

test('a rejected profile that is deleted in the end, by nobody', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'refused');
  const added = { accountId: account.id, ...companyOf(await trader(), 'Refused') };
  await app.ask('superuser', 'profiles.add', added);
  const { id } = await app.ask('superuser', 'moderation.caseOf', { accountId: account.id });
  const who = { caseId: id ?? '', accountId: account.id, credentials: superuser };
  await reject(app, 'superuser', who);
  app.clock.advance(days(90) + minutes(1));
  // Whoever opens the office next lets it look around.
  await app.restart();
  await app.ask('superuser', 'opening.openWithPassphrase', { passphrase: 'seven copper kettles whistling' });
  await signIn(app, 'superuser', superuser);
  const { rows } = await app.ask('superuser', 'activity.list', { act: 'sign-up.removed' });
  expect(rows).toMatchObject([{ actor: null, subject: { label: 'refused Okafor' } }]);
  expect(await app.ask('superuser', 'accounts.get', { id: account.id })).toMatchObject({ profiles: [] });
});

test('decisions on many, their end and their undoing', async () => {
  const { app } = office;
  const [one, other] = [await holdBack(app, 'many-one'), await holdBack(app, 'many-other')];
  const start = () =>
    app.ask('superuser', 'moderation.startBulk', {
      decision: 'reject',
      choice: { ids: [one.caseId, other.caseId] },
      ...said,
      message: 'Not this time.',
    });
  const ended = async (state: string) => {
    const newest = async () => (await app.ask('superuser', 'moderation.bulkJobs', {})).rows[0]?.state;
    await expect.poll(newest, { timeout: 10_000 }).toBe(state);
  };
  const { id } = await start();
  await ended('done');
  expect((await look(app, 'superuser', one)).state).toBe('rejected');
  expect(await acts(3)).toEqual(['sign-up.rejected', 'sign-up.rejected', 'moderation.bulk-started']);
  await app.ask('superuser', 'moderation.undoBulk', { id });
  await ended('undone');
  expect((await acts(3)).sort()).toEqual(['moderation.bulk-undone', 'sign-up.undone', 'sign-up.undone']);
});

test('policies, rules and templates', async () => {
  const { app } = office;
  await backAtDesk(app, 'superuser', superuser);
  await setModeration(app, { reminderDays: 9 });
  const added = await app.ask('superuser', 'moderationSettings.addRules', {
    patterns: ['gone.example'],
    decision: 'reject',
    note: '',
  });
  await app.ask('superuser', 'moderationSettings.deleteRule', { id: added.rows[0]?.id ?? '' });
  const details = { decision: 'reject' as const, name: 'No room', text: 'No room, {given name}.' };
  const { id } = await app.ask('superuser', 'moderationSettings.createTemplate', details);
  await app.ask('superuser', 'moderationSettings.updateTemplate', { id, version: 1, ...details, text: 'Full.' });
  for (const [version, isArchived] of [
    [2, true],
    [3, false],
  ] as const) {
    await app.ask('superuser', 'moderationSettings.setTemplateArchived', { id, version, isArchived });
  }
  expect(await acts(7)).toEqual([
    'message-template.unarchived',
    'message-template.archived',
    'message-template.changed',
    'message-template.added',
    'moderation.rule-deleted',
    'moderation.rules-added',
    'moderation.policies-changed',
  ]);
});

test('every act of moderation has happened above', () => {
  const recorded = new Set(office.file.rows<{ act: ActivityAct }>('SELECT act FROM activity').map(({ act }) => act));
  // It takes a job that is long enough to be caught; that is tested with the jobs.
  recorded.add('moderation.bulk-cancelled');
  expect(actsOfModeration.filter((act) => !recorded.has(act))).toEqual([]);
});

test('the chain verifies, and no password is in it', async () => {
  office.app.clock.advance(seconds(1));
  expect(office.file.use((database) => verifyChain(database)).firstBroken).toBeNull();
  const everything = JSON.stringify(office.file.dump());
  for (const password of ['paper lantern over the river', 'first lantern given by hand']) {
    expect(everything).not.toContain(password);
  }
});
