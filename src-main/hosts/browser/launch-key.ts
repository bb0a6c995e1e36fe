import { setTimeout as wait } from 'node:timers/promises';
import type { Limits } from './limits';
import { Refused } from './refused';
import { isSameSecret, newSecret } from './secrets';

/** The key in the printed address. It lets any number of windows in, for as long as the process lives. */
export class LaunchKey {
  readonly value = newSecret();
  readonly #limits: Limits;
  readonly #stopping: AbortSignal;
  #wrongKeysWaiting = 0;

  constructor(limits: Limits, stopping: AbortSignal) {
    this.#limits = limits;
    this.#stopping = stopping;
  }

  /**
   * Returns at once for the right key. A wrong one is refused late, and too many at a time without a look at them.
   * @throws Refused
   */
  async check(typed: string): Promise<void> {
    if (isSameSecret(typed, this.value)) return;
    if (this.#wrongKeysWaiting >= this.#limits.wrongKeysWaiting) throw new Refused(429, 'WINDOW_UNKNOWN');
    this.#wrongKeysWaiting += 1;
    try {
      await wait(this.#limits.wrongKeyDelayMs, undefined, { signal: this.#stopping });
    } catch {
      throw new Refused(503, 'CLOSING');
    } finally {
      this.#wrongKeysWaiting -= 1;
    }
    throw new Refused(401, 'WINDOW_UNKNOWN');
  }
}
