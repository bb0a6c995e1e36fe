import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const builtHost = resolve(import.meta.dirname, '../../../out/main/browser.js');

const readyLine = /^Steward is ready: (\S+)$/m;
const longestStartMs = 60_000;

export interface HostOptions {
  readonly dataDir: string;
  readonly passphraseFile?: string;
  /** A program that runs the host, with its arguments, such as a tracer. */
  readonly under?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A process of the built browser host: the program that people start, nothing between it and the disk. */
export class Host {
  /** Everything it has written, to its output and its error output. */
  output = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor({ dataDir, passphraseFile, under = [], environment = {} }: HostOptions) {
    const args = ['--host', 'browser', '--data-dir', dataDir, '--port', '0'];
    if (passphraseFile !== undefined) args.push('--passphrase-file', passphraseFile);
    const [program = process.execPath, ...before] = [...under, process.execPath, builtHost, ...args];
    this.#child = spawn(program, before, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        this.output += text;
      });
    }
    this.#ended = once(this.#child, 'close');
  }

  /** The address that lets windows in. */
  async ready(): Promise<URL> {
    const limit = AbortSignal.timeout(longestStartMs);
    for (;;) {
      const address = readyLine.exec(this.output)?.[1];
      if (address) return new URL(address);
      if (this.#hasEnded()) throw new Error(`The host ended before it was ready:\n${this.output}`);
      const more = this.#child.stdout ? once(this.#child.stdout, 'data', { signal: limit }) : this.#ended;
      await Promise.race([more, this.#ended]);
    }
  }

  /** The processor's time it has used so far, in milliseconds, all threads together; only Linux tells. */
  processorMs(): number | undefined {
    if (process.platform !== 'linux') return undefined;
    // The name in brackets may hold anything; user and system time are fields 14 and 15, in hundredths of a second.
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** Ends it as a crash does: it gets no chance to finish anything. */
  async kill(): Promise<void> {
    if (!this.#hasEnded()) this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** Ends it as a person does. Throws when that was not clean. */
  async stop(): Promise<void> {
    if (!this.#hasEnded()) this.#child.kill('SIGTERM');
    await this.#ended;
    if (this.#child.exitCode !== 0) throw new Error(`The host did not stop cleanly:\n${this.output}`);
  }

  #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}
