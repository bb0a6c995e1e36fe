import type { EntityManager } from 'typeorm';
import type { Place } from '../../paging';
import type { Transaction } from '../../store/write-gate';
import type { BulkJob, JobItem, JobState, Outcome } from './bulk-act';

const columns = `id, public_id AS publicId, act, state, started_by AS startedBy, undone_by AS undoneBy, details, total,
  done, skipped, failed, undone, not_undone AS notUndone, started_at AS startedAt, finished_at AS finishedAt`;

export async function jobUnderWay(manager: EntityManager): Promise<BulkJob | null> {
  const [job] = await manager.query<BulkJob[]>(
    `SELECT ${columns} FROM bulk_job WHERE state IN ('running', 'undoing') ORDER BY id LIMIT 1`,
  );
  return job ?? null;
}

export async function jobByPublicId(manager: EntityManager, publicId: string): Promise<BulkJob | null> {
  const [job] = await manager.query<BulkJob[]>(
    `SELECT ${columns} FROM bulk_job WHERE public_id = ? AND state <> 'preparing'`,
    [publicId],
  );
  return job ?? null;
}

export async function jobById(manager: EntityManager, id: number): Promise<BulkJob | null> {
  const [job] = await manager.query<BulkJob[]>(`SELECT ${columns} FROM bulk_job WHERE id = ?`, [id]);
  return job ?? null;
}

/** The newest first. */
export function newestJobs(manager: EntityManager, acts: readonly string[], limit: number): Promise<BulkJob[]> {
  const marks = acts.map(() => '?').join(', ');
  return manager.query<BulkJob[]>(
    `SELECT ${columns} FROM bulk_job WHERE act IN (${marks}) AND state <> 'preparing' ORDER BY id DESC LIMIT ?`,
    [...acts, limit],
  );
}

type NewJob = Pick<BulkJob, 'publicId' | 'act' | 'startedBy' | 'details' | 'startedAt'>;

/** A record with the version of it that the job is to find; null where any will do. */
export type JobRecord = readonly [id: number, version: number | null];

/** A job that nobody sees and nothing is done for until it is started. @returns its id */
export async function addJob({ manager }: Transaction, job: NewJob): Promise<number> {
  const [added] = await manager.query<{ id: number }[]>(
    `INSERT INTO bulk_job (public_id, act, state, started_by, details, total, done, skipped, failed, undone, not_undone,
       started_at) VALUES (?, ?, 'preparing', ?, ?, 0, 0, 0, 0, 0, 0, ?) RETURNING id`,
    [job.publicId, job.act, job.startedBy, job.details, job.startedAt],
  );
  if (!added) throw new Error('What was inserted has an id.');
  return added.id;
}

/** Adds the next of what a job that is being prepared is to be done to. */
export async function addItems({ manager }: Transaction, jobId: number, records: readonly JobRecord[]): Promise<void> {
  await manager.query(
    `INSERT INTO bulk_job_item (job_id, position, record_id, version, outcome)
     SELECT j.id, j.total + r.key, json_extract(r.value, '$[0]'), json_extract(r.value, '$[1]'), 'pending'
     FROM bulk_job j CROSS JOIN json_each(?) r WHERE j.id = ?`,
    [JSON.stringify(records), jobId],
  );
  await manager.query('UPDATE bulk_job SET total = total + ? WHERE id = ?', [records.length, jobId]);
}

export async function startJob({ manager }: Transaction, jobId: number): Promise<void> {
  await manager.query("UPDATE bulk_job SET state = 'running' WHERE id = ?", [jobId]);
}

/** A job that was being prepared when that was given up, or the application ended; null where there is none. */
export async function abandonedJob(manager: EntityManager, preparing: ReadonlySet<number>): Promise<number | null> {
  const rows = await manager.query<{ id: number }[]>("SELECT id FROM bulk_job WHERE state = 'preparing'");
  return rows.find(({ id }) => !preparing.has(id))?.id ?? null;
}

/** The next that nothing was done to yet: they are taken in their order. */
export function pendingItems(manager: EntityManager, job: BulkJob, limit: number): Promise<JobItem[]> {
  return manager.query<JobItem[]>(
    `SELECT position, record_id AS recordId, version FROM bulk_job_item
     WHERE job_id = ? AND position >= ? AND outcome = 'pending' ORDER BY position LIMIT ?`,
    [job.id, job.done + job.skipped + job.failed, limit],
  );
}

/** The next that can be undone: those before have become something else. */
export function itemsToUndo(manager: EntityManager, job: BulkJob, limit: number): Promise<JobItem[]> {
  return manager.query<JobItem[]>(
    `SELECT position, record_id AS recordId, version FROM bulk_job_item
     WHERE job_id = ? AND position >= ? AND outcome = 'done' ORDER BY position LIMIT ?`,
    [job.id, job.undone + job.notUndone, limit],
  );
}

/** Notes what became of some items, and how far the job has come. */
export async function noteOutcomes(
  tx: Transaction,
  job: BulkJob,
  items: readonly JobItem[],
  outcomes: readonly Outcome[],
): Promise<BulkJob> {
  const note = tx.prepare(
    'UPDATE bulk_job_item SET outcome = ?, code = ?, version = coalesce(?, version) WHERE job_id = ? AND position = ?',
  );
  const counts = { done: 0, skipped: 0, failed: 0, undone: 0, 'not-undone': 0 };
  for (const [index, { position }] of items.entries()) {
    const became = outcomes[index];
    if (!became) throw new Error('An act must say of each item what became of it.');
    counts[became.outcome] += 1;
    const code = 'code' in became ? became.code : null;
    note.run(became.outcome, code, 'version' in became ? became.version : null, job.id, position);
  }
  const changed = {
    ...job,
    done: job.done + counts.done,
    skipped: job.skipped + counts.skipped,
    failed: job.failed + counts.failed,
    undone: job.undone + counts.undone,
    notUndone: job.notUndone + counts['not-undone'],
  };
  const { done, skipped, failed, undone, notUndone } = changed;
  await tx.manager.query(
    'UPDATE bulk_job SET done = ?, skipped = ?, failed = ?, undone = ?, not_undone = ? WHERE id = ?',
    [done, skipped, failed, undone, notUndone, job.id],
  );
  return changed;
}

export async function moveJob(
  { manager }: Transaction,
  job: BulkJob,
  to: { readonly state: JobState; readonly finishedAt: number | null; readonly undoneBy?: number },
): Promise<BulkJob> {
  const moved = { ...job, ...to };
  await manager.query('UPDATE bulk_job SET state = ?, finished_at = ?, undone_by = ? WHERE id = ?', [
    moved.state,
    moved.finishedAt,
    moved.undoneBy,
    job.id,
  ]);
  return moved;
}

export interface NotDone {
  /** The position, by which pages of them are turned. */
  readonly id: number;
  readonly recordId: number;
  readonly outcome: 'skipped' | 'failed' | 'not-undone';
  readonly code: string;
}

/** A page of what was left out or could not be done or undone, in the order of the job; one more where there are more. */
export function itemsNotDone(
  manager: EntityManager,
  jobId: number,
  place: Place | null,
  size: number,
): Promise<NotDone[]> {
  const isBackward = place?.direction === 'previous';
  return manager.query<NotDone[]>(
    `SELECT position AS id, record_id AS recordId, outcome, code FROM bulk_job_item INDEXED BY bulk_job_item_not_done
     WHERE job_id = ? AND outcome IN ('skipped', 'failed', 'not-undone') AND position ${isBackward ? '<' : '>'} ?
     ORDER BY position ${isBackward ? 'DESC' : 'ASC'} LIMIT ?`,
    [jobId, place?.id ?? -1, size + 1],
  );
}

/** The oldest job beyond the newest `kept`, unless it is under way; null where there are not so many. */
export async function jobToForget(manager: EntityManager, kept: number): Promise<number | null> {
  const [job] = await manager.query<{ id: number }[]>(
    `SELECT id FROM bulk_job WHERE state NOT IN ('preparing', 'running', 'undoing')
       AND id <= (SELECT id FROM bulk_job WHERE state <> 'preparing' ORDER BY id DESC LIMIT 1 OFFSET ?)
     ORDER BY id LIMIT 1`,
    [kept],
  );
  return job?.id ?? null;
}

/** Deletes `limit` items of a job at most, and the job itself with the last of them. */
export async function forgetSome({ manager }: Transaction, jobId: number, limit: number): Promise<void> {
  await manager.query(
    `DELETE FROM bulk_job_item WHERE job_id = ? AND position <= (
       SELECT max(position) FROM (SELECT position FROM bulk_job_item WHERE job_id = ? ORDER BY position LIMIT ?))`,
    [jobId, jobId, limit],
  );
  await manager.query(
    'DELETE FROM bulk_job WHERE id = ? AND NOT EXISTS (SELECT 1 FROM bulk_job_item WHERE job_id = ?)',
    [jobId, jobId],
  );
}
