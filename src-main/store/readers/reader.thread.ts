// Runs in a worker thread with a read-only connection of its own: whatever takes long must not hold up the
// main thread, where a statement cannot yield. Tests load this very file, so its imports carry their ending.
import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3-multiple-ciphers';
import { answerJobs } from '../../threads/jobs.ts';
import { verifyChain } from '../activity-chain.ts';
import { prepareConnection } from '../connection.ts';
import type { ReaderJob, ReaderThreadData } from './reader-protocol.ts';

const { file, cipher, keyPragma } = workerData as ReaderThreadData;

const database = new Database(file, { readonly: true, fileMustExist: true });
prepareConnection(database, { cipher, toPragma: () => keyPragma }, 'reader thread');

answerJobs(run);

function run(job: ReaderJob): unknown {
  switch (job.kind) {
    case 'all':
      return database.prepare(job.sql).all(...job.params);
    case 'verify-activity':
      return verifyChain(database);
    case 'integrity':
      return database.pragma('integrity_check', { simple: true });
  }
}
