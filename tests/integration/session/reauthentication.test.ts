import { beforeEach, expect, test } from 'vitest';
import { procedures } from '../../../src-shared/contract';
import { hours, minutes } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, superuser } from '../../support/test-office';

const office = shareTestOffice();
let groupsMade = 0;

beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

function newGroup() {
  groupsMade += 1;
  return { name: `Group ${groupsMade}`, description: '', permissions: [] };
}

/** Moves the clock with somebody at the desk, so that the window does not lock itself. */
async function pass(milliseconds: number): Promise<void> {
  office.app.clock.advance(milliseconds);
  await office.app.ask('superuser', 'session.touch', {});
}

test('within five minutes of the password nobody is asked again, a moment later they are', async () => {
  const { app } = office;
  await pass(minutes(5));
  await app.ask('superuser', 'groups.create', newGroup());
  await pass(1);
  expect(await app.refusal('superuser', 'groups.create', newGroup())).toBe('REAUTHENTICATION_NEEDED');
});

test('touches and harmless calls do not stand for the password', async () => {
  const { app } = office;
  for (let minute = 0; minute < 6; minute += 1) {
    await pass(minutes(1));
    await app.ask('superuser', 'staff.list', {});
  }
  expect(await app.refusal('superuser', 'groups.create', newGroup())).toBe('REAUTHENTICATION_NEEDED');
});

test('typing the password again, unlocking and changing the password do', async () => {
  const { app } = office;
  const { password } = superuser;
  await pass(minutes(6));
  expect(await app.refusal('superuser', 'session.reauthenticate', { password: 'wrong and still wrong' })).toBe(
    'WRONG_PASSWORD',
  );
  expect(await app.refusal('superuser', 'groups.create', newGroup())).toBe('REAUTHENTICATION_NEEDED');
  await app.ask('superuser', 'session.reauthenticate', { password });
  await app.ask('superuser', 'groups.create', newGroup());

  app.clock.advance(minutes(20));
  await app.ask('superuser', 'session.unlock', { password });
  await app.ask('superuser', 'groups.create', newGroup());

  await pass(minutes(6));
  const newPassword = 'amber windmill turning north';
  await app.ask('superuser', 'session.changeOwnPassword', { currentPassword: password, newPassword });
  await app.ask('superuser', 'groups.create', newGroup());
  await app.ask('superuser', 'session.changeOwnPassword', { currentPassword: newPassword, newPassword: password });
});

test('a clock that was set back makes no old password a fresh one', async () => {
  const { app } = office;
  app.clock.advance(-hours(1));
  expect(await app.refusal('superuser', 'groups.create', newGroup())).toBe('REAUTHENTICATION_NEEDED');
});

test('everything that changes rights, ways in or policies asks for it', () => {
  const asking = [...procedures].filter(([, { isSensitive }]) => isSensitive).map(([name]) => name);
  expect(asking).toEqual([
    'opening.setPassphrase',
    'opening.setKeyStore',
    'opening.replaceRecoveryCode',
    'accounts.create',
    'accounts.update',
    'accounts.activate',
    'accounts.deactivate',
    'accounts.giveOneTimePassword',
    'accounts.setPassword',
    'accounts.liftLock',
    'accounts.delete',
    'accounts.restore',
    'accounts.purge',
    'authorizedUsers.create',
    'authorizedUsers.update',
    'authorizedUsers.resetPassword',
    'authorizedUsers.liftLock',
    'authorizedUsers.link',
    'authorizedUsers.delete',
    'authorizedUsers.restore',
    'myAuthorizedUsers.create',
    'myAuthorizedUsers.update',
    'myAuthorizedUsers.resetPassword',
    'myAuthorizedUsers.delete',
    'myAuthorizedUsers.restore',
    'moderation.startBulk',
    'moderation.undoBulk',
    'moderationSettings.updatePolicies',
    'moderationSettings.addRules',
    'moderationSettings.deleteRule',
    'staff.create',
    'staff.update',
    'staff.deactivate',
    'staff.activate',
    'staff.giveOneTimePassword',
    'groups.create',
    'groups.update',
    'groups.delete',
    'settings.update',
  ]);
});

test.each([
  ['opening.setPassphrase', { passphrase: 'amber windmill turning north' }],
  ['opening.setKeyStore', { isUsed: false }],
  ['opening.replaceRecoveryCode', {}],
  ['staff.deactivate', { id: 'A'.repeat(22), version: 1 }],
  ['staff.activate', { id: 'A'.repeat(22), version: 1 }],
  ['staff.giveOneTimePassword', { id: 'A'.repeat(22), version: 1 }],
  ['groups.delete', { id: 'A'.repeat(22), version: 1 }],
])('%s is refused before it looks at anything', async (name, input) => {
  await pass(minutes(6));
  const before = office.file.dump(['refused_call', 'sign_in_wait']);
  expect(await office.app.send('superuser', name, input)).toMatchObject({ error: { code: 'REAUTHENTICATION_NEEDED' } });
  expect(office.file.dump(['refused_call', 'sign_in_wait'])).toEqual(before);
});
