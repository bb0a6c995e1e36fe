import { JobThread } from '../../threads/job-thread';
import type { ChainVerdict } from '../activity-chain';
import type { ReaderJob, ReaderThreadData } from './reader-protocol';

/** Long reads, off the main thread: exact totals, verification, later exports. */
export class ReaderThreads {
  readonly #thread: JobThread<ReaderJob>;

  constructor(script: URL, data: ReaderThreadData) {
    this.#thread = new JobThread('reader', script, { data });
  }

  async all<Row>(sql: string, params: readonly (string | number | null)[] = []): Promise<Row[]> {
    return (await this.#thread.run({ kind: 'all', sql, params })) as Row[];
  }

  async verifyActivity(): Promise<ChainVerdict> {
    return (await this.#thread.run({ kind: 'verify-activity' })) as ChainVerdict;
  }

  /** SQLite's own verdict on the whole file: `ok`, or the first thing that is wrong. */
  async integrity(): Promise<string> {
    return (await this.#thread.run({ kind: 'integrity' })) as string;
  }

  /** Refuses the jobs under way and every later one. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
