import { beforeEach, describe, expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import { addStaffAtWindow, backAtDesk, superuser } from '../../support/test-office';
import { addAccount, addType, field, idOf, shown, typed, valuesBy } from './types-around';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

const nobody = 'A'.repeat(22);

async function someProfile() {
  const { app } = office;
  const type = await addType(app, [field('Note')]);
  const accountId = await addAccount(app);
  const values = valuesBy(type, { Note: 'first' });
  return {
    type,
    accountId,
    profile: await app.ask('superuser', 'profiles.add', { accountId, typeId: type.id, values }),
  };
}

test('an account has any number of profiles, also of one type', async () => {
  const { app } = office;
  const { type, accountId } = await someProfile();
  await app.ask('superuser', 'profiles.add', { accountId, typeId: type.id, values: {} });
  const { rows } = await app.ask('superuser', 'profiles.types', {});
  expect(rows.find(({ id }) => id === type.id)?.profileCount).toBe(2);
});

test('a change makes the next version, and a stale one is refused', async () => {
  const { app } = office;
  const { type, profile } = await someProfile();
  const { id, version } = profile;
  const values = valuesBy(type, { Note: 'second' });
  const changed = await app.ask('superuser', 'profiles.update', { id, version, values });
  expect(changed).toMatchObject({ id, version: 2 });
  expect(shown(changed)).toEqual({ Note: 'second' });
  expect(await app.refusal('superuser', 'profiles.update', { id, version, values })).toBe('STALE_VERSION');
  expect(await app.refusal('superuser', 'profiles.remove', { id, version })).toBe('STALE_VERSION');
});

test('removing a profile takes its values along, and adding it back gives it a place of its own', async () => {
  const { app, file } = office;
  const { type, accountId, profile } = await someProfile();
  const { id, version } = profile;
  const [{ id: key } = { id: 0 }] = file.rows<{ id: number }>('SELECT id FROM profile WHERE public_id = ?', id);
  await app.ask('superuser', 'profiles.remove', { id, version });
  expect(file.rows('SELECT * FROM profile_value WHERE profile_id = ?', key)).toEqual([]);
  expect(await app.refusal('superuser', 'profiles.remove', { id, version })).toBe('NOT_FOUND');
  expect(await app.refusal('superuser', 'profiles.update', { id, version, values: {} })).toBe('NOT_FOUND');
  const values = valuesBy(type, { Note: 'first' });
  const back = await app.ask('superuser', 'profiles.add', { accountId, typeId: type.id, values });
  expect(back.id).not.toBe(id);
  expect(shown(back)).toEqual(shown(profile));
});

test('an account and a type that are not there are named', async () => {
  const { app } = office;
  const { type, accountId } = await someProfile();
  expect(await app.call('superuser', 'profiles.add', { accountId: nobody, typeId: type.id, values: {} })).toMatchObject(
    {
      error: { code: 'NOT_FOUND' },
    },
  );
  expect(await app.call('superuser', 'profiles.add', { accountId, typeId: nobody, values: {} })).toMatchObject({
    error: { code: 'NOT_FOUND', fields: { typeId: {} } },
  });
  expect(await app.refusal('superuser', 'profiles.update', { id: nobody, version: 1, values: {} })).toBe('NOT_FOUND');
  expect(await app.refusal('superuser', 'profiles.remove', { id: nobody, version: 1 })).toBe('NOT_FOUND');
});

describe('whose account it is', () => {
  test('nobody changes the profiles of somebody whose rights go beyond their own', async () => {
    const { app } = office;
    const { type } = await someProfile();
    await addStaffAtWindow(app, 'clerk', ['accounts.view', 'accounts.manage']);
    const { member: lead } = await addStaffAtWindow(app, 'lead', ['accounts.view', 'accounts.manage', 'staff.manage']);
    const add = { accountId: lead.id, typeId: type.id, values: {} };
    const { id, version } = await app.ask('superuser', 'profiles.add', add);
    expect(await app.refusal('clerk', 'profiles.add', add)).toBe('BEYOND_OWN_RIGHTS');
    expect(await app.refusal('clerk', 'profiles.update', { id, version, values: {} })).toBe('BEYOND_OWN_RIGHTS');
    expect(await app.refusal('clerk', 'profiles.remove', { id, version })).toBe('BEYOND_OWN_RIGHTS');
    await app.ask('lead', 'profiles.remove', { id, version });
  });

  test('in the trash nothing is changed; after that it is gone', async () => {
    const { app, file } = office;
    const { type, accountId, profile } = await someProfile();
    const { id, version } = profile;
    const attempts = () => [
      app.refusal('superuser', 'profiles.add', { accountId, typeId: type.id, values: {} }),
      app.refusal('superuser', 'profiles.update', { id, version, values: {} }),
      app.refusal('superuser', 'profiles.remove', { id, version }),
    ];
    const now = app.clock.now();
    const trash = 'UPDATE account SET deleted_at = ?, purge_at = ? WHERE public_id = ?';
    file.write(trash, now, now + 1, accountId);
    expect(await Promise.all(attempts())).toEqual(['IN_TRASH', 'IN_TRASH', 'IN_TRASH']);
    file.write(trash, now, now, accountId);
    expect(await Promise.all(attempts())).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});

test('what is done with a profile stands in the activity of its account, by the labels of its fields', async () => {
  const { app } = office;
  const type = await addType(app, [field('Note'), field('constructor'), field('__proto__', { kind: 'yes-no' })]);
  const accountId = await addAccount(app);
  const values = valuesBy(type, { Note: 'first' });
  const added = await app.ask('superuser', 'profiles.add', { accountId, typeId: type.id, values });
  const changed = await app.ask('superuser', 'profiles.update', {
    id: added.id,
    version: added.version,
    values: { ...values, [idOf(type, 'constructor')]: '<script>', [idOf(type, '__proto__')]: true },
  });
  await app.ask('superuser', 'profiles.remove', { id: changed.id, version: changed.version });
  const { rows } = await app.ask('superuser', 'activity.list', { personId: accountId });
  const subject = { kind: 'account', person: { id: accountId } };
  expect(rows.slice(0, 3)).toMatchObject([
    { act: 'profile.removed', subject },
    {
      act: 'profile.changed',
      subject,
      changes: [
        { field: 'constructor', before: null, after: '<script>' },
        { field: '__proto__', before: null, after: true },
      ],
    },
    {
      act: 'profile.added',
      subject,
      changes: [
        { field: 'profileType', before: null, after: type.name },
        { field: 'Note', before: null, after: 'first' },
      ],
    },
  ]);
});

test('of values whose fields are called the same, none is left out of the activity', async () => {
  const { app } = office;
  let type = await addType(app, [field('profileType'), field('Note')]);
  const accountId = await addAccount(app);
  const given = valuesBy(type, { profileType: 'mine', Note: 'first' });
  let profile = await app.ask('superuser', 'profiles.add', { accountId, typeId: type.id, values: given });
  for (const values of [{}, { Note: 'second' }]) {
    const { id, version } = profile;
    profile = await app.ask('superuser', 'profiles.update', { id, version, values: valuesBy(type, values) });
    const form = typed(type);
    const fields = [...form.fields.filter(({ label }) => label !== 'Note'), { id: null, ...field('Note') }];
    const removed = [{ id: idOf(type, 'Note'), values: 'keep' as const }];
    type = await app.ask('superuser', 'profiles.updateType', { ...form, fields, removed });
  }
  await app.ask('superuser', 'profiles.remove', { id: profile.id, version: profile.version });
  const { rows } = await app.ask('superuser', 'accounts.activity', { id: accountId });
  expect(rows[0]?.changes.map(({ field, before }) => [field, before])).toEqual([
    ['profileType', type.name],
    ['profileType (2)', 'mine'],
    ['Note (former field)', 'first'],
    ['Note (former field) (2)', 'second'],
  ]);
});

test('windows that may see accounts, or decide on types, hear of a change', async () => {
  const { app } = office;
  await addStaffAtWindow(app, 'onlooker', ['accounts.view']);
  await addStaffAtWindow(app, 'keeper', ['profile-types.manage']);
  const heard = { onlooker: new Set<string>(), keeper: new Set<string>() };
  const stops = (['onlooker', 'keeper'] as const).map((window) =>
    app.app.subscribe(window, (event) => {
      if (event.type === 'changed') heard[window].add(event.feature);
    }),
  );
  await someProfile();
  await expect.poll(() => [...heard.onlooker].sort()).toEqual(['accounts', 'dashboard', 'profiles']);
  await expect.poll(() => [...heard.keeper]).toEqual(['profiles']);
  for (const stop of stops) stop();
});

test('of a change of the type and a profile saved at once, whoever comes first is kept', async () => {
  const { app } = office;
  const { type, accountId } = await someProfile();
  const needed = { ...field('Licence', { isRequired: true }), id: null };
  const add = { accountId, typeId: type.id, values: valuesBy(type, { Note: 'hasty' }) };
  const [before, changing, after] = await Promise.all([
    app.call('superuser', 'profiles.add', add),
    app.call('superuser', 'profiles.updateType', { ...typed(type), fields: [...type.fields, needed] }),
    app.call('superuser', 'profiles.add', add),
  ]);
  expect([before.ok, changing.ok, after.ok]).toEqual([true, true, false]);
  expect(after).toMatchObject({ error: { code: 'FIELD_REQUIRED' } });
});
