import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { HostProcess } from './host-process';
import type { Problems } from './problems';

const entry = resolve(import.meta.dirname, '../../../out/test/test-browser-host.js');

/** The browser host in a process of its own, and windows that are tabs of one browser. */
export class BrowserTestHost {
  #process: HostProcess;

  private constructor(
    readonly dataDir: string,
    readonly context: BrowserContext,
    readonly problems: Problems,
    process: HostProcess,
  ) {
    this.#process = process;
  }

  static async start(dataDir: string, context: BrowserContext, problems: Problems): Promise<BrowserTestHost> {
    return new BrowserTestHost(dataDir, context, problems, await startProcess(dataDir, problems));
  }

  /** What the host prints for the person to open: it lets any number of windows in. */
  get url(): string {
    return this.#process.url;
  }

  async openWindow(): Promise<Page> {
    const page = await this.context.newPage();
    await this.problems.watch(page);
    await page.goto(this.url);
    return page;
  }

  advance(milliseconds: number): Promise<void> {
    return this.#process.advance(milliseconds);
  }

  async restart(): Promise<void> {
    await this.#process.stop();
    this.#process = await startProcess(this.dataDir, this.problems);
  }

  kill(): Promise<void> {
    return this.#process.kill();
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}

function startProcess(dataDir: string, problems: Problems): Promise<HostProcess> {
  return HostProcess.start(entry, dataDir, (text) => problems.add(`host: ${text}`));
}
