import { Worker } from 'node:worker_threads';
import type { ChainVerdict } from '../activity-chain';
import type { ReaderAnswer, ReaderJob, ReaderThreadData } from './reader-protocol';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * Long reads, off the main thread: exact totals, verification, later exports. The thread starts with the
 * first job, and a job that was under way when it died is refused rather than left waiting.
 */
export class ReaderThreads {
  readonly #script: URL;
  readonly #data: ReaderThreadData;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;
  #isClosed = false;

  constructor(script: URL, data: ReaderThreadData) {
    this.#script = script;
    this.#data = data;
  }

  async all<Row>(sql: string, params: readonly (string | number | null)[] = []): Promise<Row[]> {
    return (await this.#run({ kind: 'all', sql, params })) as Row[];
  }

  async verifyActivity(): Promise<ChainVerdict> {
    return (await this.#run({ kind: 'verify-activity' })) as ChainVerdict;
  }

  /** SQLite's own verdict on the whole file: `ok`, or the first thing that is wrong. */
  async integrity(): Promise<string> {
    return (await this.#run({ kind: 'integrity' })) as string;
  }

  /** Refuses the jobs under way and every later one. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #run(job: ReaderJob): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new Error('The store is closed.'));
    const worker = this.#worker ?? this.#start();
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, job });
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#data });
    worker.on('message', (answer: ReaderAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.ok) waiting?.resolve(answer.result);
      else waiting?.reject(Object.assign(new Error(answer.message), { code: answer.code }));
    });
    worker.on('error', (error) => this.#abandon(worker, error));
    worker.on('exit', () => this.#abandon(worker, new Error('The reader thread has ended.')));
    // A reader that has nothing to do must not keep the process alive.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #abandon(worker: Worker, error: unknown): void {
    // A thread that dies tells of its error first and of its end later, when the next one may be at work already.
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
    this.#waiting.clear();
  }
}
