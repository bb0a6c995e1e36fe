/** Where the main side takes the time from, in epoch milliseconds; tests move it. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
