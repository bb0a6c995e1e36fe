import type { Clock } from '../../src-main/clock';

/** Stands still until it is moved. */
export class ManualClock implements Clock {
  #now: number;

  constructor(now: number = Date.UTC(2027, 0, 4, 8, 0, 0)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => seconds(count * 60);
export const hours = (count: number): number => minutes(count * 60);
export const days = (count: number): number => hours(count * 24);
