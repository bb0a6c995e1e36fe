import { expect, test } from 'vitest';
import {
  forgetSome,
  itemsNotDone,
  itemsToUndo,
  jobById,
  jobByPublicId,
  noteOutcomes,
  pendingItems,
} from '../../../src-main/features/jobs/bulk-jobs.repository';
import type { BulkJob } from '../../../src-main/features/jobs/bulk-jobs.service';
import {
  bulkFacts,
  casesNamed,
  casesReadOf,
  idsOfCases,
  undecidedCases,
} from '../../../src-main/features/moderation/bulk-facts.repository';
import type { Transaction } from '../../../src-main/store/write-gate';
import { plansOf } from '../../support/query-plans';
import { openTestStore } from '../../support/test-store';

const job: BulkJob = {
  ...{
    id: 1,
    publicId: 'a job',
    act: 'sign-ups.reject',
    state: 'running',
    startedBy: 1,
    undoneBy: null,
    details: '{}',
  },
  ...{ total: 3, done: 1, skipped: 0, failed: 0, undone: 0, notUndone: 0, startedAt: 0, finishedAt: null },
};

/** What is asked for each slice, or each page: none of it may take longer the more records the job has. */
const asked: readonly (readonly [what: string, ask: (tx: Transaction) => Promise<unknown>])[] = [
  ['a job', ({ manager }) => jobById(manager, 1)],
  ['a job by its public id', ({ manager }) => jobByPublicId(manager, 'a job')],
  ['what is left to be done', ({ manager }) => pendingItems(manager, job, 20)],
  ['what is left to be undone', ({ manager }) => itemsToUndo(manager, job, 20)],
  ['noting what became of them', (tx) => noteOutcomes(tx, job, [], [])],
  ['what was left out', ({ manager }) => itemsNotDone(manager, 1, null, 50)],
  ['what was left out before', ({ manager }) => itemsNotDone(manager, 1, { direction: 'previous', id: 9 }, 50)],
  ['forgetting a job', (tx) => forgetSome(tx, 1, 1_000)],
  ['the facts of sign-ups', ({ manager }) => bulkFacts(manager, [1, 2], 0)],
  ['which messages were read', ({ manager }) => casesReadOf(manager, [1, 2])],
  ['sign-ups by their public ids', ({ manager }) => idsOfCases(manager, ['one', 'another'])],
  ['the names of sign-ups', ({ manager }) => casesNamed(manager, [1, 2])],
  ['everybody who is not decided on', ({ manager }) => undecidedCases(manager)],
];

test.each(asked)('%s: looked up, and never by reading everything', async (_, ask) => {
  const { store } = await openTestStore();
  const plan = await store.write({}, (tx) => plansOf(tx.manager, () => ask(tx)));
  expect(plan).not.toEqual([]);
  expect(plan.filter((step) => /^SCAN /.test(step) && !/^SCAN (?:CONSTANT|\(subquery)/.test(step))).toEqual([]);
});

test('what was left out is in an index that has nothing else', async () => {
  const { store } = await openTestStore();
  const plan = await plansOf(store.read, () => itemsNotDone(store.read, 1, null, 50));
  expect(plan).toEqual(['SEARCH bulk_job_item USING INDEX bulk_job_item_not_done (job_id=? AND position>?)']);
});
