import type { EntityManager } from 'typeorm';
import type { ReaderThreads } from './readers/reader-threads';
import type { Transaction, Within } from './write-gate';

/** The opened store as features see it: no connection can be reached around it. */
export interface Store {
  readonly file: string;
  /** Reads on the main thread: what an index answers at once. Its connection cannot write. */
  readonly read: EntityManager;
  /** Reads that take longer. */
  readonly readers: ReaderThreads;
  /** Writes, in a transaction of its own or in that of `within`. */
  write<T>(within: Within, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Waits for the writes under way, moves the write-ahead log into the store and closes every connection. */
  close(): Promise<void>;
}
