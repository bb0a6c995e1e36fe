import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished } from 'vitest';
import type { Answer, InputOf, OutputOf, ProcedureName } from '../../../src-shared/contract';
import type { Commands } from '../electron-stand-in/commands';
import type { Told } from '../electron-stand-in/run';
import type { Computer } from '../electron-stand-in/world';

type InputOfCommand<N extends keyof Commands> = Parameters<Commands[N]>;
type OutputOfCommand<N extends keyof Commands> = Awaited<ReturnType<Commands[N]>>;

const builtEntry = new URL('../../../out/main/desktop.js', import.meta.url);
const run = new URL('../electron-stand-in/run.ts', import.meta.url);
const resolveElectron = new URL('../electron-stand-in/resolve-electron.ts', import.meta.url);
const resolveTypeScript = new URL('../../support/resolve-typescript.ts', import.meta.url);

const usualComputer: Computer = {
  isPackaged: true,
  isFirstInstance: true,
  keyStoreBackend: 'gnome_libsecret',
  doesKeyStoreAnswer: true,
  keyOfKeyStore: 1,
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  isDark: false,
};

/** The built desktop host, running in a process of its own with a stand-in for Electron. */
export class Desktop {
  readonly #child: ChildProcess;
  readonly #settled = Promise.withResolvers<void>();
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #output: string[] = [];
  #lastId = 0;

  private constructor(args: readonly string[], computer: Computer, entry = builtEntry) {
    if (!existsSync(entry)) throw new Error('The desktop host is not built: run "npm run build" first.');
    this.#child = fork(run, args, {
      execArgv: ['--import', resolveTypeScript.href, '--import', resolveElectron.href],
      env: {
        ...process.env,
        STEWARD_STAND_IN_ENTRY: entry.href,
        STEWARD_STAND_IN_COMPUTER: JSON.stringify(computer),
      },
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#output.push(text));
    }
    this.#child.on('message', (told: Told) => this.#hear(told));
    this.#child.once('exit', () => this.#fail(new Error(`The desktop host ended early.\n${this.output}`)));
  }

  /** Starts it, and waits until its first window is shown or it has given up. It ends with the test. */
  static async start(args: readonly string[], computer: Partial<Computer> = {}, entry?: URL): Promise<Desktop> {
    const desktop = new Desktop(args, { ...usualComputer, ...computer }, entry);
    onTestFinished(() => desktop.kill());
    await desktop.#settled.promise;
    return desktop;
  }

  /** One for all the tests of a file that leave it as it was. To be asked for at the top of the file. */
  static shared(): () => { desktop: Desktop; window: number } {
    let shared: { desktop: Desktop; window: number } | null = null;
    beforeAll(async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'steward-test-'));
      const desktop = new Desktop(['--data-dir', dataDir], usualComputer);
      await desktop.#settled.promise;
      shared = { desktop, window: await desktop.window() };
      return async () => {
        await desktop.kill();
        await rm(dataDir, { recursive: true, force: true });
      };
    });
    return () => {
      if (!shared) throw new Error('The desktop host did not start.');
      return shared;
    };
  }

  /** What it has written to its standard output and error. */
  get output(): string {
    return this.#output.join('');
  }

  /** Does or asks something of the stand-in. */
  do<N extends keyof Commands>(name: N, ...[input]: InputOfCommand<N>): Promise<OutputOfCommand<N>> {
    this.#lastId += 1;
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(this.#lastId, waiting);
    this.#child.send({ id: this.#lastId, name, input });
    return waiting.promise as Promise<OutputOfCommand<N>>;
  }

  /** Calls a procedure by `window.steward`, as the page of that window does. */
  call<N extends ProcedureName>(window: number, procedure: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
    return this.do('call', { window, procedure, input }) as Promise<Answer<OutputOf<N>>>;
  }

  /** The same for a call that must succeed. */
  async ask<N extends ProcedureName>(window: number, procedure: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await this.call(window, procedure, input);
    if (answer.ok) return answer.data;
    throw new Error(`${procedure} was refused: ${JSON.stringify(answer.error)}`);
  }

  /** The numbers of the open windows, in the order of their opening. */
  async windows(): Promise<number[]> {
    return (await this.do('windows')).map(({ id }) => id);
  }

  /** Ends the application as its menu does, and waits until Electron would have ended the process, which stays. */
  async quit(times = 1): Promise<void> {
    await this.do('quit', { times });
    await expect.poll(async () => (await this.do('journal')).exitCode).toBe(0);
  }

  /** The number of the only window there is. */
  async window(): Promise<number> {
    const [window, ...others] = await this.windows();
    if (window !== undefined && others.length === 0) return window;
    const { errorBoxes } = await this.do('journal');
    throw new Error(`There is not exactly one window. ${JSON.stringify(errorBoxes)}\n${this.output}`);
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  #hear(told: Told): void {
    if (told.kind === 'settled') {
      this.#settled.resolve();
      return;
    }
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.kind === 'answer') waiting?.resolve(told.value);
    else waiting?.reject(new Error(told.message));
  }

  #fail(reason: Error): void {
    this.#settled.reject(reason);
    for (const { reject } of this.#waiting.values()) reject(reason);
  }
}
