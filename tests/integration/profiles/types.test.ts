import { beforeEach, describe, expect, test } from 'vitest';
import { profileColors } from '../../../src-shared/contract/profiles';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, superuser } from '../../support/test-office';
import { addAccount, addType, everyKind, field, idOf, typed, valuesBy } from './types-around';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

test('a type is shown as it was typed, and listed by name for those who look and those who decide', async () => {
  const { app } = office;
  const seller = await app.ask('superuser', 'profiles.createType', {
    name: ' Seller ',
    color: 'teal',
    fields: [
      field(' Shop name ', { isRequired: true }),
      field('Tier', { kind: 'choice', choices: [' Gold', 'gold', 'Silver'] }),
      // What another kind was given to choose from is dropped.
      field('About', { kind: 'long-text', choices: ['never'] }),
    ],
  });
  expect(seller).toEqual({
    id: expect.stringMatching(/^[\w-]{22}$/),
    version: 1,
    name: 'Seller',
    color: 'teal',
    isArchived: false,
    profileCount: 0,
    fields: [
      { id: expect.any(String), label: 'Shop name', kind: 'text', isRequired: true, choices: [] },
      { id: expect.any(String), label: 'Tier', kind: 'choice', isRequired: false, choices: ['Gold', 'Silver'] },
      { id: expect.any(String), label: 'About', kind: 'long-text', isRequired: false, choices: [] },
    ],
  });
  await addType(app, [], { name: 'Äuctioneer' });
  await addType(app, [], { name: 'مشتري' });
  for (const reading of ['profiles.types', 'profiles.manageableTypes'] as const) {
    const { rows } = await app.ask('superuser', reading, {});
    expect(rows.map(({ name }) => name)).toEqual(['Äuctioneer', 'Seller', 'مشتري']);
    expect(rows[1]).toEqual(seller);
  }
});

test('names are unique, whatever their case, accents and blanks', async () => {
  const { app } = office;
  const held = await addType(app, [], { name: 'Broker 1' });
  const other = await addType(app);
  for (const name of ['broker 1', ' BROKER  1 ', 'Brökér 1']) {
    const refused = { error: { code: 'NAME_TAKEN', fields: { name: { code: 'NAME_TAKEN' } } } };
    const form = { name, color: 'red', fields: [] } as const;
    expect(await app.call('superuser', 'profiles.createType', { ...form, fields: [] })).toMatchObject(refused);
    expect(await app.call('superuser', 'profiles.updateType', { ...typed(other), name })).toMatchObject(refused);
  }
  const renamed = await app.ask('superuser', 'profiles.updateType', { ...typed(held), name: 'BROKER 1' });
  expect(renamed).toMatchObject({ name: 'BROKER 1', version: 2 });
});

describe.each(['profiles.createType', 'profiles.updateType'] as const)('%s refuses', (procedure) => {
  const send = async (fields: ReturnType<typeof field>[]) => {
    const { app } = office;
    if (procedure === 'profiles.createType')
      return app.call('superuser', procedure, { name: `Never ${Math.random()}`, color: 'grey', fields });
    const type = await addType(app);
    return app.call('superuser', procedure, { ...typed(type), fields: fields.map((one) => ({ ...one, id: null })) });
  };

  test.each([
    ['two fields of one name', [field('Note'), field('nöte')], 'fields.1.label', 'FIELD_TWICE'],
    ['a choice of nothing', [field('Tier', { kind: 'choice' })], 'fields.0.choices', 'CHOICES_NEEDED'],
    [
      'a choice of one thing written twice',
      [field('Tier', { kind: 'choice', choices: ['Gold', ' GOLD '] })],
      'fields.0.choices',
      'CHOICES_NEEDED',
    ],
    ['a field without a name', [field(' ')], 'fields.0.label', 'FIELD_REQUIRED'],
    ['a name that cannot be seen', [field('\u200d')], 'fields.0.label', 'FIELD_REQUIRED'],
    ['a name of 300 characters', [field('A'.repeat(300))], 'fields.0.label', 'FIELD_TOO_LONG'],
    ['text that turns the direction', [field('A\u202eB')], 'fields.0.label', 'FIELD_UNPRINTABLE'],
    [
      'a choice of 300 characters',
      [field('Tier', { kind: 'choice', choices: ['A', 'B'.repeat(300)] })],
      'fields.0.choices.1',
      'FIELD_TOO_LONG',
    ],
  ])('%s', async (_, fields, at, code) => {
    expect(await send(fields)).toMatchObject({ ok: false, error: { fields: { [at]: { code } } } });
  });

  test('nothing that is only strange', async () => {
    const labels = ['<b>Shop</b>', 'مرحبا', "x'); DROP TABLE profile;--", '👩‍👩‍👧', 'constructor', '__proto__', '=1+1'];
    const answer = await send(labels.map((label) => field(label)));
    expect(answer).toMatchObject({ ok: true, data: { fields: labels.map((label) => ({ label })) } });
  });
});

test('every colour of the contract can be had, and no other', async () => {
  const { app } = office;
  for (const color of profileColors) expect((await addType(app, [], { color })).color).toBe(color);
  expect(await app.send('superuser', 'profiles.createType', { name: 'X', color: '#ff0000', fields: [] })).toMatchObject(
    {
      error: { fields: { color: { code: 'FIELD_UNKNOWN' } } },
    },
  );
});

test('of two people who change a type, the second is refused, and nothing of theirs is kept', async () => {
  const { app } = office;
  const type = await addType(app, [field('Note')]);
  const first = await app.ask('superuser', 'profiles.updateType', { ...typed(type), color: 'red' });
  for (const stale of [
    app.refusal('superuser', 'profiles.updateType', { ...typed(type), fields: [], color: 'pink' }),
    app.refusal('superuser', 'profiles.setTypeArchived', { id: type.id, version: type.version, isArchived: true }),
    app.refusal('superuser', 'profiles.deleteType', { id: type.id, version: type.version }),
  ]) {
    expect(await stale).toBe('STALE_VERSION');
  }
  const { rows } = await app.ask('superuser', 'profiles.types', {});
  expect(rows.find(({ id }) => id === type.id)).toEqual(first);
});

test('fields are renamed, reordered, added and required; their kind stays', async () => {
  const { app } = office;
  const type = await addType(app, everyKind);
  const [shop, about, ...rest] = type.fields;
  if (!shop || !about) throw new Error('The type has its fields.');
  const changed = await app.ask('superuser', 'profiles.updateType', {
    ...typed(type),
    fields: [...rest, { ...about, isRequired: true }, { ...field('Fax'), id: null }, { ...shop, label: 'Store name' }],
  });
  expect(changed.fields.map(({ label }) => label)).toEqual([
    ...['Rating', 'Since', 'Tier', 'Verified'],
    ...['About', 'Fax', 'Store name'],
  ]);
  expect(idOf(changed, 'Store name')).toBe(shop.id);
  expect(changed.fields.find(({ id }) => id === about.id)?.isRequired).toBe(true);
  const asNumber = { ...typed(changed), fields: changed.fields.map((one) => ({ ...one, kind: 'number' as const })) };
  expect(await app.call('superuser', 'profiles.updateType', asNumber)).toMatchObject({
    error: { code: 'FIELD_KIND_FIXED', fields: { 'fields.1.kind': {} } },
  });
});

test('a field of another type, or one named twice, is none of this type', async () => {
  const { app } = office;
  const type = await addType(app, [field('Note')]);
  const other = await addType(app, [field('Note')]);
  const [own] = type.fields;
  const [foreign] = other.fields;
  if (!own || !foreign) throw new Error('Each type has its field.');
  const send = (fields: (typeof own)[]) => app.refusal('superuser', 'profiles.updateType', { ...typed(type), fields });
  expect(await send([own, { ...foreign, label: 'Other' }])).toBe('NOT_FOUND');
  expect(await send([own, { ...own, label: 'Again' }])).toBe('FIELD_TWICE');
});

test('an archived type stays with its profiles and takes no new ones, until it is taken back', async () => {
  const { app } = office;
  const type = await addType(app, [field('Note')]);
  const accountId = await addAccount(app);
  const add = { accountId, typeId: type.id, values: valuesBy(type, { Note: 'kept' }) };
  const profile = await app.ask('superuser', 'profiles.add', add);
  const { id, version } = type;
  const archived = await app.ask('superuser', 'profiles.setTypeArchived', { id, version, isArchived: true });
  expect(archived).toMatchObject({ isArchived: true, version: 2, profileCount: 1 });
  expect(await app.call('superuser', 'profiles.add', add)).toMatchObject({
    error: { code: 'PROFILE_TYPE_ARCHIVED', fields: { typeId: {} } },
  });
  const values = valuesBy(type, { Note: 'changed' });
  await app.ask('superuser', 'profiles.update', { id: profile.id, version: profile.version, values });
  // Archived twice is archived, and no change.
  const again = { id, version: archived.version, isArchived: true };
  expect(await app.ask('superuser', 'profiles.setTypeArchived', again)).toEqual(archived);
  const back = await app.ask('superuser', 'profiles.setTypeArchived', { ...again, isArchived: false });
  expect(back).toMatchObject({ isArchived: false, version: 3 });
  await app.ask('superuser', 'profiles.add', add);
});

test('only a type without profiles is deleted, those of accounts in the trash included', async () => {
  const { app, file } = office;
  const type = await addType(app, everyKind);
  const { id, version } = type;
  const accountId = await addAccount(app);
  const profile = await app.ask('superuser', 'profiles.add', { accountId, typeId: id, values: {} });
  const inUse = { error: { code: 'PROFILE_TYPE_IN_USE', params: { count: 1 }, message: expect.stringContaining('1') } };
  expect(await app.call('superuser', 'profiles.deleteType', { id, version })).toMatchObject(inUse);
  file.write('UPDATE account SET deleted_at = 1, purge_at = 9e15 WHERE public_id = ?', accountId);
  expect(await app.call('superuser', 'profiles.deleteType', { id, version })).toMatchObject(inUse);
  file.write('UPDATE account SET deleted_at = NULL, purge_at = NULL WHERE public_id = ?', accountId);
  await app.ask('superuser', 'profiles.remove', { id: profile.id, version: profile.version });
  await app.ask('superuser', 'profiles.deleteType', { id, version });
  expect(await app.refusal('superuser', 'profiles.deleteType', { id, version })).toBe('NOT_FOUND');
  expect(await app.refusal('superuser', 'profiles.updateType', typed(type))).toBe('NOT_FOUND');
  expect(file.rows('SELECT * FROM profile_field WHERE public_id = ?', idOf(type, 'Tier'))).toEqual([]);
});

test('what is done with types stands in the activity, with the fields in words', async () => {
  const { app } = office;
  const type = await addType(app, [field('Tier', { kind: 'choice', choices: ['Gold', 'Silver'], isRequired: true })]);
  const [tier] = type.fields;
  if (!tier) throw new Error('The type has its field.');
  const removed = [{ id: tier.id, values: 'delete' as const }];
  const changed = await app.ask('superuser', 'profiles.updateType', { ...typed(type), fields: [], removed });
  await app.ask('superuser', 'profiles.deleteType', { id: changed.id, version: changed.version });
  const { rows } = await app.ask('superuser', 'activity.list', {});
  expect(rows.slice(0, 3)).toMatchObject([
    { act: 'profile-type.deleted', subject: { kind: 'profile-type', label: type.name } },
    {
      act: 'profile-type.changed',
      changes: [
        { field: 'fields', before: ['Tier (choice of Gold, Silver, required)'], after: [] },
        { field: 'removedFields', before: null, after: ['Tier: values deleted'] },
      ],
    },
    { act: 'profile-type.added', subject: { label: type.name } },
  ]);
});
