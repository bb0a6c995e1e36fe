import { once } from 'node:events';
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectronRuntime } from '../../../scripts/electron-runtime.mjs';
import type { ToHost } from './movable-clock';
import type { Problems } from './problems';
import type { HostStart, TestHost } from './test-host';

const entry = resolve(import.meta.dirname, '../../../out/test/desktop.js');

/** The desktop host on the unfused development runtime; a packaged one refuses to be driven. */
export class DesktopTestHost implements TestHost {
  readonly dataDir: string;
  readonly #problems: Problems;
  #application: ElectronApplication;
  #isFirstWindowTaken = false;

  private constructor(dataDir: string, problems: Problems, application: ElectronApplication) {
    this.dataDir = dataDir;
    this.#problems = problems;
    this.#application = application;
  }

  static async start(start: HostStart, problems: Problems): Promise<DesktopTestHost> {
    return new DesktopTestHost(start.dataDir, problems, await launch(start, problems));
  }

  /** The window that opens with the application, and after it those of File › New Window. */
  async openWindow(): Promise<Page> {
    if (!this.#isFirstWindowTaken) {
      this.#isFirstWindowTaken = true;
      return this.#application.firstWindow();
    }
    const opened = this.#application.waitForEvent('window');
    await this.#application.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click();
    });
    return opened;
  }

  async advance(milliseconds: number): Promise<void> {
    const message: ToHost = { type: 'advance', milliseconds };
    await this.#application.evaluate((_electron, sent) => process.emit('message', sent, undefined), message);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#application = await launch({ dataDir: this.dataDir, options: [] }, this.#problems);
    this.#isFirstWindowTaken = false;
  }

  async kill(): Promise<void> {
    const child = this.#application.process();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#application.process();
    if (exitCode === null && signalCode === null) await this.#application.close();
  }
}

async function launch({ dataDir, options }: HostStart, problems: Problems): Promise<ElectronApplication> {
  const runtime = findElectronRuntime();
  if (!runtime.path) throw new Error(`The desktop host cannot run: ${runtime.missing}.`);
  // Chromium's own sandbox refuses to run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    executablePath: runtime.path,
    args: [...asRoot, entry, '--data-dir', dataDir, ...options],
  });
  await problems.watch(application.context());
  return application;
}
