import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src-shared/contract';
import { type StaffPermission, staffPermissions } from '../../../src-shared/permissions';
import { shareTestOffice } from '../../support/shared-office';
import type { TestApp } from '../../support/test-app';
import { addStaff, addStaffAtWindow, backAtDesk, superuser } from '../../support/test-office';
import { addGroup, groupForm, groupOf, StaffAround, staffForm } from './staff-around';

let around: StaffAround;
const office = shareTestOffice(async ({ app }) => {
  around = await StaffAround.in(app);
});

beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

let groups = 0;
const newName = () => {
  groups += 1;
  return `Group ${groups}`;
};

const kept = ['refused_call'];

async function assertRefused(act: () => Promise<Answer>): Promise<void> {
  const before = office.file.dump(kept);
  expect(await act()).toMatchObject({ ok: false, error: { code: 'BEYOND_OWN_RIGHTS' } });
  expect(office.file.dump(kept)).toEqual(before);
}

test.each([
  { permissions: [], isBeyond: false },
  { permissions: ['staff.view'], isBeyond: false },
  { permissions: ['staff.view', 'staff.manage', 'groups.manage'], isBeyond: false },
  { permissions: ['settings.manage'], isBeyond: true },
  { permissions: ['staff.view', 'activity.view'], isBeyond: true },
  { permissions: [...staffPermissions], isBeyond: true },
] satisfies { permissions: StaffPermission[]; isBeyond: boolean }[])(
  'a new group with $permissions, beyond the actor: $isBeyond',
  async ({ permissions, isBeyond }) => {
    const add = () => office.app.call('middle', 'groups.create', { name: newName(), description: '', permissions });
    if (isBeyond) await assertRefused(add);
    else expect((await add()).ok).toBe(true);
  },
);

type Act = (app: TestApp, window: string, id: string) => Promise<Answer>;

const acts: readonly (readonly [string, Act])[] = [
  [
    'renaming',
    async (app, window, id) => app.call(window, 'groups.update', await groupForm(app, id, { name: newName() })),
  ],
  [
    'taking everything out of',
    async (app, window, id) => app.call(window, 'groups.update', await groupForm(app, id, { permissions: [] })),
  ],
  [
    'putting a permission of their own into',
    async (app, window, id) =>
      app.call(window, 'groups.update', await groupForm(app, id, { permissions: ['staff.view', 'staff.manage'] })),
  ],
  [
    'deleting',
    async (app, window, id) => app.call(window, 'groups.delete', { id, version: (await groupOf(app, id)).version }),
  ],
];

describe.each(acts)('%s', (act, run) => {
  test('a group that gives less or as much is done', async () => {
    for (const permissions of [['staff.view'], ['staff.view', 'groups.manage']] satisfies StaffPermission[][]) {
      const id = await addGroup(office.app, newName(), permissions);
      expect((await run(office.app, 'middle', id)).ok).toBe(true);
    }
  });

  test('a group that gives more is refused', async () => {
    const { app } = office;
    const id = await addGroup(app, newName(), ['staff.view', 'settings.manage']);
    await assertRefused(() => run(app, 'middle', id));
    expect((await groupOf(app, id)).mayChange).toBe(true);
    const seen = (await app.ask('middle', 'groups.list', {})).rows.find((one) => one.id === id);
    expect(seen?.mayChange).toBe(false);
  });

  test('a group with a member who may do more is refused, since it changes what that member may do', async () => {
    const { app } = office;
    const id = await addGroup(app, newName(), ['staff.view']);
    await addStaff(app, `member-of-${groups}`, { permissions: ['store.manage'], groups: [id] });
    await assertRefused(() => run(app, 'middle', id));
  });

  test('a group with a superuser in it, or somebody deactivated who may do more, is refused', async () => {
    const { app } = office;
    const id = await addGroup(app, newName(), ['staff.view']);
    await addStaff(app, `superuser-of-${groups}`, { isSuperuser: true, groups: [id] });
    await assertRefused(() => run(app, 'middle', id));

    const other = await addGroup(app, newName(), ['staff.view']);
    const { member } = await addStaff(app, `gone-of-${groups}`, { permissions: ['store.manage'], groups: [other] });
    await app.ask('superuser', 'staff.deactivate', { id: member.id, version: member.version });
    await assertRefused(() => run(app, 'middle', other));
  });

  test('a group of colleagues below is done, unless it is to be deleted while they are in it', async () => {
    const { app } = office;
    const id = await addGroup(app, newName(), ['staff.view']);
    await addStaff(app, `below-of-${groups}`, { groups: [id] });
    const answer = await run(app, 'middle', id);
    if (act !== 'deleting') expect(answer.ok).toBe(true);
    else expect(answer).toMatchObject({ error: { code: 'GROUP_IN_USE', params: { count: 1 } } });
  });
});

describe('nobody rises', () => {
  test('by adding themselves to a group that gives more', async () => {
    const { app } = office;
    const form = await staffForm(app, around.middle, { groups: [around.groups.high] });
    await assertRefused(() => app.call('middle', 'staff.update', form));
  });

  test('by putting more into a group they are in', async () => {
    const { app } = office;
    const id = await addGroup(app, newName(), ['staff.view']);
    await app.ask('superuser', 'staff.update', await staffForm(app, around.middle, { groups: [id] }));
    for (const permissions of [
      ['staff.view', 'settings.manage'],
      [...staffPermissions],
    ] satisfies StaffPermission[][]) {
      const form = await groupForm(app, id, { permissions });
      await assertRefused(() => app.call('middle', 'groups.update', form));
    }
    const { user } = await app.ask('middle', 'session.state', {});
    expect(user?.permissions).toEqual(['staff.view', 'staff.manage', 'groups.manage']);
  });

  test('by an accomplice: two people together may do no more than each of them', async () => {
    const { app } = office;
    await addStaffAtWindow(app, 'accomplice', ['staff.view', 'staff.manage', 'groups.manage']);
    const form = await staffForm(app, around.middle, {
      permissions: ['staff.view', 'staff.manage', 'groups.manage', 'store.manage'],
    });
    await assertRefused(() => app.call('accomplice', 'staff.update', form));
  });

  test('by giving away a permission and taking it back from where it came from', async () => {
    const { app } = office;
    const { member } = await addStaffAtWindow(app, 'giver', ['staff.view', 'staff.manage', 'groups.manage']);
    const less = await staffForm(app, member.id, { permissions: ['staff.view', 'staff.manage'] });
    await app.ask('giver', 'staff.update', less);
    const more = await staffForm(app, member.id, { permissions: ['staff.view', 'staff.manage', 'groups.manage'] });
    await assertRefused(() => app.call('giver', 'staff.update', more));
  });
});
