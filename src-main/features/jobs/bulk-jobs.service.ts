import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { UserError } from '../../errors';
import type { Place } from '../../paging';
import { operationalErrorOf } from '../../store/disk-errors';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction, Within } from '../../store/write-gate';
import type { BulkAct, BulkJob, JobItem, JobState, Outcome } from './bulk-act';
import {
  abandonedJob,
  addItems,
  addJob,
  forgetSome,
  itemsNotDone,
  itemsToUndo,
  type JobRecord,
  jobById,
  jobByPublicId,
  jobToForget,
  jobUnderWay,
  moveJob,
  type NotDone,
  newestJobs,
  noteOutcomes,
  pendingItems,
  startJob,
} from './bulk-jobs.repository';
import { SliceSize } from './slice-size';

export type { BulkAct, BulkJob, JobItem, Outcome };

/** So many jobs are kept with what became of each record. */
const kept = 10;
/** Items of a job that is forgotten; so many at once take a few milliseconds. */
const forgottenAtOnce = 1_000;
/** Records that are laid down for a job that is being prepared; so many at once take a few milliseconds. */
const preparedAtOnce = 4_000;
const announceEveryMs = 500;

export interface BulkJobsServices {
  readonly store: Store;
  readonly clock: Clock;
  readonly report: (error: unknown) => void;
}

type WantedJob = Pick<BulkJob, 'act' | 'startedBy' | 'details'> & { readonly now: number };

/**
 * Does something to many records in slices, each a transaction of its own, between which everything else has its turn.
 * One job at a time. How far it has come is in the store: after a restart, whatever ended the run before, it goes on.
 */
export class BulkJobs {
  readonly #services: BulkJobsServices;
  readonly #acts: ReadonlyMap<string, BulkAct>;
  #running: Promise<void> | null = null;
  #isStopped = false;
  #announcedAt = 0;
  readonly #preparing = new Set<number>();

  constructor(services: BulkJobsServices, acts: Readonly<Record<string, BulkAct>>) {
    this.#services = services;
    this.#acts = new Map(Object.entries(acts));
  }

  /** All in the transaction of something else. @throws UserError JOB_UNDER_WAY */
  async start(tx: Transaction, job: WantedJob, records: readonly JobRecord[]): Promise<BulkJob> {
    const id = await this.#add(tx, job);
    await addItems(tx, id, records);
    return this.#started(tx, id);
  }

  /**
   * Lays down the records slice by slice, between which others have their turn, and starts the job with the last step:
   * until then it is as if there were none. What is left of it where that fails is taken away behind it, at the latest
   * when the store is opened again.
   * @param recordsOf what the job is done to, of some of the ids
   * @param begin takes part in the transaction that starts it
   * @throws UserError JOB_UNDER_WAY
   */
  async prepare<T>(
    within: Within,
    {
      ids,
      recordsOf,
      ...job
    }: WantedJob & {
      readonly ids: readonly number[];
      readonly recordsOf: (manager: EntityManager, ids: readonly number[]) => Promise<JobRecord[]>;
    },
    begin: (tx: Transaction, job: BulkJob) => Promise<T>,
  ): Promise<T> {
    const { store } = this.#services;
    const id = await store.write(within, async (tx) => {
      const added = await this.#add(tx, job);
      this.#preparing.add(added);
      return added;
    });
    try {
      for (let start = 0; start < ids.length; start += preparedAtOnce) {
        const some = ids.slice(start, start + preparedAtOnce);
        await store.write(within, async (tx) => addItems(tx, id, await recordsOf(tx.manager, some)));
        await setImmediate();
      }
      return await store.write(within, async (tx) => begin(tx, await this.#started(tx, id)));
    } catch (error) {
      this.#begin();
      throw error;
    } finally {
      this.#preparing.delete(id);
    }
  }

  /** What is done stays done. @throws UserError NOT_FOUND, JOB_ENDED */
  async cancel(tx: Transaction, publicId: string, now: number): Promise<BulkJob> {
    const job = await this.#found(tx.manager, publicId);
    if (job.state !== 'running') throw new UserError('JOB_ENDED');
    return this.#move(tx, job, { state: 'cancelled', finishedAt: now });
  }

  /** @throws UserError NOT_FOUND, JOB_UNDER_WAY, JOB_UNDONE */
  async undo(tx: Transaction, publicId: string, accountId: number): Promise<BulkJob> {
    const job = await this.#found(tx.manager, publicId);
    if (job.state === 'undone') throw new UserError('JOB_UNDONE');
    await this.#assertNoneUnderWay(tx.manager);
    const undoing = await this.#move(tx, job, { state: 'undoing', finishedAt: null, undoneBy: accountId });
    tx.afterCommit(() => this.#begin());
    return undoing;
  }

  /** The newest first, as many as are kept. */
  newest(manager: EntityManager): Promise<BulkJob[]> {
    return newestJobs(manager, [...this.#acts.keys()], kept);
  }

  find(manager: EntityManager, publicId: string): Promise<BulkJob | null> {
    return jobByPublicId(manager, publicId);
  }

  /** What of a job was left out, or could not be done or undone: `size` in its order from a place on, and one more. */
  notDone(manager: EntityManager, job: BulkJob, place: Place | null, size: number): Promise<NotDone[]> {
    return itemsNotDone(manager, job.id, place, size);
  }

  /** Resolves when nothing is left to do. Asked again meanwhile, it is the same run. */
  finish(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Before the store is closed: the slice under way is the last. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running?.catch(() => undefined);
  }

  async #add(tx: Transaction, { now, ...job }: WantedJob): Promise<number> {
    await this.#assertNoneUnderWay(tx.manager);
    return addJob(tx, { ...job, publicId: newPublicId(), startedAt: now });
  }

  async #started(tx: Transaction, id: number): Promise<BulkJob> {
    await this.#assertNoneUnderWay(tx.manager);
    await startJob(tx, id);
    tx.afterCommit(() => this.#begin());
    const job = await jobById(tx.manager, id);
    if (!job) throw new Error('The job was just added.');
    return job;
  }

  /** What keeps it from going on is reported; whoever looks around next lets it try again. */
  #begin(): void {
    this.finish().catch(this.#services.report);
  }

  async #run(): Promise<void> {
    const size = new SliceSize();
    while (!this.#isStopped) {
      const job = await jobUnderWay(this.#services.store.read);
      if (job) await this.#slice(job.id, size);
      else if (!(await this.#forgetSome())) return;
      await setImmediate();
    }
  }

  async #slice(jobId: number, size: SliceSize): Promise<void> {
    const limit = size.next;
    try {
      await this.#transact(jobId, limit, async (tx, job, items) => {
        const begun = performance.now();
        const outcomes = await this.#act(tx, job, items);
        // Without what it takes to make it durable, which fewer records would not shorten.
        size.note(performance.now() - begun);
        return outcomes;
      });
    } catch (error) {
      // A disk that is full is not the record's fault.
      if (operationalErrorOf(error, this.#services.store.file)) throw error;
      if (limit > 1) {
        size.single();
        return;
      }
      this.#services.report(error);
      await this.#transact(jobId, limit, async (_, { state }, items) =>
        items.map(() => ({ outcome: state === 'undoing' ? 'not-undone' : 'failed', code: 'INTERNAL' })),
      );
    }
  }

  #transact(
    jobId: number,
    limit: number,
    work: (tx: Transaction, job: BulkJob, items: readonly JobItem[]) => Promise<Outcome[] | null>,
  ): Promise<void> {
    const { store, clock } = this.#services;
    return store.write({}, async (tx) => {
      const job = await jobById(tx.manager, jobId);
      // It may have been cancelled since it was looked at.
      if (job?.state !== 'running' && job?.state !== 'undoing') return;
      const isUndoing = job.state === 'undoing';
      const items = await (isUndoing ? itemsToUndo : pendingItems)(tx.manager, job, limit);
      const outcomes = await work(tx, job, items);
      if (outcomes === null) return;
      const changed = await noteOutcomes(tx, job, items, outcomes);
      if (items.length < limit) {
        await this.#move(tx, changed, { state: isUndoing ? 'undone' : 'done', finishedAt: clock.now() });
      } else tx.afterCommit(() => this.#announce(changed));
    });
  }

  /** @returns null where who has asked for it no longer may, and the job is therefore at its end */
  async #act(tx: Transaction, job: BulkJob, items: readonly JobItem[]): Promise<Outcome[] | null> {
    const now = this.#services.clock.now();
    const act = this.#actOf(job);
    const context = await act.contextOf(tx, job, now);
    if (context === null) {
      await this.#move(tx, job, { state: job.state === 'undoing' ? 'done' : 'cancelled', finishedAt: now });
      await act.recordStop(tx, job, now);
      return null;
    }
    return job.state === 'undoing' ? act.undo(tx, context, job, items) : act.do(tx, context, job, items);
  }

  async #move(
    tx: Transaction,
    job: BulkJob,
    to: { readonly state: JobState; readonly finishedAt: number | null; readonly undoneBy?: number },
  ): Promise<BulkJob> {
    const moved = await moveJob(tx, job, to);
    tx.afterCommit(() => this.#actOf(moved).announce(moved));
    return moved;
  }

  #announce(job: BulkJob): void {
    const now = performance.now();
    if (now - this.#announcedAt < announceEveryMs) return;
    this.#announcedAt = now;
    this.#actOf(job).announce(job);
  }

  async #forgetSome(): Promise<boolean> {
    const { store } = this.#services;
    const id = (await abandonedJob(store.read, this.#preparing)) ?? (await jobToForget(store.read, kept));
    if (id === null) return false;
    await store.write({}, (tx) => forgetSome(tx, id, forgottenAtOnce));
    return true;
  }

  #actOf({ act }: BulkJob): BulkAct {
    const found = this.#acts.get(act);
    if (!found) throw new Error(`Nobody knows how to do ${act}.`);
    return found;
  }

  async #found(manager: EntityManager, publicId: string): Promise<BulkJob> {
    const job = await jobByPublicId(manager, publicId);
    if (!job) throw new UserError('NOT_FOUND');
    return job;
  }

  async #assertNoneUnderWay(manager: EntityManager): Promise<void> {
    if (await jobUnderWay(manager)) throw new UserError('JOB_UNDER_WAY');
  }
}
