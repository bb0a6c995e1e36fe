import { createHmac } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { UserError } from '../../errors';
import { fold } from '../../store/fold';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';

const freeFailures = 5;
const firstWait = 30_000;
const longestWait = 15 * 60_000;
/** After a day without a failure the count starts anew. */
const forgottenAfter = 24 * 60 * 60_000;

/**
 * The growing wait after failed tries, in milliseconds: none up to the fifth, then 30 s, doubled with each
 * further one, 15 minutes at most (OWASP Authentication Cheat Sheet: throttle by name, cap the wait).
 */
export function waitAfter(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(firstWait * 2 ** (failures - freeFailures), longestWait);
}

interface WaitRow {
  readonly failures: number;
  readonly lastFailedAt: number;
}

/**
 * Holds back repeated tries by the name that was typed, whether anybody has it or not. The name itself is
 * never written down, only its digest: people type passwords into that field.
 */
export class SignInWaits {
  readonly #store: Store;
  readonly #digestKey: Buffer;

  constructor(store: Store, digestKey: Buffer) {
    this.#store = store;
    this.#digestKey = digestKey;
  }

  /**
   * Counts a try as failed before it is made, so that a hundred at once are a hundred; `clear` takes it back.
   * @throws UserError SIGN_IN_WAIT while the name has to wait
   */
  async charge(typedName: string, now: number): Promise<void> {
    const digest = this.#digest(typedName);
    await this.#store.write({}, async (tx) => {
      await tx.manager.query('DELETE FROM sign_in_wait WHERE last_failed_at < ?', [now - forgottenAfter]);
      const row = await find(tx.manager, digest);
      const left = row ? row.lastFailedAt + waitAfter(row.failures) - now : 0;
      if (left > 0) throw new UserError('SIGN_IN_WAIT', { seconds: Math.ceil(left / 1000) });
      await tx.manager.query(
        `INSERT INTO sign_in_wait (name_digest, failures, last_failed_at) VALUES (?, 1, ?)
         ON CONFLICT (name_digest) DO UPDATE SET failures = failures + 1, last_failed_at = excluded.last_failed_at`,
        [digest, now],
      );
    });
  }

  async clear(tx: Transaction, typedName: string): Promise<void> {
    await tx.manager.query('DELETE FROM sign_in_wait WHERE name_digest = ?', [this.#digest(typedName)]);
  }

  #digest(typedName: string): Buffer {
    return createHmac('sha256', this.#digestKey).update(fold(typedName)).digest();
  }
}

async function find(manager: EntityManager, digest: Buffer): Promise<WaitRow | undefined> {
  const [row] = await manager.query<WaitRow[]>(
    'SELECT failures, last_failed_at AS lastFailedAt FROM sign_in_wait WHERE name_digest = ?',
    [digest],
  );
  return row;
}
