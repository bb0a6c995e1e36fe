import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ToHost } from './movable-clock';

const longestStartMs = 20_000;
const readyLine = /^Steward is ready: (?<url>\S+)$/;

/** One process of the browser host, from its start to its end. */
export class HostProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** `onComplaint` hears every line that the host writes to its error output. */
  static async start(
    entry: string,
    options: readonly string[],
    onComplaint: (line: string) => void,
  ): Promise<HostProcess> {
    const child = fork(entry, options, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const lines: string[] = [];
    const { promise: isReady, resolve: ready } = Promise.withResolvers<string>();
    onLine(child.stdout, (line) => {
      lines.push(line);
      const url = readyLine.exec(line)?.groups?.url;
      if (url) ready(url);
    });
    onLine(child.stderr, (line) => {
      lines.push(line);
      onComplaint(line);
    });
    try {
      return new HostProcess(child, await Promise.race([isReady, endOf(child)]));
    } catch (error) {
      child.kill('SIGKILL');
      throw new Error(`The host did not start.\n${lines.join('\n')}`, { cause: error });
    }
  }

  async advance(milliseconds: number): Promise<void> {
    const advanced = once(this.#child, 'message');
    this.#send({ type: 'advance', milliseconds });
    await advanced;
  }

  /** As a person ends it: every call under way is finished, the store closed. Throws if it did not end cleanly. */
  async stop(): Promise<void> {
    if (this.#hasEnded()) return;
    const ended = once(this.#child, 'exit');
    this.#send({ type: 'stop' });
    const [code, signal] = await ended;
    if (code !== 0) throw new Error(`The host ended with ${signal ?? `code ${code}`}.`);
  }

  /** As a power cut ends it. */
  async kill(): Promise<void> {
    if (this.#hasEnded()) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #send(message: ToHost): void {
    this.#child.send(message);
  }
}

function onLine(stream: Readable | null, listener: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on('line', listener);
}

/** Never fulfilled: throws when the process ends, or takes too long to be ready. */
async function endOf(child: ChildProcess): Promise<never> {
  const [code, signal] = await once(child, 'exit', { signal: AbortSignal.timeout(longestStartMs) });
  throw new Error(`It ended with ${signal ?? `code ${code}`}.`);
}
