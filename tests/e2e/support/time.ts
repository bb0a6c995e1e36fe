import type { Page } from '@playwright/test';
import type { TestHost } from './test-host';

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => seconds(count * 60);

/** From now on `letTimePass` moves this window's own time too: its countdowns, and the times at which it asks. */
export async function takeTimeOf(...windows: readonly Page[]): Promise<void> {
  for (const window of windows) {
    await window.clock.install();
    // What was begun before counts with the computer's clock.
    await window.reload();
  }
}

/** Nobody does anything for a while, neither at the host nor in these windows. */
export async function letTimePass(host: TestHost, milliseconds: number, ...windows: readonly Page[]): Promise<void> {
  await host.advance(milliseconds);
  for (const window of windows) await window.clock.fastForward(milliseconds);
}
