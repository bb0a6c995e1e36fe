import { describe, expect, test } from 'vitest';
import { choicesIn } from '../../../src-renderer/features/profiles/choices';
import { fieldsLeftOut } from '../../../src-renderer/features/profiles/type-form';
import {
  canBeAddedBack,
  noLongerOffered,
  typedValues,
  valuesAsTheyWere,
  valuesSchema,
  wordsOfFields,
} from '../../../src-renderer/features/profiles/value-form';
import { plainNumber, valueWords } from '../../../src-renderer/features/profiles/value-words';
import type { Profile, ProfileField, ProfileType } from '../../../src-shared/contract/profiles';

function field(id: string, kind: ProfileField['kind'], changes: Partial<ProfileField> = {}): ProfileField {
  return { id, label: id, kind, isRequired: false, choices: kind === 'choice' ? ['A', 'B'] : [], ...changes };
}

const fields = [
  field('text', 'text'),
  field('number', 'number'),
  field('date', 'date'),
  field('choice', 'choice'),
  field('yes', 'yes-no'),
];

function value(fieldId: string, kept: Profile['values'][number]['value'], isFormer = false) {
  return { fieldId, label: fieldId, kind: 'text', isFormer, value: kept } as const;
}

const kept = [
  value('text', 'x'),
  value('number', 1998),
  value('date', '2026-03-01'),
  value('choice', 'B'),
  value('yes', false),
];

const type: ProfileType = { id: 't', version: 1, name: 'T', color: 'blue', isArchived: false, fields, profileCount: 1 };
const profile: Profile = {
  id: 'p',
  version: 1,
  type: { id: 't', name: 'T', color: 'blue' },
  values: kept,
  approval: 'open',
  createdAt: 0,
  updatedAt: 0,
};

test('what a profile has is typed, and what is typed means the same again', () => {
  const typed = typedValues(fields, kept);
  expect(typed).toEqual({ text: 'x', number: '1998', date: '2026-03-01', choice: 'B', yes: 'no' });
  expect(valuesSchema(fields, kept).parse(typed)).toEqual(valuesAsTheyWere(profile));
  expect(typedValues(fields)).toEqual({ text: '', number: '', date: '', choice: '', yes: '' });
});

test.each([
  ['number', ' 12 ', 12],
  ['number', '-3.50', -3.5],
  ['number', '', null],
  ['date', '2026-3-1', '2026-03-01'],
  ['date', '2026/03/01', '2026-03-01'],
  ['date', '2026. 3. 1.', undefined],
  ['date', '1.3.2026', undefined],
  // Written so, it is a thousand in one country and one in another.
  ['number', '1,000', undefined],
  ['number', '0x10', undefined],
  ['number', '1e3', undefined],
  ['number', 'NaN', undefined],
  ['number', '9'.repeat(30), undefined],
])('in a %s, "%s" means %s', (id, typed, meant) => {
  const judged = valuesSchema(fields).safeParse({ ...typedValues(fields), [id]: typed });
  expect(judged.success ? judged.data[id] : undefined).toBe(meant);
});

test('a choice that is offered no more can be kept, and is told apart', () => {
  const [, , , choice] = fields;
  if (!choice) throw new Error('There is a choice.');
  const old = [value('choice', 'Old')];
  expect(valuesSchema(fields, old).safeParse({ ...typedValues(fields), choice: 'Old' }).success).toBe(true);
  expect(valuesSchema(fields).safeParse({ ...typedValues(fields), choice: 'Old' }).success).toBe(false);
  expect(noLongerOffered(choice, 'Old')).toBe('Old');
  expect(noLongerOffered(choice, 'A')).toBe(null);
});

describe('a removed profile can be added back', () => {
  test('as long as its type would take it as it was', () => {
    expect(canBeAddedBack(profile, type)).toBe(true);
  });

  test.each([
    ['with a type that is gone', profile, undefined],
    ['with an archived type', profile, { ...type, isArchived: true }],
    ['with a value of a former field', { ...profile, values: [...kept, value('old', 'x', true)] }, type],
    ['with a choice that is offered no more', { ...profile, values: [value('choice', 'Old')] }, type],
    [
      'without what was required later',
      profile,
      { ...type, fields: [...fields, field('new', 'text', { isRequired: true })] },
    ],
  ])('but not %s', (_, removed, of) => {
    expect(canBeAddedBack(removed, of)).toBe(false);
  });
});

test('values are told in words', () => {
  expect(valueWords(null)).toBe('');
  expect(valueWords(true)).toBe('Yes');
  expect(valueWords(1998)).toBe('1998');
  expect(plainNumber(0.000_000_1)).toBe('0.0000001');
  expect(valueWords('2026-03-01', 'date')).toMatch(/2026/);
  expect(valueWords('2026-03-01', 'text')).toBe('2026-03-01');
  const [, , , , yes] = wordsOfFields(fields);
  expect([yes?.words('yes'), yes?.words('no'), yes?.words('')]).toEqual([['Yes'], ['No'], []]);
});

test('choices are the lines with something on them', () => {
  expect(choicesIn(' Gold \r\n\n Silver\n')).toEqual(['Gold', 'Silver']);
});

test('the fields left out of a form are those to be decided on', () => {
  expect(fieldsLeftOut(type, [{ id: 'text' }, { id: null }]).map(({ id }) => id)).toEqual([
    ...['number', 'date', 'choice', 'yes'],
  ]);
});
