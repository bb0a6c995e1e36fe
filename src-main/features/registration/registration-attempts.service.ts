import { UserError } from '../../errors';
import type { Store } from '../../store/store';

const minute = 60_000;
const hour = 60 * minute;

/** Of the whole office, whoever it is: behind one window can be anybody, and one person at many. */
const limits = [
  { count: 5, within: minute },
  { count: 30, within: hour },
] as const;

/** Holds registrations back where there are too many of them. Nothing but the moment of each is written. */
export class RegistrationAttempts {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Counts an attempt before it is made, so that a hundred at once are a hundred.
   * @throws UserError REGISTRATION_WAIT where there have been too many, which does not count
   */
  async charge(now: number): Promise<void> {
    const left = await this.#store.write({}, async ({ manager }) => {
      await manager.query('DELETE FROM registration_attempt WHERE at <= ?', [now - hour]);
      // Made while the computer's clock was wrong: it would hold everybody back until then.
      await manager.query('UPDATE registration_attempt SET at = ? WHERE at > ?', [now, now]);
      const made = await manager.query<{ at: number }[]>('SELECT at FROM registration_attempt ORDER BY at DESC');
      const waits = limits.map(({ count, within }) => (made[count - 1]?.at ?? Number.NEGATIVE_INFINITY) + within - now);
      const wait = Math.max(...waits);
      if (wait <= 0) await manager.query('INSERT INTO registration_attempt (at) VALUES (?)', [now]);
      return wait;
    });
    if (left > 0) throw new UserError('REGISTRATION_WAIT', { seconds: Math.ceil(left / 1000) });
  }
}
