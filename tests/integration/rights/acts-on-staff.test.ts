import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, InputOf } from '../../../src-shared/contract';
import { shareTestOffice } from '../../support/shared-office';
import type { TestApp } from '../../support/test-app';
import { backAtDesk, newStaff, superuser } from '../../support/test-office';
import { memberOf, relations, StaffAround, staffForm } from './staff-around';

let around: StaffAround;
const office = shareTestOffice(async ({ app }) => {
  around = await StaffAround.in(app);
});

beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

type Act = (app: TestApp, window: string, id: string) => Promise<Answer>;

let emails = 0;
const newEmail = () => {
  emails += 1;
  return `taken.over.${emails}@example.com`;
};

const updating =
  (change: () => Partial<InputOf<'staff.update'>>): Act =>
  async (app, window, id) =>
    app.call(window, 'staff.update', await staffForm(app, id, change()));

const choosing =
  (name: 'staff.deactivate' | 'staff.activate' | 'staff.giveOneTimePassword'): Act =>
  async (app, window, id) =>
    app.call(window, name, { id, version: (await memberOf(app, id)).version });

/** Every act on somebody's rights or way in. */
const acts: readonly (readonly [string, Act])[] = [
  ['changing the name', updating(() => ({ givenName: 'Another' }))],
  ['changing the e-mail, by which they sign in', updating(() => ({ email: newEmail() }))],
  ['taking all rights away', updating(() => ({ permissions: [], groups: [], isSuperuser: false }))],
  ['giving a permission', updating(() => ({ permissions: ['staff.view', 'staff.manage'], isSuperuser: false }))],
  ['putting into a group', updating(() => ({ groups: [around.groups.low], isSuperuser: false }))],
  ['deactivating', choosing('staff.deactivate')],
  ['activating', choosing('staff.activate')],
  ['giving a one-time password', choosing('staff.giveOneTimePassword')],
];

const kept = ['refused_call'];

describe.each(acts)('%s', (_, act) => {
  test.each(relations)('of somebody $who, beyond the actor: $isBeyond', async ({ who, isBeyond }) => {
    const { app, file } = office;
    const id = await around.add(who);
    expect((await app.ask('middle', 'staff.get', { id })).mayChange).toBe(!isBeyond);
    const before = file.dump(kept);
    const answer = await act(app, 'middle', id);
    if (isBeyond) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'BEYOND_OWN_RIGHTS' } });
      expect(file.dump(kept)).toEqual(before);
      // A superuser may.
      expect(await act(app, 'superuser', id)).toEqual({ ok: true, data: expect.anything() });
    } else {
      expect(answer).toEqual({ ok: true, data: expect.anything() });
    }
  });
});

const gifts = [
  { gift: 'a permission of their own', rights: () => ({ permissions: ['staff.manage' as const] }), field: null },
  { gift: 'a group that gives less', rights: () => ({ groups: [around.groups.low] }), field: null },
  { gift: 'a group that gives as much', rights: () => ({ groups: [around.groups.equal] }), field: null },
  {
    gift: 'a permission they do not have',
    rights: () => ({ permissions: ['staff.view' as const, 'activity.view' as const] }),
    field: 'permissions',
  },
  {
    gift: 'a group that gives more',
    rights: () => ({ groups: [around.groups.low, around.groups.high] }),
    field: 'permissions',
  },
  { gift: 'the rights of a superuser', rights: () => ({ isSuperuser: true }), field: 'isSuperuser' },
] as const;

describe.each(gifts)('$gift', ({ rights, field }) => {
  async function assertGiven(give: () => Promise<Answer>): Promise<void> {
    const before = office.file.dump(kept);
    const answer = await give();
    if (field === null) {
      expect(answer).toEqual({ ok: true, data: expect.anything() });
    } else {
      const code = 'BEYOND_OWN_RIGHTS';
      expect(answer).toMatchObject({ ok: false, error: { code, fields: { [field]: { code } } } });
      expect(office.file.dump(kept)).toEqual(before);
    }
  }

  test('for somebody new', async () => {
    const typed = { ...newStaff('gifted'), email: newEmail(), ...rights() };
    await assertGiven(() => office.app.call('middle', 'staff.create', typed));
  });

  test('for somebody below', async () => {
    const form = await staffForm(office.app, await around.add('below'), rights());
    await assertGiven(() => office.app.call('middle', 'staff.update', form));
  });

  test('for oneself', async () => {
    const now = await staffForm(office.app, around.middle, {});
    const given = { permissions: [], ...rights() };
    const permissions = [...new Set([...now.permissions, ...given.permissions])];
    await assertGiven(() => office.app.call('middle', 'staff.update', { ...now, ...given, permissions }));
  });
});

test.each(['staff.deactivate', 'staff.giveOneTimePassword'] as const)('%s is for colleagues to do', async (name) => {
  const { app } = office;
  for (const window of ['middle', 'superuser']) {
    const { user } = await app.ask(window, 'session.state', {});
    const { id, version } = await memberOf(app, user?.id ?? '');
    expect(await app.refusal(window, name, { id, version })).toBe('OWN_ACCOUNT');
  }
});

test('what may be given is told before', async () => {
  const { app } = office;
  const offered = await app.ask('middle', 'staff.grantable', {});
  expect(offered.permissions).toEqual(['staff.view', 'staff.manage', 'groups.manage']);
  expect(offered.mayMakeSuperuser).toBe(false);
  expect(offered.groups.map(({ name, mayGive }) => [name, mayGive])).toEqual([
    ['Equal', true],
    ['High', false],
    ['Low', true],
  ]);
  const all = await app.ask('superuser', 'staff.grantable', {});
  expect(all.mayMakeSuperuser).toBe(true);
  expect(all.groups.every(({ mayGive }) => mayGive)).toBe(true);
});
