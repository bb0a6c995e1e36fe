import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { BrowserTestHost } from './browser-test-host';
import { DesktopTestHost } from './desktop-test-host';
import { type PreparedOffice, PreparedOffices } from './prepared-office';
import { Problems } from './problems';
import type { HostStart, TestHost } from './test-host';

export interface HostOptions {
  hostKind: 'browser' | 'desktop';
  /**
   * What a test begins with: an empty folder; an office in which the people of `people.ts` may sign in at once; or
   * the same office with its store still locked.
   */
  beginsWith: 'nothing' | 'office' | 'locked office';
}

interface Fixtures {
  /** What nobody asked for: errors and policy violations in a window, complaints of the host. Any left fails the test. */
  problems: Problems;
  /** What is known of the office that the test begins with, if it does. */
  office: PreparedOffice;
  /** A folder of the test's own, and how the host is started on it. */
  start: HostStart;
  host: TestHost;
  /** The first window. */
  page: Page;
  /** One more window, for whoever works at the same time. */
  secondWindow: () => Promise<Page>;
}

interface WorkerFixtures {
  preparedOffices: PreparedOffices;
}

export const test = base.extend<Fixtures & HostOptions, WorkerFixtures>({
  hostKind: ['browser', { option: true }],
  beginsWith: ['nothing', { option: true }],
  preparedOffices: [
    async ({}, use) => {
      const offices = new PreparedOffices();
      await use(offices);
      await offices.remove();
    },
    { scope: 'worker' },
  ],
  problems: async ({}, use) => {
    const problems = new Problems();
    await use(problems);
    if (problems.unexpected.length > 0) throw new Error(`Something went wrong:\n${problems.unexpected.join('\n')}`);
  },
  office: async ({ preparedOffices }, use) => use(await preparedOffices.get()),
  start: async ({ beginsWith, preparedOffices }, use) => {
    if (beginsWith === 'nothing') return startOnCopy(null, [], use);
    const { dataDir, passphraseFile } = await preparedOffices.get();
    await startOnCopy(dataDir, beginsWith === 'office' ? ['--passphrase-file', passphraseFile] : [], use);
  },
  host: async ({ hostKind, start, context, problems }, use) => {
    const host =
      hostKind === 'desktop'
        ? await DesktopTestHost.start(start, problems)
        : await BrowserTestHost.start(start, context, problems);
    await use(host);
    // A window that is open when its host goes would complain of that.
    for (const window of context.pages()) await window.close();
    await host.stop();
  },
  page: async ({ host }, use) => use(await host.openWindow()),
  secondWindow: async ({ host }, use) => use(() => host.openWindow()),
});

/** @param original the folder that the test has a copy of; null for an empty one */
export async function startOnCopy(
  original: string | null,
  options: readonly string[],
  use: (start: HostStart) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'steward-e2e-'));
  const dataDir = join(folder, 'data');
  if (original) await cp(original, dataDir, { recursive: true });
  await use({ dataDir, options });
  await rm(folder, { recursive: true, force: true });
}

export { expect } from '@playwright/test';
