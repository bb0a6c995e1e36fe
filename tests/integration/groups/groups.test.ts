import { beforeEach, expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import { addStaff, backAtDesk, superuser } from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

let added = 0;
function newGroup() {
  added += 1;
  return { name: `Group ${added}`, description: '', permissions: [] };
}

test('a group is shown as it was typed, and listed by name', async () => {
  const { app } = office;
  const typed = {
    name: ' Front  desk ',
    description: ' Answers callers.\r\nLooks accounts up. ',
    permissions: ['activity.view', 'staff.view', 'staff.view'] as const,
  };
  const group = await app.ask('superuser', 'groups.create', { ...typed, permissions: [...typed.permissions] });
  expect(group).toEqual({
    id: expect.stringMatching(/^[\w-]{22}$/),
    version: 1,
    name: 'Front  desk',
    description: 'Answers callers.\nLooks accounts up.',
    permissions: ['staff.view', 'activity.view'],
    memberCount: 0,
    mayChange: true,
  });
  for (const name of ['äuditors', 'Zeta', 'Éclair'])
    await app.ask('superuser', 'groups.create', { ...newGroup(), name });
  const { rows } = await app.ask('superuser', 'groups.list', {});
  expect(rows.map(({ name }) => name)).toEqual(['äuditors', 'Éclair', 'Front  desk', 'Zeta']);
});

test('names are unique, whatever their case, accents and blanks', async () => {
  const { app } = office;
  await app.ask('superuser', 'groups.create', { ...newGroup(), name: 'Night shift' });
  const other = await app.ask('superuser', 'groups.create', newGroup());
  for (const name of ['night shift', ' NIGHT  SHIFT ', 'Nïght shift']) {
    const answer = await app.call('superuser', 'groups.create', { ...newGroup(), name });
    expect(answer).toMatchObject({ error: { code: 'NAME_TAKEN', fields: { name: {} } } });
    const { id, version } = other;
    expect(await app.refusal('superuser', 'groups.update', { ...newGroup(), id, version, name })).toBe('NAME_TAKEN');
  }
});

test('a group may keep its name, or write it in another case', async () => {
  const { app } = office;
  const { id, version, name } = await app.ask('superuser', 'groups.create', newGroup());
  const changed = await app.ask('superuser', 'groups.update', {
    id,
    version,
    name: name.toUpperCase(),
    description: 'Changed',
    permissions: ['store.manage'],
  });
  expect(changed).toMatchObject({ version: 2, name: name.toUpperCase(), permissions: ['store.manage'] });
});

test('of two people who change a group, the second is refused', async () => {
  const { app } = office;
  const { id, version, name } = await app.ask('superuser', 'groups.create', newGroup());
  const form = { id, version, name, description: '', permissions: [] };
  await app.ask('superuser', 'groups.update', { ...form, description: 'first' });
  expect(await app.refusal('superuser', 'groups.update', { ...form, description: 'second' })).toBe('STALE_VERSION');
  expect(await app.refusal('superuser', 'groups.delete', { id, version })).toBe('STALE_VERSION');
});

test('a group with members is not deleted; one without is', async () => {
  const { app } = office;
  const { id, version } = await app.ask('superuser', 'groups.create', newGroup());
  const { member } = await addStaff(app, 'member', { groups: [id] });
  expect(await app.call('superuser', 'groups.delete', { id, version })).toMatchObject({
    error: { code: 'GROUP_IN_USE', params: { count: 1 }, message: expect.stringContaining('1') },
  });
  const { email, givenName, familyName, phone, isSuperuser, permissions } = member;
  await app.ask('superuser', 'staff.update', {
    id: member.id,
    version: member.version,
    ...{ email, givenName, familyName, phone, isSuperuser, permissions },
    groups: [],
  });
  await app.ask('superuser', 'groups.delete', { id, version });
  expect(await app.refusal('superuser', 'groups.delete', { id, version })).toBe('NOT_FOUND');
  expect(await app.refusal('superuser', 'groups.update', { ...newGroup(), id, version })).toBe('NOT_FOUND');
});

test('a group that is deleted while somebody is put into it does not take the person along', async () => {
  const { app } = office;
  const { id, version } = await app.ask('superuser', 'groups.create', newGroup());
  const [adding, deleting] = await Promise.allSettled([
    addStaff(app, 'hasty', { groups: [id] }),
    app.ask('superuser', 'groups.delete', { id, version }),
  ]);
  expect([adding.status, deleting.status].sort()).toEqual(['fulfilled', 'rejected']);
});
