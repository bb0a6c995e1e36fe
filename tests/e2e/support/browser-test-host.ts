import { resolve } from 'node:path';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { HostProcess } from './host-process';
import type { Problems } from './problems';
import type { HostStart, TestHost } from './test-host';

export const browserHostEntry = resolve(import.meta.dirname, '../../../out/test/browser.js');

/** The browser host; its windows are tabs of one browser. */
export class BrowserTestHost implements TestHost {
  readonly dataDir: string;
  readonly #context: BrowserContext;
  readonly #problems: Problems;
  readonly #lastStreams = new Map<Page, Request>();
  #process: HostProcess;

  private constructor(dataDir: string, context: BrowserContext, problems: Problems, process: HostProcess) {
    this.dataDir = dataDir;
    this.#context = context;
    this.#problems = problems;
    this.#process = process;
    context.on('request', (request) => {
      if (request.url().endsWith('/api/events')) this.#lastStreams.set(request.frame().page(), request);
    });
    context.on('page', (page) => page.on('close', () => this.#lastStreams.delete(page)));
  }

  static async start(start: HostStart, context: BrowserContext, problems: Problems): Promise<BrowserTestHost> {
    await problems.watch(context);
    return new BrowserTestHost(start.dataDir, context, problems, await startProcess(start, problems));
  }

  /** What the host prints for the person to open: it lets any number of windows in. */
  get url(): string {
    return this.#process.url;
  }

  async openWindow(): Promise<Page> {
    const page = await newWindow(this.#context);
    await page.goto(this.url);
    return page;
  }

  /** A window whose stream of events is only about to open would be taken for one that has been closed for so long. */
  async advance(milliseconds: number): Promise<void> {
    await Promise.all([...this.#lastStreams.values()].map((stream) => stream.response()));
    await this.#process.advance(milliseconds);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#process = await startProcess({ dataDir: this.dataDir, options: [] }, this.#problems);
  }

  kill(): Promise<void> {
    return this.#process.kill();
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}

/**
 * A window beside the others. As a tab it would hide them, and Chromium draws a hidden tab once a second: everything
 * that waits for a frame, such as each click, would take that long.
 */
async function newWindow(context: BrowserContext): Promise<Page> {
  const [first] = context.pages();
  const browser = context.browser();
  if (!first || !browser) return context.newPage();
  const ofFirst = await context.newCDPSession(first);
  const { targetInfo } = await ofFirst.send('Target.getTargetInfo');
  await ofFirst.detach();
  const ofBrowser = await browser.newBrowserCDPSession();
  const { browserContextId } = targetInfo;
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    ofBrowser.send('Target.createTarget', { url: 'about:blank', browserContextId, newWindow: true }),
  ]);
  await ofBrowser.detach();
  return page;
}

function startProcess({ dataDir, options }: HostStart, problems: Problems): Promise<HostProcess> {
  return HostProcess.start(browserHostEntry, ['--data-dir', dataDir, '--port', '0', ...options], (line) =>
    problems.add(`host: ${line}`),
  );
}
