import type { ErrorCode } from '../../../src-shared/errors';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import { countRefusedCall, insertRefusedCall } from './refused-calls.repository';

/** Within this time the same refusal to the same person is one row that counts, in milliseconds. */
const window = 60 * 60 * 1000;
/** Repetitions are written at most this often, so that a flood of refused calls is no flood of writes. */
const flushEvery = 10 * 1000;
const mostRowsAtOnce = 1000;

interface Counting {
  readonly rowId: number;
  readonly firstAt: number;
  lastAt: number;
  unwritten: number;
  writtenAt: number;
}

export interface RefusedCall {
  readonly actorAccountId: number | null;
  readonly procedure: string;
  readonly code: ErrorCode;
}

/** Keeps account of the calls that were refused. The first is written at once, repetitions are added up. */
export class RefusedCallsService {
  readonly #store: Store;
  readonly #events: Events;
  readonly #counting = new Map<string, Counting>();

  constructor(store: Store, events: Events) {
    this.#store = store;
    this.#events = events;
  }

  async record(refused: RefusedCall, now: number): Promise<void> {
    const key = `${refused.actorAccountId} ${refused.procedure} ${refused.code}`;
    const counting = this.#counting.get(key);
    if (counting && now - counting.firstAt < window) {
      counting.unwritten += 1;
      counting.lastAt = now;
      if (now - counting.writtenAt >= flushEvery) await this.#flush(counting, now);
      return;
    }
    if (counting) await this.#flush(counting, now);
    if (this.#counting.size >= mostRowsAtOnce) await this.flush(now);
    const rowId = await this.#store.write({}, async (tx) => {
      tx.afterCommit(() => this.#events.changed('activity'));
      return insertRefusedCall(tx.manager, { ...refused, firstAt: now, lastAt: now, count: 1 });
    });
    this.#counting.set(key, { rowId, firstAt: now, lastAt: now, unwritten: 0, writtenAt: now });
  }

  /** Writes what has been added up; called before the store is closed. */
  async flush(now: number): Promise<void> {
    const all = [...this.#counting.values()];
    this.#counting.clear();
    for (const counting of all) await this.#flush(counting, now);
  }

  async #flush(counting: Counting, now: number): Promise<void> {
    const more = counting.unwritten;
    if (more === 0) return;
    counting.unwritten = 0;
    counting.writtenAt = now;
    await this.#store.write({}, (tx) =>
      countRefusedCall(tx.manager, counting.rowId, { more, lastAt: counting.lastAt }),
    );
  }
}
