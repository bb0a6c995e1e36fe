import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import { minutes } from '../../support/manual-clock';
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
import {
  accountFormOf,
  addAccount,
  backAtDesk,
  type Credentials,
  onBehalf,
  signIn,
  superuser,
} from '../../support/test-office';

const office = shareTestOffice();
let moderator: Credentials;
let seller: ProfileType;
beforeAll(async () => {
  moderator = (await addModerators(office.app)).mara.credentials;
  await setModeration(office.app, { isRegistrationOpen: true });
  seller = await addTypeWithCompany(office.app, 'Seller');
});
beforeEach(async () => {
  office.app.clock.advance(minutes(20));
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'mara', moderator);
});

function asSeller(company = 'Lanterns & Co') {
  return companyOf(seller, company);
}

test('has what was sent, what fills a message, and the account’s activity', async () => {
  const { app } = office;
  const who = await register(app, 'Ada', { ...asSeller(), phone: '+44 20 7946 0001', message: 'Hello.' });
  expect(await look(app, 'mara', who)).toMatchObject({
    ...{ kind: 'account', state: 'waiting', revision: 1, phone: '+44 20 7946 0001', message: 'Hello.', appeal: '' },
    ...{ givenName: 'Ada', familyName: 'Newcomer', accountId: who.accountId, changes: [], earlier: [], notes: [] },
    type: { name: 'Seller', color: 'green' },
    values: [{ label: 'Company', kind: 'text', value: 'Lanterns & Co' }],
    domain: { name: 'newcomers.example', rule: null },
    placeholders: {
      'given name': 'Ada',
      'family name': 'Newcomer',
      'e-mail': 'ada@newcomers.example',
      office: 'Northgate Office',
      'profile type': 'Seller',
      date: '4 January 2027',
      Company: 'Lanterns & Co',
    },
    activity: [{ act: 'sign-up.registered' }],
  });
});

test('fills every placeholder of a message, upper or lower case', async () => {
  const { app } = office;
  const who = await register(app, 'Bea', asSeller('Bees {date} & $& Co'));
  const message = '{Given Name} {family name}, {E-MAIL}, {office}, {profile type}, {COMPANY}, {date}';
  await approve(app, 'mara', who, message);
  expect((await look(app, 'mara', who)).messages).toEqual([
    {
      kind: 'approved',
      text: 'Bea Newcomer, bea@newcomers.example, Northgate Office, Seller, Bees {date} & $& Co, 4 January 2027',
      sentAt: app.clock.now() + untilInEffect,
      readAt: null,
    },
  ]);
});

describe('likely duplicates', () => {
  test('have the same phone or name, and both first', async () => {
    const { app } = office;
    const names = { givenName: 'Célia', familyName: 'Newcomer' };
    const both = await addAccount(app, 'both', { ...names, phone: '030 1234567' });
    await addAccount(app, 'phone', { phone: '+49 30 1234567' });
    await addAccount(app, 'name', names);
    const who = await register(app, 'Celia', { ...asSeller(), phone: '(030) 123 45 67' });
    const { duplicates, hasDuplicates } = await look(app, 'mara', who);
    expect(hasDuplicates).toBe(true);
    expect(duplicates[0]).toEqual({
      ...{ accountId: both.account.id, ...names, email: 'both@example.com', phone: '030 1234567' },
      ...{ status: 'active', reasons: ['name', 'phone'] },
    });
    expect(duplicates.slice(1).map(({ email, reasons }) => [email, reasons])).toEqual(
      expect.arrayContaining([
        ['phone@example.com', ['phone']],
        ['name@example.com', ['name']],
      ]),
    );
  });

  test('are none where there is nobody like them', async () => {
    const { app } = office;
    const who = await register(app, 'Dagny', { ...asSeller(), familyName: 'Unheard-of' });
    expect(await look(app, 'mara', who)).toMatchObject({ duplicates: [], hasDuplicates: false });
  });
});

test('who waits is marked as soon as somebody like them comes, and who is decided on is not', async () => {
  const { app } = office;
  const phone = '0221 998877';
  const decided = await register(app, 'Dietlind', { ...asSeller(), phone });
  await approve(app, 'mara', decided);
  const byPhone = await register(app, 'Dietmar', { ...asSeller(), email: 'one@newcomers.example', phone });
  const byName = await register(app, 'Dietrich', { ...asSeller(), familyName: 'Unheard-of' });
  const before = await look(app, 'mara', byName);
  expect(before.hasDuplicates).toBe(false);
  await register(app, 'Dietrich', {
    ...{ ...asSeller(), familyName: 'Unheard-of', email: 'two@newcomers.example', phone: '+49 221 998877' },
  });
  expect(await look(app, 'mara', byPhone)).toMatchObject({ hasDuplicates: true });
  // It is still the version that the moderator has looked at.
  expect(await look(app, 'mara', byName)).toMatchObject({ hasDuplicates: true, version: before.version });
  expect(await look(app, 'mara', decided)).toMatchObject({ hasDuplicates: false });
});

describe('what was decided before', () => {
  test('about people with the same phone, newest first, with who and why', async () => {
    const { app } = office;
    const phone = '040 7654321';
    const first = await register(app, 'Edda', { ...asSeller(), phone });
    await reject(app, 'mara', first);
    const second = await register(app, 'Egon', { ...asSeller(), phone: '+49 40 7654321' });
    await approve(app, 'superuser', second);
    const who = await register(app, 'Emil', { ...asSeller(), phone });
    const { earlier } = await look(app, 'mara', who);
    expect(earlier).toMatchObject([
      { caseId: second.caseId, name: 'Egon Newcomer', state: 'approved', by: 'Olga Petrenko', reason: 'Known to us' },
      {
        caseId: first.caseId,
        name: 'Edda Newcomer',
        state: 'rejected',
        by: 'mara Okafor',
        email: first.credentials.email,
      },
    ]);
  });

  test('and how many with an e-mail of the same domain', async () => {
    const { app } = office;
    const at = (name: string) => ({ ...asSeller(), email: `${name}@Facts.Example` });
    await reject(app, 'mara', await register(app, 'F1', at('f1')));
    await approve(app, 'mara', await register(app, 'F2', at('f2')));
    await approve(app, 'mara', await register(app, 'F3', at('f3')));
    const who = await register(app, 'F4', at('f4'));
    expect((await look(app, 'mara', who)).domain).toEqual({
      ...{ name: 'facts.example', waiting: 1, approved: 2, rejected: 1, rule: null },
    });
    await app.ask('superuser', 'moderationSettings.addRules', {
      patterns: ['facts.example'],
      decision: 'reject',
      note: '',
    });
    expect((await look(app, 'mara', who)).domain.rule).toBe('reject');
  });
});

test('who waits is told apart by the e-mail they have now; what was decided stays with the domain it was decided under', async () => {
  const { app } = office;
  const at = (name: string) => ({ ...asSeller(), email: `${name}@before.example` });
  const [waits, decided] = [await register(app, 'W1', at('w1')), await register(app, 'W2', at('w2'))];
  await reject(app, 'mara', decided);
  for (const who of [waits, decided]) {
    const account = await app.ask('superuser', 'accounts.get', { id: who.accountId });
    const form = { ...accountFormOf(account), email: account.email.replace('before', 'after') };
    await app.ask('superuser', 'accounts.update', { ...form, onBehalf });
  }
  expect((await look(app, 'mara', waits)).domain).toMatchObject({ name: 'after.example', waiting: 1, rejected: 0 });
  expect((await look(app, 'mara', decided)).domain).toMatchObject({ name: 'before.example', waiting: 0, rejected: 1 });
});

test('notes are for moderators, in their order, and the activity only says that there are some', async () => {
  const { app } = office;
  const who = await holdBack(app, 'Gerd');
  await app.ask('mara', 'moderation.addNote', { id: who.caseId, text: 'Sounds <b>odd</b>' });
  app.clock.advance(1);
  await app.ask('superuser', 'moderation.addNote', { id: who.caseId, text: 'I know him' });
  const { notes, activity } = await look(app, 'mara', who);
  expect(notes).toEqual([
    { at: app.clock.now() - 1, by: 'mara Okafor', text: 'Sounds <b>odd</b>' },
    { at: app.clock.now(), by: 'Olga Petrenko', text: 'I know him' },
  ]);
  expect(activity[0]).toMatchObject({ act: 'sign-up.noted', changes: [], reason: null });
});

test('a case is found from the account, the newest first', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'none');
  expect(await app.ask('mara', 'moderation.caseOf', { accountId: account.id })).toEqual({ id: null });
  await setModeration(app, {
    types: [{ id: seller.id, isOffered: true, needsApproval: true, needsSecondModerator: false }],
  });
  const who = await register(app, 'Hilde', asSeller());
  await approve(app, 'mara', who);
  app.clock.advance(untilInEffect);
  await app.ask('superuser', 'profiles.add', { accountId: who.accountId, ...asSeller('Second') });
  const { id } = await app.ask('mara', 'moderation.caseOf', { accountId: who.accountId });
  expect(id).not.toBe(who.caseId);
  expect(await look(app, 'mara', { ...who, caseId: id ?? '' })).toMatchObject({
    kind: 'profile',
    earlier: [{ caseId: who.caseId, state: 'approved' }],
  });
  await setModeration(app, {
    types: [{ id: seller.id, isOffered: true, needsApproval: false, needsSecondModerator: false }],
  });
});

test('the person is shown nothing of what the office does among itself', async () => {
  const { app } = office;
  const who = await register(app, 'Ivo', asSeller());
  await app.ask('mara', 'moderation.claim', { id: who.caseId });
  await app.ask('mara', 'moderation.addNote', { id: who.caseId, text: 'secretly odd' });
  const parking = {
    ...(await asItIs(app, 'mara', who)),
    until: app.clock.now() + 1,
    internalReason: 'secretly put off',
  };
  await app.ask('mara', 'moderation.park', parking);
  app.clock.advance(1);
  const secret = { ...said, internalReason: 'secretly unsure' };
  await app.ask('mara', 'moderation.reject', { ...(await asItIs(app, 'mara', who)), ...secret, message: 'No.' });
  const { id, version } = await look(app, 'mara', who);
  await app.ask('mara', 'moderation.undo', { id, version });
  await requestChanges(app, 'mara', who);
  app.clock.advance(untilInEffect);
  await signIn(app, 'ivo', who.credentials);
  const waiting = JSON.stringify(await app.ask('ivo', 'signUp.mine', {}));
  await approve(app, 'mara', who, 'Welcome.');
  app.clock.advance(untilInEffect);
  const { rows } = await app.ask('ivo', 'myAccount.activity', {});
  expect(rows.map(({ act }) => act)).toEqual(['session.signed-in', 'sign-up.registered']);
  const shown = waiting + JSON.stringify([rows, await app.ask('ivo', 'messages.unread', {})]);
  for (const hidden of ['secretly', 'mara', 'Okafor', 'claim', 'park']) expect(shown).not.toContain(hidden);
});
