import { setImmediate } from 'node:timers/promises';

/** What one kind of work took, in milliseconds. */
export interface Measured {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly slowest: number;
  /** The processor's time for each, all threads together: what is left of a figure when others load the computer. */
  readonly processor?: number;
}

/**
 * Lets what has gathered behind the calls be done, as it is between the calls of a window: among it the end of
 * statements that nobody needs any more, which keep their memory until then.
 */
export const turn = () => setImmediate();

/** Does it `n` times, one after the other, and times each; what comes before that to warm up is not counted. */
export async function measure(
  n: number,
  act: (index: number) => Promise<unknown>,
  { warmUp = Math.ceil(n / 10) } = {},
): Promise<Measured> {
  for (let index = 0; index < warmUp; index += 1) await act(index - warmUp);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let index = 0; index < n; index += 1) {
    const begun = performance.now();
    await act(index);
    times.push(performance.now() - begun);
    await turn();
  }
  const { user, system } = process.cpuUsage(before);
  return { ...summarize(times), processor: (user + system) / 1000 / n };
}

/** For times that were taken in another way. */
export function summarize(times: readonly number[]): Measured {
  const sorted = times.toSorted((one, other) => one - other);
  const percentile = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return {
    n: sorted.length,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    slowest: sorted.at(-1) ?? 0,
  };
}
