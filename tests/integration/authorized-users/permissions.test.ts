import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src-shared/contract';
import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import {
  addDelegateAtWindow,
  addHolderAtWindow,
  addPerson,
  chosenPassword,
  formOf,
  type Holder,
  newDelegate,
  newPerson,
} from '../../support/authorized-users';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, superuser } from '../../support/test-office';

const office = shareTestOffice();
let holder: Holder;
/** Of the office; the delegate in the middle has the first and not the second. */
const added = { given: '', other: '' };
let middle: AuthorizedUser;

type Permission = AuthorizedUser['permissions'][number]['permission'];

beforeAll(async () => {
  const { app } = office;
  holder = await addHolderAtWindow(app, 'holder');
  const details = { group: 'Depot', explanation: '' };
  added.given = (await app.ask('superuser', 'delegation.createPermission', { label: 'Given', ...details })).id;
  added.other = (await app.ask('superuser', 'delegation.createPermission', { label: 'Other', ...details })).id;
  const own: Permission[] = ['authorized-users.manage', 'profiles.edit', added.given];
  middle = await addDelegateAtWindow(app, holder, 'middle', own);
});
beforeEach(async () => {
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'holder', holder.credentials);
  await backAtDesk(office.app, 'middle', { email: 'middle', password: chosenPassword });
});

let people = 0;
function newName(): string {
  people += 1;
  return `person${people}`;
}

const kept = ['refused_call'];

/** What the middle may give: what was ticked for them, and what that implies. */
const permissions: readonly { permission: () => Permission; may: boolean }[] = [
  { permission: () => 'authorized-users.manage', may: true },
  { permission: () => 'authorized-users.view', may: true },
  { permission: () => 'profiles.edit', may: true },
  { permission: () => 'profiles.view', may: true },
  { permission: () => added.given, may: true },
  { permission: () => 'activity.view', may: false },
  { permission: () => added.other, may: false },
];

describe.each(permissions)('permission %#', ({ permission, may }) => {
  test(`can${may ? '' : 'not'} be given by a delegate who has ${may ? 'it' : 'not'}`, async () => {
    const { app, file } = office;
    const before = file.dump(kept);
    const typed = newDelegate(newName(), { permissions: [permission()] });
    const creating = await app.call('middle', 'myAuthorizedUsers.create', typed);
    const { permissions: choices } = await app.ask('middle', 'myAuthorizedUsers.choices', {});
    expect(choices.find((choice) => choice.permission === permission())?.mayGive).toBe(may);
    if (may) return expect(creating.ok).toBe(true);
    const refused = { ok: false, error: { fields: { permissions: { code: 'BEYOND_OWN_PERMISSIONS' } } } };
    expect(creating).toMatchObject(refused);
    expect(file.dump(kept)).toEqual(before);
    const person = await addPerson(app, holder, newPerson(newName()));
    const form = { ...formOf(person), permissions: [permission()] };
    expect(await app.call('middle', 'myAuthorizedUsers.update', form)).toMatchObject(refused);
    // A holder has all of them to give.
    expect((await app.call('holder', 'myAuthorizedUsers.update', form)).ok).toBe(true);
  });
});

/** Everything that is done with somebody who is there. */
const acts: readonly (readonly [act: string, does: (person: AuthorizedUser, window: string) => Promise<Answer>])[] = [
  [
    'change',
    (person, window) => office.app.call(window, 'myAuthorizedUsers.update', { ...formOf(person), role: 'Changed' }),
  ],
  [
    'reset the password of',
    ({ id, version }, window) =>
      office.app.call(window, 'myAuthorizedUsers.resetPassword', { id, version, newPassword: null }),
  ],
  ['delete', ({ id, version }, window) => office.app.call(window, 'myAuthorizedUsers.delete', { id, version })],
];

describe.each(acts)('to %s', (_, act) => {
  test('somebody who has no more than the delegate is allowed to them', async () => {
    const typed = newDelegate(newName(), { permissions: ['authorized-users.manage', added.given] });
    const person = await addPerson(office.app, holder, typed);
    expect(await act(person, 'middle')).toMatchObject({ ok: true });
  });

  test.each([
    { who: 'has more', permission: (): Permission => 'activity.view' },
    { who: 'has more of the office’s', permission: (): Permission => added.other },
  ])('somebody who $who is refused', async ({ permission }) => {
    const { app, file } = office;
    const person = await addPerson(app, holder, newDelegate(newName(), { permissions: [permission()] }));
    expect((await app.ask('middle', 'myAuthorizedUsers.get', { id: person.id })).mayChange).toBe(false);
    const before = file.dump(kept);
    expect(await act(person, 'middle')).toMatchObject({ ok: false, error: { code: 'BEYOND_OWN_PERMISSIONS' } });
    expect(file.dump(kept)).toEqual(before);
  });

  test('oneself is refused', async () => {
    const { app, file } = office;
    const self = await app.ask('middle', 'myAuthorizedUsers.get', { id: middle.id });
    expect(self).toMatchObject({ isSelf: true, mayChange: false });
    const before = file.dump(kept);
    expect(await act(self, 'middle')).toMatchObject({ ok: false, error: { code: 'OWN_ENTRY' } });
    expect(file.dump(kept)).toEqual(before);
  });
});

test('also what has no effect without a login is more than the delegate has', async () => {
  // Otherwise they would switch a login on, choose its password, and sign in with what they never had.
  const { app } = office;
  const person = await addPerson(app, holder, newPerson(newName(), { permissions: ['activity.view'] }));
  const { isLoginEnabled, username, password } = newDelegate('risen');
  const form = { ...formOf(person), isLoginEnabled, username, password };
  expect(await app.refusal('middle', 'myAuthorizedUsers.update', form)).toBe('BEYOND_OWN_PERMISSIONS');
});

test('who has more is not restored from the trash either', async () => {
  const { app } = office;
  const { id, version } = await addPerson(app, holder, newPerson(newName(), { permissions: ['activity.view'] }));
  await app.ask('holder', 'myAuthorizedUsers.delete', { id, version });
  const choice = { id, version: version + 1 };
  expect(await app.refusal('middle', 'myAuthorizedUsers.restore', choice)).toBe('BEYOND_OWN_PERMISSIONS');
});

test('what a delegate does stands in the activity as theirs, for the account', async () => {
  const { app } = office;
  const person = await app.ask('middle', 'myAuthorizedUsers.create', newPerson(newName()));
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: holder.accountId });
  expect(rows[0]).toMatchObject({
    act: 'authorized-user.added',
    actor: { id: middle.id, actsFor: { id: holder.accountId } },
    subject: { person: { id: person.id, actsFor: { id: holder.accountId } } },
    onBehalfOf: { id: holder.accountId },
    reason: null,
  });
});

test('what was taken from a delegate while their change waited its turn is not given any more', async () => {
  const { app } = office;
  const helper = await addDelegateAtWindow(app, holder, 'hasty', ['authorized-users.manage', 'activity.view']);
  await backAtDesk(app, 'holder', holder.credentials);
  const [, giving] = await Promise.all([
    app.ask('holder', 'myAuthorizedUsers.update', { ...formOf(helper), permissions: ['authorized-users.manage'] }),
    app.call('hasty', 'myAuthorizedUsers.create', newPerson(newName(), { permissions: ['activity.view'] })),
  ]);
  expect(giving.ok).toBe(false);
});
