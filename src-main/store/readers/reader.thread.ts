// Runs in a worker thread with a read-only connection of its own: whatever takes long must not hold up the
// main thread, where a statement cannot yield. Tests load this very file, so its imports carry their ending.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3-multiple-ciphers';
import { verifyChain } from '../activity-chain.ts';
import { prepareConnection } from '../connection.ts';
import type { ReaderAnswer, ReaderJob, ReaderThreadData } from './reader-protocol.ts';

if (!parentPort) throw new Error('This file runs in a worker thread only.');
const port = parentPort;
const { file, keyPragma } = workerData as ReaderThreadData;

const database = new Database(file, { readonly: true, fileMustExist: true });
prepareConnection(database, { toPragma: () => keyPragma }, 'reader');

port.on('message', ({ id, job }: { id: number; job: ReaderJob }) => {
  port.postMessage(answer(id, job));
});

function answer(id: number, job: ReaderJob): ReaderAnswer {
  try {
    return { id, ok: true, result: run(job) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { id, ok: false, code, message };
  }
}

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
