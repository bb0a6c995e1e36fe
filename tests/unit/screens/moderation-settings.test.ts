import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  type PolicyValues,
  policyWords,
  valuesOf,
  withTick,
} from '../../../src-renderer/features/moderation-settings/policies/policy-form';
import { patternsIn, rulesSchema } from '../../../src-renderer/features/moderation-settings/rules/rule-lines';
import {
  placeholderMeanings,
  previewTemplate,
} from '../../../src-renderer/features/moderation-settings/templates/template-form';
import type { ModerationPolicies } from '../../../src-shared/contract/moderation-settings';
import { fieldErrorText } from '../../../src-shared/errors';
import { commonPlaceholders } from '../../../src-shared/placeholders';

function type(id: string): ModerationPolicies['types'][number] {
  return {
    id,
    name: id.toUpperCase(),
    color: 'blue',
    isOffered: true,
    needsApproval: false,
    needsSecondModerator: false,
  };
}

const types = [type('buyer'), type('seller')];
const policies: ModerationPolicies = {
  version: 3,
  isOn: true,
  isRegistrationOpen: false,
  reminderDays: 3,
  claimMinutes: 30,
  rejectedRetentionDays: 90,
  types,
};

test('a tick changes one type, and takes one along that was added while the form was open', () => {
  const known: PolicyValues['types'] = valuesOf({ ...policies, types: types.slice(0, 1) }).types;
  expect(withTick(types, known, 'seller', 'needsApproval', true)).toEqual([
    { id: 'buyer', isOffered: true, needsApproval: false, needsSecondModerator: false },
    { id: 'seller', isOffered: true, needsApproval: true, needsSecondModerator: false },
  ]);
  expect(withTick(types, known, 'buyer', 'isOffered', false)).toEqual([
    { id: 'buyer', isOffered: false, needsApproval: false, needsSecondModerator: false },
  ]);
});

test('what holds for the types is told by their names', () => {
  const words = policyWords(types).find(({ name }) => name === 'types');
  const ticked = { id: 'seller', isOffered: false, needsApproval: true, needsSecondModerator: true };
  const none = { id: 'gone', isOffered: false, needsApproval: false, needsSecondModerator: false };
  expect(words?.words([ticked, none] as never)).toEqual([
    'SELLER: needs approval, second moderator',
    'A type that is gone: nothing',
  ]);
});

test('patterns are typed one a line or pasted from elsewhere, each once', () => {
  expect(patternsIn(' example.org \r\n\n*.spam.example, kim@example.org;example.org')).toEqual([
    ...['example.org', '*.spam.example', 'kim@example.org'],
  ]);
});

test.each([
  ['', 'This is needed.'],
  ['\n \n', 'This is needed.'],
  // The line it stands in says little once blank ones and what was typed twice are left out.
  [
    '\nok.example\nok.example\na\u202eb',
    '“a\u202eb”: This has characters that cannot be printed. Type it again by hand.',
  ],
  [`ok.example\n${'x'.repeat(300)}`, `“${'x'.repeat(40)}…”: Use at most 254 characters.`],
])('what cannot be rules is said, with what was typed: %#', (patterns, said) => {
  z.config({ customError: (issue) => fieldErrorText(issue).message });
  const judged = rulesSchema.safeParse({ patterns, decision: 'reject', note: '' });
  expect(judged.error?.issues.map(({ message }) => message)).toEqual([said]);
});

test('a template is shown as somebody would read it, and what nothing fills is named', () => {
  const example = { officeName: 'Northgate', fieldLabels: ['Shop'], typeName: 'Seller', now: 0 };
  const text = '{Given Name} {family name}, {office}: {shop}, {profile type}, {shoe size}, {shoe size}';
  expect(previewTemplate(text, example)).toEqual({
    text: 'Kim Larsen, Northgate: ‹Shop›, Seller, {shoe size}, {shoe size}',
    unknown: ['shoe size'],
  });
});

test('every placeholder that everybody has is explained', () => {
  expect(placeholderMeanings.map(({ name }) => name)).toEqual([...commonPlaceholders]);
});
