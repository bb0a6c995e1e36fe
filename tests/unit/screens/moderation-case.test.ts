import { expect, test } from 'vitest';
import { newsWords } from '../../../src-renderer/features/moderation/case/news';
import { isKeptFrom, offeredActs, offeredClaim } from '../../../src-renderer/features/moderation/case/offered-acts';
import { messageSchema } from '../../../src-renderer/features/moderation/decide/message-form';
import { parkableDays, parkedUntil } from '../../../src-renderer/features/moderation/decide/park-form';
import { whyUnsendable } from '../../../src-renderer/features/moderation/decide/preview';
import { deciderWords, stateWords } from '../../../src-renderer/features/moderation/words';
import type { CaseRow } from '../../../src-shared/contract/sign-up-cases';
import { fieldErrorText } from '../../../src-shared/errors';
import { piecesOf } from '../../../src-shared/placeholders';

const ofAccount = { kind: 'account', obstacle: null } as const;

test.each([
  ['waiting', ['approve', 'reject', 'request-changes', 'park']],
  ['parked', ['approve', 'reject', 'request-changes', 'park', 'reopen']],
  ['changes-requested', ['approve', 'reject', 'reopen']],
  ['approved', ['reopen']],
  ['rejected', ['reopen']],
] as const)('what is offered for a case that is %s', (state, acts) => {
  expect(offeredActs({ ...ofAccount, state })).toEqual(acts);
});

test('nobody is asked to correct a profile that the office has added', () => {
  expect(offeredActs({ kind: 'profile', obstacle: null, state: 'waiting' })).toEqual(['approve', 'reject', 'park']);
});

test('whoever has approved already may still reject; every other obstacle keeps from everything', () => {
  const second = { ...ofAccount, state: 'waiting', obstacle: 'SECOND_MODERATOR_NEEDED' } as const;
  expect(isKeptFrom(second, 'approve')).toBe(true);
  expect(isKeptFrom(second, 'reject')).toBe(false);
  expect(isKeptFrom({ ...second, obstacle: 'CASE_CLAIMED' }, 'reject')).toBe(true);
  expect(isKeptFrom({ ...second, obstacle: null }, 'approve')).toBe(false);
});

test('a claim is taken, given back or taken over, as long as there is something to decide', () => {
  const waiting = { ...ofAccount, state: 'waiting' } as const;
  const claim = { name: 'Ben Okafor', isSelf: false, until: 1 };
  expect(offeredClaim({ ...waiting, claim: null })).toBe('claim');
  expect(offeredClaim({ ...waiting, claim: { ...claim, isSelf: true } })).toBe('release');
  expect(offeredClaim({ ...waiting, claim })).toBe('take over');
  expect(offeredClaim({ ...waiting, state: 'approved', claim: null })).toBeNull();
  expect(offeredClaim({ ...waiting, obstacle: 'OWN_CASE', claim: null })).toBeNull();
});

const values = { 'given name': 'Kim {the first}', office: 'Northgate Office', phone: '' };

test('a message is previewed with its placeholders filled, and those that nothing fills apart', () => {
  expect(piecesOf('Dear {Given Name},\n{reason} {office}', values)).toEqual([
    { text: 'Dear ', isUnfilled: false },
    { text: 'Kim {the first}', isUnfilled: false },
    { text: ',\n', isUnfilled: false },
    { text: '{reason}', isUnfilled: true },
    { text: ' ', isUnfilled: false },
    { text: 'Northgate Office', isUnfilled: false },
  ]);
  expect(piecesOf('', values)).toEqual([]);
});

test('why a message cannot be sent names what is left, each once; what is empty fills nothing', () => {
  expect(whyUnsendable('Dear {given name}', values)).toBeNull();
  expect(whyUnsendable('{reason}, {reason} and {phone}', values)).toContain('nothing fills {reason}, {phone}.');
});

test.each([true, false])('a brace that is not closed is said under the message, optional (%s) or not', (isOptional) => {
  const typed = { internalReason: 'No proof', templateId: '', message: 'Dear {given name,' };
  const refused = messageSchema(isOptional).safeParse(typed).error?.issues ?? [];
  expect(refused.map((issue) => [issue.path.join('.'), fieldErrorText(issue).code])).toEqual([
    ['message', 'PLACEHOLDER_MALFORMED'],
  ]);
  expect(messageSchema(isOptional).safeParse({ ...typed, message: 'Dear {given name},' }).success).toBe(true);
});

test('parking ends with the beginning of a day', () => {
  const evening = new Date(2026, 10, 3, 22, 15).getTime();
  expect(parkedUntil('tomorrow', '', evening)).toBe(new Date(2026, 10, 4).getTime());
  expect(parkedUntil('in-3-days', '', evening)).toBe(new Date(2026, 10, 6).getTime());
  expect(parkedUntil('in-a-week', '', evening)).toBe(new Date(2026, 10, 10).getTime());
  expect(parkedUntil('date', '2026-12-24', evening)).toBe(new Date(2026, 11, 24).getTime());
  expect(parkedUntil('date', '', evening)).toBeUndefined();
  expect(parkableDays(evening)).toEqual({ min: '2026-11-04', max: '2027-11-02' });
});

const decision = {
  by: 'Ben Okafor',
  isSelf: false,
  at: 1,
  effectiveAt: 2,
  rule: null,
  reason: '',
} satisfies CaseRow['decision'];
const known = { revision: 1, appeal: '', state: 'waiting', decision: null, firstApproval: null } as const;

test('what has happened to a case meanwhile is told in a sentence', () => {
  expect(newsWords(known, { ...known, revision: 2 })).toMatch(/^The person has sent a new version/);
  expect(newsWords(known, { ...known, appeal: 'Please look again.' })).toBe('The person has appealed meanwhile.');
  expect(newsWords(known, { ...known, state: 'rejected', decision })).toBe('Decided meanwhile by Ben Okafor.');
  expect(newsWords(known, { ...known, firstApproval: { name: 'Ben Okafor', isSelf: false, at: 1 } })).toBe(
    'Approved meanwhile by Ben Okafor.',
  );
  expect(newsWords({ ...known, state: 'approved', decision }, known)).toBe('This was reopened meanwhile.');
  expect(newsWords(known, known)).toBe('A colleague has changed this case meanwhile.');
});

test('who has decided is told: a rule, oneself, a colleague, or somebody who is gone', () => {
  expect(deciderWords({ ...decision, rule: '@example.org', by: '' })).toBe('the rule @example.org');
  expect(deciderWords({ ...decision, isSelf: true })).toBe('you');
  expect(deciderWords(decision)).toBe('Ben Okafor');
  expect(deciderWords({ ...decision, by: '' })).toBe('somebody who is no longer here');
});

test('where a case stands is told in words', () => {
  expect(stateWords({ state: 'waiting', isAppeal: true, parkedUntil: null })).toBe('Appeal');
  expect(stateWords({ state: 'parked', isAppeal: false, parkedUntil: new Date(2026, 10, 4).getTime() })).toMatch(
    /^Parked until .*2026/,
  );
  expect(stateWords({ state: 'changes-requested', isAppeal: false, parkedUntil: null })).toBe('Changes requested');
});
