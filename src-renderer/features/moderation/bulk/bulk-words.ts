import type { InputOf, OutputOf } from '../../../../src-shared/contract';
import type { BulkJob, bulkSkipReasons } from '../../../../src-shared/contract/bulk-decisions';
import { counted, formatNumber } from '../../../components/numbers';

export type BulkChoice = InputOf<'moderation.previewBulk'>['choice'];
export type BulkDecision = BulkJob['decision'];
export type BulkPreview = OutputOf<'moderation.previewBulk'>;
export type SkipReason = (typeof bulkSkipReasons)[number];

/** Why something is left out or could not be done, as said of several: "3 claimed by colleagues". */
export const skipWords: Readonly<Record<SkipReason, string>> = {
  OWN_CASE: 'about your own account',
  CASE_CLAIMED: 'claimed by a colleague',
  CASE_DECIDED: 'decided already',
  SECOND_MODERATOR_NEEDED: 'approved by you already, and in need of a second moderator',
  BEYOND_OWN_RIGHTS: 'of accounts with more rights than yours',
  IN_TRASH: 'of accounts in the trash',
  MESSAGE_UNFILLED: 'with nothing to fill a placeholder of the message',
  STALE_VERSION: 'changed by somebody meanwhile',
  MESSAGE_READ: 'of people who have read of it already',
  NOT_FOUND: 'no longer there',
  INTERNAL: 'failed for a reason that nobody foresaw',
};

const verbs = {
  approve: { now: 'Approving', done: 'Approved', action: 'Approve' },
  reject: { now: 'Rejecting', done: 'Rejected', action: 'Reject' },
} as const;

/** What the button says that starts it. */
export function startLabel(decision: BulkDecision, touches: number | undefined): string {
  return touches === undefined ? verbs[decision].action : `${verbs[decision].action} ${formatNumber(touches)}`;
}

/** How far a job has come, in a sentence. */
export function jobSentence({ decision, state, total, done, undone }: BulkJob): string {
  const { now, done: past } = verbs[decision];
  switch (state) {
    case 'running':
      return `${now} ${counted(total, 'sign-up', 'sign-ups')}`;
    case 'done':
      return `${past} ${counted(done, 'sign-up', 'sign-ups')}`;
    case 'cancelled':
      return `${past} ${formatNumber(done)} of ${counted(total, 'sign-up', 'sign-ups')}, then stopped`;
    case 'undoing':
      return `Undoing ${counted(done, 'decision', 'decisions')}`;
    case 'undone':
      return `Undid ${formatNumber(undone)} of ${counted(done, 'decision', 'decisions')}`;
  }
}

/** What was left out and what failed; empty where nothing was, and once it is undone. */
export function leftOutSentence({ state, skipped, failed }: Pick<BulkJob, 'state' | 'skipped' | 'failed'>): string {
  if (state === 'undoing' || state === 'undone') return '';
  return [
    ...(skipped > 0 ? [`${formatNumber(skipped)} left out`] : []),
    ...(failed > 0 ? [`${formatNumber(failed)} failed`] : []),
  ].join(', ');
}

/** In percent. */
export function progressOf({ state, total, done, skipped, failed, undone }: BulkJob): number {
  if (state === 'undoing') return done === 0 ? 100 : Math.min(100, (undone / done) * 100);
  return total === 0 ? 100 : ((done + skipped + failed) / total) * 100;
}

export function isUnderWay({ state }: Pick<BulkJob, 'state'>): boolean {
  return state === 'running' || state === 'undoing';
}

/** Whether there is anything that can be undone. */
export function mayBeUndone({ state, done }: BulkJob): boolean {
  return (state === 'done' || state === 'cancelled') && done > 0;
}

const shownFor = 60 * 60_000;

/** What is shown above the queue: what is under way, and the last of what has ended a while ago and was not put away. */
export function jobsToShow(jobs: readonly BulkJob[], putAway: ReadonlySet<string>, now: number): BulkJob[] {
  const ended = jobs.find(
    (job) => job.finishedAt !== null && now - job.finishedAt < shownFor && !putAway.has(keyOf(job)),
  );
  return jobs.filter((job) => isUnderWay(job) || job === ended);
}

/** Of a job as it stands: one that is undone is shown again though it was put away before. */
export function keyOf({ id, state }: BulkJob): string {
  return `${id} ${state}`;
}
