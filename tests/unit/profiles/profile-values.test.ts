import { describe, expect, test } from 'vitest';
import type { FieldValue, ProfileFieldKind } from '../../../src-shared/contract/profiles';
import { fieldErrorText } from '../../../src-shared/errors';
import { fieldValueSchema, isDate, largestNumber } from '../../../src-shared/profile-values';

const choices = ['Bronze', 'Gold'];

function judge(kind: ProfileFieldKind, value: unknown, isRequired = false, kept: FieldValue = null): unknown {
  const judged = fieldValueSchema({ kind, isRequired, choices }, kept).safeParse(value, { reportInput: true });
  const [issue] = judged.error?.issues ?? [];
  return issue ? fieldErrorText(issue).code : judged.data;
}

describe.each(['text', 'long-text', 'number', 'date', 'choice', 'yes-no'] as const)(
  'a field of the kind %s',
  (kind) => {
    test.each([[null], [undefined], [''], [' \n\t ']])('is empty with %j', (value) => {
      expect(judge(kind, value)).toBe(null);
      expect(judge(kind, value, true)).toBe('FIELD_REQUIRED');
    });

    test.each([[{}], [['A']], [Symbol('A')], [10n], [new Date()], [() => 'A']])(
      'takes nothing that is no value',
      (value) => {
        expect(judge(kind, value)).toMatch(/^FIELD_/);
        expect(judge(kind, value, true)).toMatch(/^FIELD_/);
      },
    );
  },
);

test('a yes-or-no that is a no, and a number that is nothing, are filled', () => {
  expect(judge('yes-no', false, true)).toBe(false);
  expect(judge('number', 0, true)).toBe(0);
  expect(Object.is(judge('number', -0), 0)).toBe(true);
});

test('numbers are kept as far as they come back as they were', () => {
  expect(judge('number', largestNumber)).toBe(largestNumber);
  expect(judge('number', largestNumber + 1)).toBe('FIELD_TOO_LARGE');
  expect(judge('number', -largestNumber - 1)).toBe('FIELD_TOO_SMALL');
  expect(judge('number', 0.1)).toBe(0.1);
  expect(judge('number', Number.NaN)).toBe('FIELD_NOT_NUMBER');
});

test('a choice is one of those offered, or the one there is', () => {
  expect(judge('choice', 'Gold')).toBe('Gold');
  expect(judge('choice', 'gold')).toBe('FIELD_UNKNOWN');
  expect(judge('choice', 'Lead')).toBe('FIELD_UNKNOWN');
  expect(judge('choice', 'Lead', false, 'Lead')).toBe('Lead');
  expect(judge('choice', 'Lead', false, 'Tin')).toBe('FIELD_UNKNOWN');
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-02-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-1', false],
  ['0000-01-01', false],
  ['0001-01-01', true],
  ['9999-12-31', true],
  ['+12026-01-01', false],
  ['2026-01-01 ', false],
])('%s is a date: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});
