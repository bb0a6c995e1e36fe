import { Worker } from 'node:worker_threads';
import type { Job, JobAnswer } from './jobs';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * A worker thread that is given jobs. It starts with the first one, and again with the next one after it has died or
 * been ended for want of work; a job that was under way then is refused rather than left waiting.
 */
export class JobThread<Asked> {
  readonly #name: string;
  readonly #script: URL;
  readonly #data: unknown;
  readonly #waiting = new Map<number, Waiting>();
  readonly #idleMs: number | null;
  #worker: Worker | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;
  #isClosed = false;

  /**
   * @param name as it stands in errors, such as `reader`
   * @param idleMs after which without a job it is ended, for a thread that takes much memory; null keeps it
   */
  constructor(name: string, script: URL, { data, idleMs = null }: { data?: unknown; idleMs?: number | null } = {}) {
    this.#name = name;
    this.#script = script;
    this.#data = data;
    this.#idleMs = idleMs;
  }

  /** @param limitMs after which the thread is taken for stuck and ended, with all its jobs */
  async run(asked: Asked, limitMs?: number): Promise<unknown> {
    if (this.#isClosed) throw new Error(`The ${this.#name} thread is closed.`);
    clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#start();
    this.#lastId += 1;
    const job: Job<Asked> = { id: this.#lastId, asked };
    const result = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(job.id, { resolve, reject });
      worker.postMessage(job);
    });
    if (limitMs === undefined) return result;
    const limit = setTimeout(() => void this.#endStuck(worker), limitMs);
    return result.finally(() => clearTimeout(limit));
  }

  /** Refuses the jobs under way and every later one. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#data });
    worker.on('message', (answer: JobAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.ok) waiting?.resolve(answer.result);
      else waiting?.reject(Object.assign(new Error(answer.message), { code: answer.code }));
      if (this.#waiting.size === 0) this.#waitForWork(worker);
    });
    worker.on('error', (error) => this.#abandon(worker, error));
    worker.on('exit', () => this.#abandon(worker, new Error(`The ${this.#name} thread has ended.`)));
    // A thread that has nothing to do must not keep the process alive.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #waitForWork(worker: Worker): void {
    if (this.#idleMs === null) return;
    this.#idle = setTimeout(() => {
      if (this.#worker !== worker || this.#waiting.size > 0) return;
      this.#worker = null;
      void worker.terminate();
    }, this.#idleMs).unref();
  }

  #endStuck(worker: Worker): Promise<number> {
    this.#abandon(worker, new Error(`The ${this.#name} thread did not answer in time.`));
    return worker.terminate();
  }

  #abandon(worker: Worker, error: unknown): void {
    // A thread that dies tells of its error first and of its end later, when the next one may be at work already.
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
    this.#waiting.clear();
  }
}
