import { beforeEach, describe, expect, test } from 'vitest';
import { minutes } from '../../support/manual-clock';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { setModeration } from '../../support/sign-ups';
import { addAccount, addStaffAtWindow, backAtDesk, superuser } from '../../support/test-office';
import { addType } from '../registration/people-who-register';

const office = shareTestOffice(prepare);
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

async function prepare({ app }: SharedOffice): Promise<void> {
  await addStaffAtWindow(app, 'decider', ['moderation.decide']);
}

const now = () => office.app.ask('superuser', 'moderationSettings.policies', {});

async function form() {
  const { types, ...policies } = await now();
  return { ...policies, types: types.map(({ name: _, color: __, ...policy }) => policy) };
}

/** The status of an account at this moment. */
async function statusOf(id: string) {
  return (await office.app.ask('superuser', 'accounts.get', { id })).status;
}

async function waitsAs(name: string, state: 'waiting' | 'parked' | 'changes-requested' | 'rejected'): Promise<string> {
  const { app } = office;
  const { account } = await addAccount(app, name, { needsApproval: true });
  const { id } = await app.ask('superuser', 'moderation.caseOf', { accountId: account.id });
  const chosen = { id: id ?? '', version: 1, internalReason: 'Because', templateId: null };
  const message = 'Something of {office}.';
  if (state === 'rejected') await app.ask('superuser', 'moderation.reject', { ...chosen, message });
  if (state === 'changes-requested') await app.ask('superuser', 'moderation.requestChanges', { ...chosen, message });
  if (state === 'parked') {
    const { templateId: _, ...parking } = chosen;
    await app.ask('superuser', 'moderation.park', { ...parking, until: app.clock.now() + minutes(600) });
  }
  return account.id;
}

describe('the policies of a new office', () => {
  test('hold new people back, and let nobody register until the office says so', async () => {
    expect(await now()).toEqual({
      version: 1,
      isOn: true,
      isRegistrationOpen: false,
      reminderDays: 3,
      claimMinutes: 30,
      rejectedRetentionDays: 90,
      types: [],
    });
    expect(await office.app.ask('newcomer', 'registration.offer', {})).toMatchObject({ isOpen: false });
  });
});

describe('policies that are changed', () => {
  test('are as they were sent, and stand in the activity with what they were before', async () => {
    const { app } = office;
    const type = await addType(app, 'Courier');
    const before = await form();
    const policy = { id: type.id, isOffered: false, needsApproval: true, needsSecondModerator: true };
    const sent = { ...before, reminderDays: 7, types: [policy] };
    const { policies, isLettingIn } = await app.ask('superuser', 'moderationSettings.updatePolicies', sent);
    expect(isLettingIn).toBe(false);
    expect(policies).toEqual({
      ...sent,
      version: before.version + 1,
      types: [{ ...policy, name: 'Courier', color: 'green' }],
    });
    expect(await now()).toEqual(policies);
    const { rows } = await app.ask('superuser', 'activity.list', {});
    expect(rows[0]).toMatchObject({
      act: 'moderation.policies-changed',
      changes: expect.arrayContaining([
        { field: 'reminderDays', before: 3, after: 7 },
        { field: 'typesThatNeedApproval', before: [], after: ['Courier'] },
        { field: 'offeredTypes', before: ['Courier'], after: [] },
      ]),
    });
  });

  test('are refused where somebody else has changed them meanwhile', async () => {
    const stale = await form();
    await office.app.ask('superuser', 'moderationSettings.updatePolicies', stale);
    expect(await office.app.refusal('superuser', 'moderationSettings.updatePolicies', stale)).toBe('STALE_VERSION');
  });

  test('say nothing of a type that is gone, or that was never there, and then change nothing', async () => {
    const { app, file } = office;
    const type = await addType(app, 'Short-lived');
    const sent = await form();
    await app.ask('superuser', 'profiles.deleteType', { id: type.id, version: type.version });
    const held = file.dump(['refused_call']);
    const index = sent.types.findIndex(({ id }) => id === type.id);
    const refused = app.call('superuser', 'moderationSettings.updatePolicies', { ...sent, claimMinutes: 99 });
    expect(await refused).toMatchObject({
      ok: false,
      error: { code: 'UNKNOWN_PROFILE_TYPE', fields: { [`types.${index}.id`]: {} } },
    });
    expect(file.dump(['refused_call'])).toEqual(held);
  });

  test('stay as they are for a type that was not named, and go with a type that is deleted', async () => {
    const { app, file } = office;
    const type = await addType(app, 'Kept');
    const policy = { id: type.id, isOffered: true, needsApproval: true, needsSecondModerator: false };
    await setModeration(app, { types: [policy] });
    await setModeration(app, { types: [] });
    expect((await now()).types).toContainEqual(expect.objectContaining(policy));
    const rows = () => file.rows('SELECT type_id FROM moderation_type_policy').length;
    const before = rows();
    await app.ask('superuser', 'profiles.deleteType', { id: type.id, version: type.version });
    expect(rows()).toBe(before - 1);
  });

  test('are neither read nor changed by who only decides', async () => {
    const { app } = office;
    expect(await app.refusal('decider', 'moderationSettings.policies', {})).toBe('NOT_ALLOWED');
    expect(await app.refusal('decider', 'moderationSettings.updatePolicies', await form())).toBe('NOT_ALLOWED');
  });
});

describe('moderation that is switched off', () => {
  test('asks what becomes of those who wait', async () => {
    const { app } = office;
    await setModeration(app, { isOn: true });
    await waitsAs('undecided', 'waiting');
    const off = { ...(await form()), isOn: false };
    expect(await app.call('superuser', 'moderationSettings.updatePolicies', off)).toMatchObject({
      ok: false,
      error: { code: 'WAITING_UNDECIDED', fields: { waiting: { code: 'WAITING_UNDECIDED' } } },
    });
    expect((await now()).isOn).toBe(true);
  });

  test('keeps them waiting where that is chosen; they can still be let in one by one', async () => {
    const { app } = office;
    const id = await waitsAs('kept', 'waiting');
    const off = { ...(await form()), isOn: false, waiting: 'keep' as const };
    expect(await app.ask('superuser', 'moderationSettings.updatePolicies', off)).toMatchObject({ isLettingIn: false });
    expect(await statusOf(id)).toBe('awaiting-approval');
    // Nobody is asked again what becomes of them while it is off.
    await app.ask('superuser', 'moderationSettings.updatePolicies', await form());
    await setModeration(app, { isOn: true });
    expect(await statusOf(id)).toBe('awaiting-approval');
  });

  test('lets everybody in who waits, whatever for, and nobody who was rejected', async () => {
    const { app } = office;
    await setModeration(app, { isOn: true });
    const letIn = [
      await waitsAs('in-waiting', 'waiting'),
      await waitsAs('in-parked', 'parked'),
      await waitsAs('in-changes', 'changes-requested'),
    ];
    const rejected = await waitsAs('out-rejected', 'rejected');
    app.clock.advance(minutes(1));
    const off = { ...(await form()), isOn: false, waiting: 'let-in' as const };
    expect(await app.ask('superuser', 'moderationSettings.updatePolicies', off)).toMatchObject({ isLettingIn: true });
    await expect
      .poll(async () => (await app.ask('superuser', 'moderation.bulkJobs', {})).rows[0]?.state, { timeout: 10_000 })
      .toBe('done');
    app.clock.advance(minutes(1));
    await app.ask('superuser', 'moderation.queue', { tab: 'decided' });
    for (const id of letIn) expect(await statusOf(id)).toBe('active');
    expect(await statusOf(rejected)).toBe('awaiting-approval');
  });

  test('asks nothing where nobody waits', async () => {
    const { app } = office;
    await setModeration(app, { isOn: true });
    const off = { ...(await form()), isOn: false };
    expect(await app.ask('superuser', 'moderationSettings.updatePolicies', off)).toMatchObject({ isLettingIn: false });
  });
});

test('switching moderation on holds nobody back who is in already', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'in-already');
  await setModeration(app, { isOn: true });
  expect(await statusOf(account.id)).toBe('active');
});
