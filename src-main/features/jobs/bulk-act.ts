import type { Context } from '../../context';
import type { Transaction } from '../../store/write-gate';

export type JobState = 'running' | 'done' | 'cancelled' | 'undoing' | 'undone';

/** Something that is done to many records, one after the other. */
export interface BulkJob {
  readonly id: number;
  readonly publicId: string;
  readonly act: string;
  readonly state: JobState;
  /** Account ids. */
  readonly startedBy: number;
  readonly undoneBy: number | null;
  /** What the act needs besides the records, as JSON. */
  readonly details: string;
  readonly total: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly undone: number;
  readonly notUndone: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

export interface JobItem {
  readonly position: number;
  readonly recordId: number;
  /**
   * Of the record when the job was started, null where that does not matter; after it was done, of the record as it
   * was then.
   */
  readonly version: number | null;
}

/** What became of a record. A code says why where it is not what was wanted. */
export type Outcome =
  | { readonly outcome: 'done'; readonly version: number }
  | { readonly outcome: 'skipped' | 'failed'; readonly code: string }
  | { readonly outcome: 'undone' }
  | { readonly outcome: 'not-undone'; readonly code: string };

/** What can be done to many records at once. A slice of them is one transaction, in which it must not take long. */
export interface BulkAct {
  /** Who is to be asked at each slice whether they still may. Null where they may not any more, which stops the job. */
  contextOf(tx: Transaction, job: BulkJob, now: number): Promise<Context | null>;
  /** @returns what became of each, in their order */
  do(tx: Transaction, context: Context, job: BulkJob, items: readonly JobItem[]): Promise<Outcome[]>;
  undo(tx: Transaction, context: Context, job: BulkJob, items: readonly JobItem[]): Promise<Outcome[]>;
  /** Records that the job was stopped because who had started it no longer may. */
  recordStop(tx: Transaction, job: BulkJob, now: number): Promise<void>;
  /** Tells windows how far it has come: at most about twice a second, and when it has ended. */
  announce(job: BulkJob): void;
}
