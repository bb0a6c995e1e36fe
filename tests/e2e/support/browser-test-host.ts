import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { HostProcess } from './host-process';
import type { Problems } from './problems';
import type { TestHost } from './test-host';

const entry = resolve(import.meta.dirname, '../../../out/test/browser.js');

/** The browser host; its windows are tabs of one browser. */
export class BrowserTestHost implements TestHost {
  readonly dataDir: string;
  readonly #context: BrowserContext;
  readonly #problems: Problems;
  #process: HostProcess;

  private constructor(dataDir: string, context: BrowserContext, problems: Problems, process: HostProcess) {
    this.dataDir = dataDir;
    this.#context = context;
    this.#problems = problems;
    this.#process = process;
  }

  static async start(dataDir: string, context: BrowserContext, problems: Problems): Promise<BrowserTestHost> {
    await problems.watch(context);
    return new BrowserTestHost(dataDir, context, problems, await startProcess(dataDir, problems));
  }

  /** What the host prints for the person to open: it lets any number of windows in. */
  get url(): string {
    return this.#process.url;
  }

  async openWindow(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(this.url);
    return page;
  }

  advance(milliseconds: number): Promise<void> {
    return this.#process.advance(milliseconds);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#process = await startProcess(this.dataDir, this.#problems);
  }

  kill(): Promise<void> {
    return this.#process.kill();
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}

function startProcess(dataDir: string, problems: Problems): Promise<HostProcess> {
  return HostProcess.start(entry, ['--data-dir', dataDir, '--port', '0'], (line) => problems.add(`host: ${line}`));
}
