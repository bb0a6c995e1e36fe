import { expect, test } from 'vitest';
import {
  bulkSchema,
  noWords,
  placeholdersIn,
  rejectionSchema,
  wordsOf,
} from '../../../src-renderer/features/moderation/bulk/bulk-form';
import {
  jobSentence,
  jobsToShow,
  keyOf,
  leftOutSentence,
  mayBeUndone,
  progressOf,
} from '../../../src-renderer/features/moderation/bulk/bulk-words';
import { ofDomain, ofMatching, ofTicked } from '../../../src-renderer/features/moderation/queue/bulk-request';
import type { BulkJob } from '../../../src-shared/contract/bulk-decisions';

const job: BulkJob = {
  id: 'j'.repeat(22),
  decision: 'reject',
  state: 'running',
  total: 200,
  done: 90,
  skipped: 8,
  failed: 2,
  undone: 0,
  by: 'Olga Petrenko',
  startedAt: 0,
  finishedAt: null,
};

test.each([
  ['running', 'Rejecting 200 sign-ups'],
  ['done', 'Rejected 90 sign-ups'],
  ['cancelled', 'Rejected 90 of 200 sign-ups, then stopped'],
  ['undoing', 'Undoing 90 decisions'],
  ['undone', 'Undid 0 of 90 decisions'],
] as const)('a job that is %s says: %s', (state, sentence) => {
  expect(jobSentence({ ...job, state })).toBe(sentence);
});

test('progress counts what is through, whatever became of it', () => {
  expect(progressOf(job)).toBe(50);
  expect(progressOf({ ...job, state: 'undoing', undone: 45 })).toBe(50);
  expect(progressOf({ ...job, total: 0, done: 0, skipped: 0, failed: 0 })).toBe(100);
  expect(leftOutSentence(job)).toBe('8 left out, 2 failed');
  expect(leftOutSentence({ ...job, skipped: 0, failed: 0 })).toBe('');
  // What was left out was left out of what is undone.
  expect(leftOutSentence({ ...job, state: 'undone' })).toBe('');
});

test('only what has ended and done something can be undone', () => {
  const states = ['running', 'done', 'cancelled', 'undoing', 'undone'] as const;
  expect(states.filter((state) => mayBeUndone({ ...job, state }))).toEqual(['done', 'cancelled']);
  expect(mayBeUndone({ ...job, state: 'done', done: 0 })).toBe(false);
});

test('what has ended is shown for a while, unless it was put away', () => {
  const done = { ...job, state: 'done', finishedAt: 1_000 } as const;
  expect(jobsToShow([job, done], new Set(), 2_000)).toEqual([job, done]);
  expect(jobsToShow([job, done], new Set([keyOf(done)]), 2_000)).toEqual([job]);
  expect(jobsToShow([done], new Set(), 1_000 + 3_600_000)).toEqual([]);
  // Undoing it is news.
  const undone = { ...done, state: 'undone' } as const;
  expect(jobsToShow([undone], new Set([keyOf(done)]), 2_000)).toEqual([undone]);
});

test('a rejection needs a template or a reason, an approval neither', () => {
  const blamed = (schema: typeof bulkSchema, words: Partial<typeof noWords>) =>
    schema.safeParse({ ...noWords, ...words }).error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect(blamed(rejectionSchema, {})).toEqual(['internalReason']);
  expect(blamed(rejectionSchema, { templateId: 't'.repeat(22) })).toEqual([]);
  expect(blamed(rejectionSchema, { internalReason: 'A flood' })).toEqual([]);
  expect(blamed(bulkSchema, {})).toEqual([]);
  expect(blamed(bulkSchema, { message: 'Dear {given name' })).toEqual(['message']);
  expect(wordsOf(noWords).templateId).toBeNull();
});

test('the placeholders of a message are named once each', () => {
  expect(placeholdersIn('{given name} {Shop} {given name}')).toEqual(['given name', 'Shop']);
});

test('a domain can be blocked only where it is why they were chosen', () => {
  const filter = { tab: 'waiting', domain: 'gmail.com', search: 'flo' } as const;
  expect(ofMatching('reject', filter, 1_234)).toEqual({
    decision: 'reject',
    choice: { filter },
    title: 'Reject all 1,234 that match',
  });
  expect(ofTicked('approve', ['a', 'b', 'c'])).toMatchObject({ title: 'Approve 3 sign-ups' });
  expect(ofDomain('flood.example')).toMatchObject({ decision: 'reject', domain: 'flood.example' });
});
