import { expect, test } from 'vitest';
import { email, line, paragraph, requiredLine, username } from '../../../src-shared/contract/shapes';
import { fieldErrorText } from '../../../src-shared/errors';

function codeOf(schema: { safeParse(value: unknown): ReturnType<typeof email.safeParse> }, value: string) {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue ? fieldErrorText(issue).code : null;
}

test.each([
  ['a zero-width space', 'Front\u200b desk'],
  ['a word joiner', 'Front\u2060 desk'],
  ['a soft hyphen', 'Front\u00ad desk'],
  ['a mark that turns the direction', 'Front\u202e desk'],
  ['a line separator', 'Front\u2028 desk'],
  ['a bell', 'Front\u0007 desk'],
  ['half a character', 'Front\ud800 desk'],
])('a line with %s is refused', (_, value) => {
  expect(codeOf(line(50), value)).toBe('FIELD_UNPRINTABLE');
  expect(codeOf(paragraph(50), value)).toBe('FIELD_UNPRINTABLE');
});

test.each(['Émile', 'می‌خواهم', '👩‍💻 Ada', '伟 李', "O'Sullivan", 'العربية'])('%s is a name', (value) => {
  expect(requiredLine(50).parse(value)).toBe(value.normalize('NFC'));
});

test.each(['', '   ', '\u200d', '\u0301'])('a needed line has something to see in it: %j is refused', (value) => {
  expect(codeOf(requiredLine(50), value)).toBe('FIELD_REQUIRED');
});

test.each(['b@example.com\u200d', 'b\u200c@example.com'])(
  'nothing invisible is in an e-mail: %j is refused',
  (value) => {
    expect(codeOf(email, value)).toBe('FIELD_UNPRINTABLE');
  },
);

test.each(['ann.berg', 'Émile', 'हिन्दी', '伟李伟', 'depot-7'])('%s is a username', (value) => {
  expect(username.parse(value)).toBe(value.normalize('NFC'));
});

test.each([
  ['ann@people.example', 'FIELD_NOT_USERNAME'],
  ['ann berg', 'FIELD_NOT_USERNAME'],
  ['ann..berg', 'FIELD_NOT_USERNAME'],
  ['\u0301\u0302\u0303', 'FIELD_NOT_USERNAME'],
  ['ann.\u0301berg', 'FIELD_NOT_USERNAME'],
  ['ann\ufe0f', 'FIELD_UNPRINTABLE'],
  ['an', 'FIELD_TOO_SHORT'],
])('%j is no username', (value, code) => {
  expect(codeOf(username, value)).toBe(code);
});

test('a paragraph keeps its lines', () => {
  expect(paragraph(50).parse(' one\r\ntwo\rthree ')).toBe('one\ntwo\nthree');
});
