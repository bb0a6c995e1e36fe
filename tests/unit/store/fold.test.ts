import { expect, test } from 'vitest';
import { fold } from '../../../src-main/store/fold';

test.each([
  ['Müller', 'muller'],
  ['RENÉ@Example.com', 'rene@example.com'],
  ['Straße', 'strasse'],
  ['ＡＢＣ', 'abc'],
  ['  two   words ', 'two words'],
  ['Σίσυφος', fold('σισυφοσ')],
])('%s is compared as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['か', 'が'],
  ['का', 'की'],
  ['น้ำ', 'นำ'],
])('%s and %s are different letters', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test('joiners and variation selectors make no other name', () => {
  expect(fold('Front\u200d desk')).toBe(fold('Front desk'));
});
