import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src-shared/contract/accounts';
import { newDelegate } from '../../support/authorized-users';
import { addDelegate, delegatePassword } from '../../support/delegates';
import { minutes, seconds } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { setModeration } from '../../support/sign-ups';
import {
  accountFormOf,
  addAccount,
  addStaffAtWindow,
  backAtDesk,
  newAccount,
  onBehalf,
  signIn,
  superuser,
} from '../../support/test-office';
import { addType, valuesOf } from '../registration/people-who-register';
import { caseOf, decide, openForRegistration, sellerType } from './held-back';

const office = shareTestOffice(async ({ app }) => {
  await openForRegistration(app);
  const courier = await addType(app, 'Courier');
  const policy = { id: courier.id, isOffered: true, needsApproval: true, needsSecondModerator: false };
  await setModeration(app, { types: [policy] });
});
beforeEach(async () => {
  office.app.clock.advance(minutes(61));
  await backAtDesk(office.app, 'superuser', superuser);
});

const held = (name: string) => addAccount(office.app, name, { needsApproval: true });
const look = (id: string) => office.app.ask('superuser', 'accounts.get', { id });

async function courierType() {
  const { rows } = await office.app.ask('superuser', 'profiles.types', {});
  const type = rows.find(({ name }) => name === 'Courier');
  if (!type) throw new Error('The type was added before.');
  return type;
}

async function addProfile({ id }: Pick<Account, 'id'>, type: Awaited<ReturnType<typeof courierType>>, Company = 'A') {
  const values = valuesOf(type, { Company });
  return office.app.ask('superuser', 'profiles.add', { accountId: id, typeId: type.id, values });
}

function statesOfCases(accountId: string) {
  return office.file.rows(
    `SELECT c.kind, c.state FROM sign_up_case c JOIN account a ON a.id = c.account_id
     WHERE a.public_id = ? ORDER BY c.id`,
    accountId,
  );
}

describe('an account that the office adds and that needs approval', () => {
  test('waits with a case; let in, its person has still to choose a password of their own', async () => {
    const { app } = office;
    const { account, credentials } = await held('ticked');
    expect(account.status).toBe('awaiting-approval');
    expect(await caseOf(app, { accountId: account.id })).toMatchObject({
      kind: 'account',
      state: 'waiting',
      type: null,
    });
    const { rows } = await app.ask('superuser', 'activity.list', {});
    expect(rows.map(({ act }) => act).slice(0, 2)).toEqual(['sign-up.added', 'account.added']);
    await signIn(app, 'ticked', credentials);
    expect(await app.ask('ticked', 'signUp.mine', {})).toMatchObject({ state: 'waiting', submission: { type: null } });
    await decide(app, { accountId: account.id }, 'approve');
    app.clock.advance(seconds(10));
    expect(await app.ask('ticked', 'session.state', {})).toMatchObject({ state: 'must-change-password' });
  });

  test('is not there where the office does not tick it, whatever the policies say', async () => {
    const { account } = await addAccount(office.app, 'unticked');
    expect(account.status).toBe('active');
    expect(statesOfCases(account.id)).toEqual([]);
  });

  test('is never one of staff', async () => {
    const typed = { ...newAccount('both'), isStaff: true, needsApproval: true };
    expect(await office.app.call('superuser', 'accounts.create', typed)).toMatchObject({
      ok: false,
      error: { code: 'STAFF_NEED_NO_APPROVAL', fields: { needsApproval: { code: 'STAFF_NEED_NO_APPROVAL' } } },
    });
  });

  test('that is made staff is in, and waits again when it is staff no longer', async () => {
    const { app } = office;
    const { account, credentials } = await held('promoted');
    await signIn(app, 'promoted', credentials);
    const made = await app.ask('superuser', 'accounts.update', {
      ...accountFormOf(account),
      isStaff: true,
      onBehalf,
    });
    expect(await app.ask('promoted', 'session.state', {})).toMatchObject({ state: 'must-change-password' });
    await app.ask('superuser', 'accounts.update', { ...accountFormOf(made), isStaff: false, onBehalf });
    expect(await app.ask('promoted', 'session.state', {})).toMatchObject({ state: 'awaiting-approval' });
    expect(statesOfCases(account.id)).toEqual([{ kind: 'account', state: 'waiting' }]);
  });

  test('is found by the domain of the e-mail it has now', async () => {
    const { app } = office;
    const { account } = await held('moving');
    const changed = { ...accountFormOf(account), email: 'moving@elsewhere.example', onBehalf };
    await app.ask('superuser', 'accounts.update', changed);
    const { domain } = await caseOf(app, { accountId: account.id });
    expect(domain).toMatchObject({ name: 'elsewhere.example', waiting: 1 });
    const found = await app.ask('superuser', 'moderation.queue', { tab: 'waiting', domain: 'elsewhere.example' });
    expect(found.rows).toMatchObject([{ email: 'moving@elsewhere.example' }]);
  });

  test('keeps its authorized users out as well, who reach nothing of the request either', async () => {
    const { app } = office;
    const { account } = await held('holder');
    const typed = newDelegate('Helper', { permissions: ['profiles.edit'] });
    await app.ask('superuser', 'authorizedUsers.create', { accountId: account.id, ...typed, onBehalf });
    await app.ask('helper', 'session.signIn', { signInName: 'helper', password: typed.password ?? '' });
    expect(await app.ask('helper', 'session.state', {})).toMatchObject({ state: 'awaiting-approval' });
    expect(await app.refusal('helper', 'signUp.mine', {})).toBe('NOT_ALLOWED');
    expect(await app.refusal('helper', 'myAccount.overview', {})).toBe('AWAITING_APPROVAL');
    await decide(app, { accountId: account.id }, 'approve');
    app.clock.advance(seconds(10));
    expect(await app.ask('helper', 'session.state', {})).toMatchObject({ state: 'must-change-password' });
  });
});

test('whoever acts for several accounts comes in at one that is open, and can go over to one that waits', async () => {
  const { app } = office;
  const [waiting, open] = [await held('gated'), await addAccount(app, 'ungated')];
  const delegate = await addDelegate(office, waiting.account.id, { givenName: 'Both' });
  await addDelegate(office, open.account.id, { givenName: 'Both', loginId: delegate.loginId });
  await app.ask('both', 'session.signIn', { signInName: 'both', password: delegatePassword });
  expect(await app.ask('both', 'session.state', {})).toMatchObject({
    state: 'full',
    account: { holderName: 'ungated Okafor' },
  });
  const state = await app.ask('both', 'session.switchAccount', { id: delegate.id });
  expect(state).toMatchObject({ state: 'awaiting-approval', account: { holderName: 'gated Okafor' } });
});

describe('a profile that the office adds', () => {
  test('to an account that waits without one is decided on with it', async () => {
    const { app } = office;
    const { account } = await held('first');
    const profile = await addProfile(account, await courierType(), 'First');
    expect(profile.approval).toBe('open');
    expect(statesOfCases(account.id)).toEqual([{ kind: 'account', state: 'waiting' }]);
    expect(await caseOf(app, { accountId: account.id })).toMatchObject({
      type: { name: 'Courier' },
      values: [{ label: 'Company', value: 'First' }, { label: 'Employees' }],
    });
  });

  test('is no longer decided on with it once it is removed, and the next one takes its place', async () => {
    const { app } = office;
    const { account } = await held('replaced');
    const { id, version } = await addProfile(account, await courierType());
    await app.ask('superuser', 'profiles.remove', { id, version });
    expect(await caseOf(app, { accountId: account.id })).toMatchObject({ type: null, values: [] });
    await addProfile(account, await sellerType(app));
    expect(await caseOf(app, { accountId: account.id })).toMatchObject({ type: { name: 'Seller' } });
  });

  test('later has a case of its own where its type needs approval, and closes nothing that is open', async () => {
    const { app } = office;
    const { account, credentials } = await addAccount(app, 'later');
    await signIn(app, 'later', credentials);
    const profile = await addProfile(account, await courierType(), 'Later');
    expect(profile.approval).toBe('awaiting-approval');
    expect(await look(account.id)).toMatchObject({ status: 'active', profiles: [{ approval: 'awaiting-approval' }] });
    expect(await app.ask('later', 'session.state', {})).toMatchObject({ state: 'must-change-password' });
    expect(await caseOf(app, { accountId: account.id })).toMatchObject({ kind: 'profile', state: 'waiting' });
    await decide(app, { accountId: account.id }, 'approve');
    expect((await look(account.id)).profiles).toMatchObject([{ approval: 'awaiting-approval' }]);
    app.clock.advance(seconds(10));
    await app.ask('superuser', 'moderation.counts', {});
    expect((await look(account.id)).profiles).toMatchObject([{ approval: 'open' }]);
  });

  test('to an account that waits with another has a case of its own too, so that it does not slip in', async () => {
    const { app } = office;
    const { account } = await held('second');
    await addProfile(account, await sellerType(app));
    const profile = await addProfile(account, await courierType());
    expect(profile.approval).toBe('awaiting-approval');
    expect(statesOfCases(account.id)).toEqual([
      { kind: 'account', state: 'waiting' },
      { kind: 'profile', state: 'waiting' },
    ]);
  });

  test('needs none where its type does not, or the office holds nobody back', async () => {
    const { app } = office;
    const { account } = await addAccount(app, 'plain');
    expect((await addProfile(account, await sellerType(app))).approval).toBe('open');
    await setModeration(app, { isOn: false, waiting: 'keep' });
    expect((await addProfile(account, await courierType())).approval).toBe('open');
    expect(statesOfCases(account.id)).toEqual([]);
    await setModeration(app, { isOn: true });
  });

  test('and that is changed while it waits is looked at as it is now', async () => {
    const { app } = office;
    const { account } = await addAccount(app, 'changing');
    const type = await courierType();
    const { id, version } = await addProfile(account, type, 'Before');
    const seen = await caseOf(app, { accountId: account.id });
    await app.ask('superuser', 'profiles.update', { id, version, values: valuesOf(type, { Company: 'After' }) });
    expect(await caseOf(app, { accountId: account.id })).toMatchObject({
      revision: 2,
      changes: [{ label: 'Company', before: 'Before', after: 'After' }],
    });
    const stale = { id: seen.id, version: seen.version, internalReason: '', templateId: null, message: '' };
    expect(await app.refusal('superuser', 'moderation.approve', stale)).toBe('CASE_RESUBMITTED');
  });

  test('and takes away again leaves nothing to decide', async () => {
    const { app } = office;
    const { account } = await addAccount(app, 'taken-away');
    const { id, version } = await addProfile(account, await courierType());
    await app.ask('superuser', 'profiles.remove', { id, version });
    expect(statesOfCases(account.id)).toEqual([]);
    expect(await app.ask('superuser', 'moderation.caseOf', { accountId: account.id })).toEqual({ id: null });
  });

  test('keeps its type from being deleted while somebody waits with it', async () => {
    const { app } = office;
    const { account } = await held('typed');
    await addProfile(account, await courierType());
    const { id, version } = await courierType();
    expect(await app.refusal('superuser', 'profiles.deleteType', { id, version })).toBe('PROFILE_TYPE_IN_USE');
  });
});

test('windows of whoever waits hear of it, and of nothing else', async () => {
  const { app } = office;
  const { account, credentials } = await held('listening');
  await signIn(app, 'listening', credentials);
  const heard: string[] = [];
  app.app.subscribe('listening', (event) => heard.push(event.type === 'changed' ? event.feature : event.type));
  await addStaffAtWindow(app, 'another-colleague');
  await decide(app, { accountId: account.id }, 'reject');
  app.clock.advance(seconds(10));
  await app.ask('superuser', 'moderation.counts', {});
  await app.ask('listening', 'session.state', {});
  await expect.poll(() => heard.includes('signUp')).toBe(true);
  expect(new Set(heard)).toEqual(new Set(['signUp', 'session']));
});
