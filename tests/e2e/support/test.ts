import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { BrowserTestHost } from './browser-test-host';
import { DesktopTestHost } from './desktop-test-host';
import { Problems } from './problems';
import type { TestHost } from './test-host';

export interface HostOptions {
  hostKind: 'browser' | 'desktop';
}

interface Fixtures {
  /** What nobody asked for: errors and policy violations in a window, complaints of the host. Any left fails the test. */
  problems: Problems;
  /** An empty folder of the test's own, and the host that runs on it. */
  host: TestHost;
  /** The first window. */
  page: Page;
  /** One more window, for whoever works at the same time. */
  secondWindow: () => Promise<Page>;
}

export const test = base.extend<Fixtures & HostOptions>({
  hostKind: ['browser', { option: true }],
  problems: async ({}, use) => {
    const problems = new Problems();
    await use(problems);
    if (problems.unexpected.length > 0) throw new Error(`Something went wrong:\n${problems.unexpected.join('\n')}`);
  },
  host: async ({ hostKind, context, problems }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'steward-e2e-'));
    const host =
      hostKind === 'desktop'
        ? await DesktopTestHost.start(dataDir, problems)
        : await BrowserTestHost.start(dataDir, context, problems);
    await use(host);
    // A window that is open when its host goes would complain of that.
    for (const window of context.pages()) await window.close();
    await host.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
  page: async ({ host }, use) => use(await host.openWindow()),
  secondWindow: async ({ host }, use) => use(() => host.openWindow()),
});

export { expect } from '@playwright/test';
