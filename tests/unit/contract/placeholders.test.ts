import { expect, test } from 'vitest';
import { fillPlaceholders, hasWholePlaceholders } from '../../../src-shared/placeholders';

const known = { 'given name': 'Chidi', 'Shop Name': 'Pots & Pans', 'family name': '' };

test.each([
  ['Dear {given name},', 'Dear Chidi,'],
  ['{given name} {given name}', 'Chidi Chidi'],
  // However it is typed, and whatever the office has called its field.
  ['{ Given NAME }', 'Chidi'],
  ['{shop name}', 'Pots & Pans'],
  ['nothing to fill', 'nothing to fill'],
  ['', ''],
])('%j is filled', (text, filled) => {
  expect(fillPlaceholders(text, known)).toEqual({ text: filled, unfilled: [] });
});

test.each([
  ['{favourite colour}', ['favourite colour']],
  // What is empty fills nothing: "Dear ," is no letter.
  ['Dear {family name}', ['family name']],
  ['{ Tier } and {tier}', ['Tier', 'tier']],
  ['{}', ['']],
  // What every object has is no placeholder of ours.
  ['{constructor} {__proto__} {toString}', ['constructor', '__proto__', 'toString']],
])('%j is left as it is, and said to be', (text, unfilled) => {
  expect(fillPlaceholders(text, known)).toEqual({ text, unfilled });
});

test('what fills a placeholder is only text, whatever it looks like', () => {
  const filled = fillPlaceholders('{a} {b}', { a: '{b}', b: '$& $1' });
  expect(filled).toEqual({ text: '{b} $& $1', unfilled: [] });
});

test('one that a line ends in the middle of is none', () => {
  expect(fillPlaceholders('{given\nname}', known)).toEqual({ text: '{given\nname}', unfilled: [] });
});

test.each(['Dear {given name},\n\n{office}', 'no braces', ''])('every brace of %j has its other', (text) => {
  expect(hasWholePlaceholders(text)).toBe(true);
});

test.each(['Dear {given name', 'given name}', '{{given name}}', '{}', '{ }', '{given\nname}', '}{'])(
  '%j has a brace too many or none',
  (text) => {
    expect(hasWholePlaceholders(text)).toBe(false);
  },
);
