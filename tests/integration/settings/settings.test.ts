import { beforeEach, expect, test } from 'vitest';
import type { OfficeSettings } from '../../../src-shared/contract/settings';
import { hours, minutes } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { addStaff, addStaffAtWindow, backAtDesk, newStaff, superuser } from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

async function change(policies: Partial<OfficeSettings>): Promise<OfficeSettings> {
  const now = await office.app.ask('superuser', 'settings.get', {});
  return office.app.ask('superuser', 'settings.update', { ...now, ...policies });
}

test('an office starts with these policies', async () => {
  expect(await office.app.ask('superuser', 'settings.get', {})).toEqual({
    version: 1,
    officeName: 'Northgate Office',
    idleLockMinutes: 15,
    reauthenticationMinutes: 5,
    passwordMinLength: 15,
    oneTimePasswordHours: 72,
    trashDays: 30,
  });
});

test('a new name is shown everywhere', async () => {
  await change({ officeName: 'Southgate Office' });
  expect((await office.app.ask('nobody', 'session.state', {})).officeName).toBe('Southgate Office');
});

test('the idle lock takes the new time at once, also for windows that are open', async () => {
  const { app } = office;
  await addStaffAtWindow(app, 'idle');
  await change({ idleLockMinutes: 2 });
  expect((await app.ask('idle', 'session.state', {})).idleLockMs).toBe(minutes(2));
  app.clock.advance(minutes(2) - 1);
  expect((await app.ask('idle', 'session.state', {})).state).toBe('full');
  app.clock.advance(1);
  expect((await app.ask('idle', 'session.state', {})).state).toBe('locked');
  await backAtDesk(app, 'superuser', superuser);
  await change({ idleLockMinutes: 60 });
  expect((await app.ask('idle', 'session.state', {})).state).toBe('locked');
});

test('the time until a password is asked again takes effect at once', async () => {
  const { app } = office;
  await change({ reauthenticationMinutes: 1 });
  app.clock.advance(minutes(1) + 1);
  expect(await app.refusal('superuser', 'staff.create', newStaff('later'))).toBe('REAUTHENTICATION_NEEDED');
  await backAtDesk(app, 'superuser', superuser);
  await change({ reauthenticationMinutes: 30 });
  app.clock.advance(minutes(30));
  await app.ask('superuser', 'session.touch', {});
  await app.ask('superuser', 'staff.create', newStaff('later'));
});

test('the least length of a password holds for every new one, and is shown where one is chosen', async () => {
  const { app } = office;
  const { credentials } = await addStaffAtWindow(app, 'chooser');
  await change({ passwordMinLength: 40 });
  expect((await app.ask('nobody', 'session.state', {})).passwordMinLength).toBe(40);
  const short = 'amber windmill turning north';
  const assessed = await app.ask('chooser', 'passwords.assess', { password: short, about: [] });
  expect(assessed.refusal).toBe('FIELD_TOO_SHORT');

  const ownChange = { currentPassword: credentials.password, newPassword: short };
  const tooShort = { code: 'FIELD_TOO_SHORT', params: { minimum: 40 }, message: 'Use at least 40 characters.' };
  for (const answer of [
    await app.call('chooser', 'session.changeOwnPassword', ownChange),
    await app.call('superuser', 'staff.create', newStaff('short', { password: short })),
    await app.call('superuser', 'opening.setPassphrase', { passphrase: short }),
  ]) {
    expect(answer).toMatchObject({ ok: false, error: tooShort });
  }
  // Who has a shorter one from before keeps it.
  await app.ask('chooser-2', 'session.signIn', { signInName: credentials.email, password: credentials.password });
  await change({ passwordMinLength: 15 });
});

test('a one-time password is good for as long as the office says when it is given', async () => {
  const { app } = office;
  await change({ oneTimePasswordHours: 1, idleLockMinutes: 480 });
  const { credentials } = await addStaff(app, 'guest');
  await change({ oneTimePasswordHours: 100 });
  app.clock.advance(hours(1));
  const attempt = { signInName: credentials.email, password: credentials.password };
  expect(await app.refusal('guest', 'session.signIn', attempt)).toBe('PASSWORD_EXPIRED');
});

test.each([
  ['officeName', ' '],
  ['officeName', 'x'.repeat(121)],
  ['idleLockMinutes', 0],
  ['idleLockMinutes', 481],
  ['idleLockMinutes', 1.5],
  ['reauthenticationMinutes', 61],
  ['passwordMinLength', 14],
  ['passwordMinLength', 65],
  ['oneTimePasswordHours', 0],
  ['oneTimePasswordHours', 721],
  ['trashDays', 0],
  ['trashDays', 366],
])('%s cannot be %j', async (field, value) => {
  const { app } = office;
  const before = await app.ask('superuser', 'settings.get', {});
  const answer = await app.call('superuser', 'settings.update', { ...before, [field]: value });
  expect(answer).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', fields: { [field]: {} } } });
  expect(await app.ask('superuser', 'settings.get', {})).toEqual(before);
});

test('of two people who change the settings, the second is refused', async () => {
  const { app } = office;
  const before = await app.ask('superuser', 'settings.get', {});
  const answers = await Promise.all(
    [10, 20].map((idleLockMinutes) => app.call('superuser', 'settings.update', { ...before, idleLockMinutes })),
  );
  expect(answers[0]?.ok).toBe(true);
  expect(answers[1]).toMatchObject({ error: { code: 'STALE_VERSION' } });
  expect((await app.ask('superuser', 'settings.get', {})).idleLockMinutes).toBe(10);
});

test('the change is in the activity with both values, and nothing else', async () => {
  const { app } = office;
  await change({ idleLockMinutes: 33 });
  await change({ idleLockMinutes: 34, oneTimePasswordHours: 5 });
  const { rows } = await app.ask('superuser', 'activity.list', { act: 'settings.changed' });
  expect(rows[0]).toMatchObject({ actor: { email: superuser.email }, subject: { kind: 'office' } });
  expect(rows[0]?.changes).toContainEqual({ field: 'idleLockMinutes', before: 33, after: 34 });
  expect(rows[0]?.changes.map(({ field }) => field).sort()).toEqual(['idleLockMinutes', 'oneTimePasswordHours']);
});
