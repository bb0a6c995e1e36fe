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
function waitAfter(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(firstWait * 2 ** (failures - freeFailures), longestWait);
}

interface WaitRow {
  readonly failures: number;
  readonly lastFailedAt: number;
}

/** What is tried: to sign in by a name as it was typed, or to recover by whatever code. */
type Tried = { readonly signInName: string } | 'recovery';

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
  async charge(tried: Tried, now: number): Promise<void> {
    const digest = this.#digest(tried);
    const left = await this.#store.write({}, async (tx) => {
      await tx.manager.query('DELETE FROM sign_in_wait WHERE last_failed_at < ?', [now - forgottenAfter]);
      // What failed in the future failed while the computer's clock was wrong: nobody shall wait until then.
      await tx.manager.query('UPDATE sign_in_wait SET last_failed_at = ? WHERE last_failed_at > ?', [now, now]);
      const row = await find(tx.manager, digest);
      const wait = row ? row.lastFailedAt + waitAfter(row.failures) - now : 0;
      if (wait > 0) return wait;
      await tx.manager.query(
        `INSERT INTO sign_in_wait (name_digest, failures, last_failed_at) VALUES (?, 1, ?)
         ON CONFLICT (name_digest) DO UPDATE SET failures = failures + 1, last_failed_at = excluded.last_failed_at`,
        [digest, now],
      );
      return 0;
    });
    if (left > 0) throw new UserError('SIGN_IN_WAIT', { seconds: Math.ceil(left / 1000) });
  }

  async clear(tx: Transaction, tried: Tried): Promise<void> {
    await tx.manager.query('DELETE FROM sign_in_wait WHERE name_digest = ?', [this.#digest(tried)]);
  }

  #digest(tried: Tried): Buffer {
    // The prefix keeps a name that somebody types from being taken for the recovery.
    const text = tried === 'recovery' ? tried : `name ${fold(tried.signInName)}`;
    return createHmac('sha256', this.#digestKey).update(text).digest();
  }
}

async function find(manager: EntityManager, digest: Buffer): Promise<WaitRow | undefined> {
  const [row] = await manager.query<WaitRow[]>(
    'SELECT failures, last_failed_at AS lastFailedAt FROM sign_in_wait WHERE name_digest = ?',
    [digest],
  );
  return row;
}
