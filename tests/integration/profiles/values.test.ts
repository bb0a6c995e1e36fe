import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Profile, ProfileType } from '../../../src-shared/contract/profiles';
import { shareTestOffice } from '../../support/shared-office';
import { backAtDesk, superuser } from '../../support/test-office';
import { addAccount, addType, everyKind, field, idOf, shown, typed, valuesBy } from './types-around';

const office = shareTestOffice();
let accountId: string;
let type: ProfileType;
beforeAll(async () => {
  accountId = await addAccount(office.app);
  type = await addType(office.app, everyKind);
});
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

function add(byLabel: Readonly<Record<string, unknown>>, of: ProfileType = type) {
  return office.app.call('superuser', 'profiles.add', { accountId, typeId: of.id, values: valuesBy(of, byLabel) });
}

async function added(byLabel: Readonly<Record<string, unknown>>, of: ProfileType = type): Promise<Profile> {
  const answer = await add(byLabel, of);
  if (answer.ok) return answer.data;
  throw new Error(JSON.stringify(answer.error));
}

function change({ id, version }: Profile, byLabel: Readonly<Record<string, unknown>>, of: ProfileType = type) {
  return office.app.call('superuser', 'profiles.update', { id, version, values: valuesBy(of, byLabel) });
}

test('values are shown as they were typed, in the order of the fields', async () => {
  const profile = await added({
    Verified: false,
    Tier: 'Gold',
    Since: '2024-02-29',
    Rating: 4.5,
    About: ' Two\r\nlines ',
    'Shop name': '  Ünïcode <b>& Söhne</b> 👩‍👩‍👧 ',
  });
  expect(profile).toMatchObject({ version: 1, type: { id: type.id, name: type.name, color: 'blue' } });
  expect(Object.entries(shown(profile))).toEqual([
    ['Shop name', 'Ünïcode <b>& Söhne</b> 👩‍👩‍👧'],
    ['About', 'Two\nlines'],
    ['Rating', 4.5],
    ['Since', '2024-02-29'],
    ['Tier', 'Gold'],
    ['Verified', false],
  ]);
});

test('what is empty is null, and can be emptied again', async () => {
  const nothing = { 'Shop name': null, About: null, Rating: null, Since: null, Tier: null, Verified: null };
  expect(shown(await added({ 'Shop name': '  ', About: '', Tier: '' }))).toEqual(nothing);
  const profile = await added({ 'Shop name': 'A', Rating: 0, Verified: true });
  const emptied = await change(profile, { 'Shop name': '', Rating: null, Verified: null });
  expect(emptied).toMatchObject({ ok: true, data: { version: 2 } });
  expect(emptied.ok && shown(emptied.data)).toEqual(nothing);
});

test('what a change does not name stays as it is', async () => {
  const profile = await added({ 'Shop name': 'A', Rating: 3 });
  const changed = await change(profile, { Rating: 4 });
  expect(changed.ok && shown(changed.data)).toMatchObject({ 'Shop name': 'A', Rating: 4 });
});

describe.each(['adding', 'changing'])('%s a profile refuses', (way) => {
  test.each([
    ['text over 200 characters', 'Shop name', 'A'.repeat(300), 'FIELD_TOO_LONG'],
    ['long text over 5,000', 'About', 'A'.repeat(5_001), 'FIELD_TOO_LONG'],
    ['a second line in text of one', 'Shop name', 'A\nB', 'FIELD_UNPRINTABLE'],
    ['text that turns the direction', 'About', 'A\u202eB', 'FIELD_UNPRINTABLE'],
    ['a number for text', 'Shop name', 7, 'FIELD_INVALID'],
    ['no number', 'Rating', 'many', 'FIELD_NOT_NUMBER'],
    ['a number in quotes', 'Rating', '12', 'FIELD_NOT_NUMBER'],
    ['a number that is none', 'Rating', Number.NaN, 'FIELD_INVALID'],
    ['endlessly many', 'Rating', Number.POSITIVE_INFINITY, 'FIELD_INVALID'],
    ['a number beyond what is kept exactly', 'Rating', 1e300, 'FIELD_TOO_LARGE'],
    ['the same below zero', 'Rating', -1e16, 'FIELD_TOO_SMALL'],
    ['31 February', 'Since', '2026-02-31', 'FIELD_NOT_DATE'],
    ['29 February of a common year', 'Since', '2025-02-29', 'FIELD_NOT_DATE'],
    ['a date of another form', 'Since', '31.12.2026', 'FIELD_NOT_DATE'],
    ['a date with a time', 'Since', '2026-12-31T00:00:00Z', 'FIELD_NOT_DATE'],
    ['a number for a date', 'Since', 20261231, 'FIELD_NOT_DATE'],
    ['what is not offered', 'Tier', 'Platinum', 'FIELD_UNKNOWN'],
    ['what is offered in another case', 'Tier', 'gold', 'FIELD_UNKNOWN'],
    ['a word for yes', 'Verified', 'yes', 'FIELD_INVALID'],
    ['a figure for yes', 'Verified', 1, 'FIELD_INVALID'],
  ])('%s', async (_, label, value, code) => {
    const before = office.file.dump(['refused_call']);
    const profile = way === 'changing' ? await added({}) : null;
    const answer = await (profile ? change(profile, { [label]: value }) : add({ [label]: value }));
    expect(answer).toMatchObject({ ok: false, error: { fields: { [`values.${idOf(type, label)}`]: { code } } } });
    if (!profile) expect(office.file.dump(['refused_call'])).toEqual(before);
  });
});

test('every field in error is named at once, with what it may be at most', async () => {
  const strict = await addType(office.app, [
    field('A', { isRequired: true }),
    field('B'),
    field('C', { kind: 'date' }),
  ]);
  const answer = await add({ B: 'B'.repeat(201), C: 'soon' }, strict);
  expect(answer).toMatchObject({
    error: {
      fields: {
        [`values.${idOf(strict, 'A')}`]: { code: 'FIELD_REQUIRED' },
        [`values.${idOf(strict, 'B')}`]: { code: 'FIELD_TOO_LONG', message: expect.stringContaining('200') },
        [`values.${idOf(strict, 'C')}`]: { code: 'FIELD_NOT_DATE' },
      },
    },
  });
});

describe('a required field', () => {
  test.each([
    ['text', '\u200d'],
    ['long-text', ' \n '],
    ['long-text', '\u200d'],
    ['number', null],
    ['date', ''],
    ['choice', ''],
    ['yes-no', null],
  ] as const)('of the kind %s is filled', async (kind, empty) => {
    const choices = kind === 'choice' ? ['A', 'B'] : [];
    const strict = await addType(office.app, [field('Needed', { kind, choices, isRequired: true })]);
    const refused = { error: { fields: { [`values.${idOf(strict, 'Needed')}`]: { code: 'FIELD_REQUIRED' } } } };
    expect(await add({ Needed: empty }, strict)).toMatchObject(refused);
    expect(await add({}, strict)).toMatchObject(refused);
  });

  test('that is a no is filled', async () => {
    const strict = await addType(office.app, [field('Agreed', { kind: 'yes-no', isRequired: true })]);
    expect(shown(await added({ Agreed: false }, strict))).toEqual({ Agreed: false });
  });

  test('that was added later leaves the profile readable, and is asked for at its next change', async () => {
    const { app } = office;
    const before = await addType(app, [field('Note')]);
    const profile = await added({ Note: 'old' }, before);
    const needed = { ...field('Licence', { isRequired: true }), id: null };
    const after = await app.ask('superuser', 'profiles.updateType', {
      ...typed(before),
      fields: [...before.fields, needed],
    });
    const at = `values.${idOf(after, 'Licence')}`;
    const asked = { ok: false, error: { code: 'FIELD_REQUIRED', fields: { [at]: { code: 'FIELD_REQUIRED' } } } };
    expect(await change(profile, { Note: 'new' }, after)).toMatchObject(asked);
    expect(await add({ Note: 'another' }, after)).toMatchObject(asked);
    const changed = await change(profile, { Note: 'new', Licence: 'L-1' }, after);
    expect(changed.ok && shown(changed.data)).toEqual({ Note: 'new', Licence: 'L-1' });
    // Once it is there, what a change does not name stays.
    expect(changed.ok && (await change(changed.data, { Note: 'newer' }, after))).toMatchObject({ ok: true });
  });
});

test('a value for a field of another type is refused, and says that the type has changed', async () => {
  const other = await addType(office.app, [field('Elsewhere')]);
  const foreign = idOf(other, 'Elsewhere');
  const answer = await office.app.call('superuser', 'profiles.add', {
    accountId,
    typeId: type.id,
    values: { [foreign]: 'A' },
  });
  expect(answer).toMatchObject({ error: { code: 'PROFILE_TYPE_CHANGED', fields: { [`values.${foreign}`]: {} } } });
});

test('a choice that is offered no more stays until another is made', async () => {
  const { app } = office;
  const before = await addType(app, [field('Note'), field('Tier', { kind: 'choice', choices: ['Old', 'New'] })]);
  const profile = await added({ Tier: 'Old' }, before);
  const after = await app.ask('superuser', 'profiles.updateType', {
    ...typed(before),
    fields: before.fields.map((one) => (one.kind === 'choice' ? { ...one, choices: ['New', 'Newest'] } : one)),
  });
  const unknown = { ok: false, error: { fields: { [`values.${idOf(after, 'Tier')}`]: { code: 'FIELD_UNKNOWN' } } } };
  expect(await add({ Tier: 'Old' }, after)).toMatchObject(unknown);
  const kept = await change(profile, { Note: 'changed', Tier: 'Old' }, after);
  if (!kept.ok) throw new Error(kept.error.message);
  expect(shown(kept.data)).toEqual({ Note: 'changed', Tier: 'Old' });
  const chosen = await change(kept.data, { Tier: 'Newest' }, after);
  if (!chosen.ok) throw new Error(chosen.error.message);
  expect(await change(chosen.data, { Tier: 'Old' }, after)).toMatchObject(unknown);
});
