import type { Clock } from '../../../src-main/clock';

/** Goes with the computer's clock and can be moved ahead of it. */
export class MovableClock implements Clock {
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
