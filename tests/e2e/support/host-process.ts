import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { FromHost, ToHost } from './host-messages';

const longestStartMs = 20_000;

/** One process of the browser host, from its start to its end. */
export class HostProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** `onReport` hears of every error that the application did not expect. */
  static async start(entry: string, dataDir: string, onReport: (text: string) => void): Promise<HostProcess> {
    const child = fork(entry, [dataDir], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const output: string[] = [];
    child.stdout?.on('data', (chunk) => output.push(String(chunk)));
    child.stderr?.on('data', (chunk) => output.push(String(chunk)));
    child.on('message', (message: FromHost) => {
      if (message.type === 'reported') onReport(message.text);
    });
    const url = await firstUrl(child).catch((error) => {
      child.kill('SIGKILL');
      throw new Error(`The host did not start: ${error.message}\n${output.join('')}`);
    });
    return new HostProcess(child, url);
  }

  async advance(milliseconds: number): Promise<void> {
    const advanced = nextMessage(this.#child, 'advanced');
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

async function firstUrl(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(longestStartMs) }).then(([code]) => {
    throw new Error(`it ended with code ${code}`);
  });
  const ready = await Promise.race([nextMessage(child, 'ready'), ended]);
  return ready.url;
}

function nextMessage<T extends FromHost['type']>(
  child: ChildProcess,
  type: T,
): Promise<Extract<FromHost, { type: T }>> {
  return new Promise((resolve) => {
    const listener = (message: FromHost) => {
      if (message.type !== type) return;
      child.off('message', listener);
      resolve(message as Extract<FromHost, { type: T }>);
    };
    child.on('message', listener);
  });
}
