import { expect, test } from 'vitest';
import {
  areSameValues,
  differencesBetween,
  type WordsOfFields,
} from '../../../src-renderer/components/versions/compare';

interface Values {
  name: string;
  phone: string;
  permissions: string[];
}

const fields: WordsOfFields<Values> = [
  { name: 'name', label: 'Name', words: (value) => [value] },
  { name: 'phone', label: 'Phone', words: (value) => (value === '' ? [] : [value]) },
  { name: 'permissions', label: 'Permissions', words: (value) => value },
];

const base: Values = { name: 'Ben', phone: '1', permissions: ['a'] };

test('a field that only one side changed is known by that side', () => {
  const mine = { ...base, phone: '' };
  const theirs = { ...base, permissions: ['a', 'b'] };
  expect(differencesBetween(base, mine, theirs, fields)).toEqual([
    { name: 'phone', label: 'Phone', mine: [], theirs: ['1'], changedBy: 'mine' },
    { name: 'permissions', label: 'Permissions', mine: ['a'], theirs: ['a', 'b'], changedBy: 'theirs' },
  ]);
});

test('a field that both sides changed belongs to neither', () => {
  const differences = differencesBetween(base, { ...base, name: 'Benjamin' }, { ...base, name: 'Benny' }, fields);
  expect(differences).toEqual([
    { name: 'name', label: 'Name', mine: ['Benjamin'], theirs: ['Benny'], changedBy: null },
  ]);
});

test('the same change on both sides is no difference', () => {
  const changed = { ...base, name: 'Benny' };
  expect(differencesBetween(base, changed, { ...changed }, fields)).toEqual([]);
});

test('lists of the same items are the same values', () => {
  expect(areSameValues(base, { ...base, permissions: ['a'] })).toBe(true);
  expect(areSameValues(base, { ...base, permissions: [] })).toBe(false);
});
