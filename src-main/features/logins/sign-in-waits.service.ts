import { createHmac } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { UserError } from '../../errors';
import type { Events } from '../../events';
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

/** When a name may be tried again; one that failed in the future failed while the computer's clock was wrong. */
function endOf({ failures, lastFailedAt }: WaitRow, now: number): number {
  return Math.min(lastFailedAt, now) + waitAfter(failures);
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
  readonly #events: Events;

  constructor(store: Store, digestKey: Buffer, events: Events) {
    this.#store = store;
    this.#digestKey = digestKey;
    this.#events = events;
  }

  /**
   * Counts a try as failed before it is made, so that a hundred at once are a hundred; `clear` takes it back.
   * @throws UserError SIGN_IN_WAIT while the name has to wait
   */
  async charge(tried: Tried, now: number): Promise<void> {
    const digest = this.#digest(tried);
    const left = await this.#store.write({}, async (tx) => {
      await tx.manager.query('DELETE FROM sign_in_wait WHERE last_failed_at < ?', [now - forgottenAfter]);
      // What failed in the future would otherwise be kept until then.
      await tx.manager.query('UPDATE sign_in_wait SET last_failed_at = ? WHERE last_failed_at > ?', [now, now]);
      const row = await find(tx.manager, digest);
      const wait = row ? endOf(row, now) - now : 0;
      if (wait > 0) return wait;
      // The login is looked up in the same statement whether there is one or not, so that both take the same work.
      await tx.manager.query(
        `INSERT INTO sign_in_wait (name_digest, failures, last_failed_at, login_id)
         VALUES (?, 1, ?, (SELECT id FROM login WHERE sign_in_name_folded = ?))
         ON CONFLICT (name_digest) DO UPDATE SET
           failures = failures + 1, last_failed_at = excluded.last_failed_at, login_id = excluded.login_id`,
        [digest, now, tried === 'recovery' ? null : fold(tried.signInName)],
      );
      if ((row?.failures ?? 0) + 1 >= freeFailures) this.#announce(tx);
      return 0;
    });
    if (left > 0) throw new UserError('SIGN_IN_WAIT', { seconds: Math.ceil(left / 1000) });
  }

  async clear(tx: Transaction, tried: Tried): Promise<void> {
    await tx.manager.query('DELETE FROM sign_in_wait WHERE name_digest = ?', [this.#digest(tried)]);
  }

  /** Until when this login's name has to wait, or null. */
  async lockedUntil(
    manager: EntityManager,
    login: { readonly signInName: string },
    now: number,
  ): Promise<number | null> {
    const row = await find(manager, this.#digest(login));
    const end = row ? endOf(row, now) : 0;
    return end > now ? end : null;
  }

  /** The ids of the logins whose names have to wait at this moment. */
  async lockedLogins(manager: EntityManager, now: number): Promise<number[]> {
    const rows = await manager.query<(WaitRow & { loginId: number })[]>(
      `SELECT login_id AS loginId, failures, last_failed_at AS lastFailedAt FROM sign_in_wait
       WHERE login_id IS NOT NULL AND last_failed_at > ? AND failures >= ?`,
      [now - longestWait, freeFailures],
    );
    return rows.filter((row) => endOf(row, now) > now).map((row) => row.loginId);
  }

  /** Notes whose name it is now, for a login that is new or was renamed: the name may have been tried before. */
  async follow(tx: Transaction, login: { readonly id: number; readonly signInName: string }): Promise<void> {
    await tx.manager.query('UPDATE sign_in_wait SET login_id = NULL WHERE login_id = ?', [login.id]);
    const digest = this.#digest(login);
    await tx.manager.query('UPDATE sign_in_wait SET login_id = ? WHERE name_digest = ?', [login.id, digest]);
  }

  #announce(tx: Transaction): void {
    tx.afterCommit(() => this.#events.changed('accounts', 'dashboard', 'authorizedUsers'));
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
