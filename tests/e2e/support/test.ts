import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { BrowserTestHost } from './browser-host';
import { Problems } from './problems';

/** Steward as one test has it: with a folder, a process and a clock of its own. */
export interface TestHost {
  readonly dataDir: string;
  /** Opens one more window, which is one more session. */
  openWindow(): Promise<Page>;
  /** Moves the application's clock. */
  advance(milliseconds: number): Promise<void>;
  /** Stops it, if it runs, and starts it again on the same folder. Windows of before do not follow. */
  restart(): Promise<void>;
  /** Ends the process as a power cut does. */
  kill(): Promise<void>;
}

interface Fixtures {
  /** The test fails with whatever is in here at its end. */
  problems: Problems;
  host: BrowserTestHost;
  /** The first window. */
  page: Page;
  /** One more window, for whoever works at the same time. */
  secondWindow: () => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  problems: async ({}, use) => {
    const problems = new Problems();
    await use(problems);
    if (problems.unexpected.length > 0) throw new Error(`Something went wrong:\n${problems.unexpected.join('\n')}`);
  },
  host: async ({ context, problems }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'steward-e2e-'));
    const host = await BrowserTestHost.start(dataDir, context, problems);
    await use(host);
    await host.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
  page: async ({ host }, use) => use(await host.openWindow()),
  secondWindow: async ({ host }, use) => use(() => host.openWindow()),
});

export { expect } from '@playwright/test';
