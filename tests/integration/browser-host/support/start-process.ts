import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const start = resolve(import.meta.dirname, '../../../../scripts/start.mjs');
const readyLine = /^Steward is ready: (http:\/\/127\.0\.0\.1:\d+\/#key=\S+)\n/m;

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** `npm start` as a process of its own, ended with the test. */
export class StartProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;
  #output = '';

  constructor(
    args: readonly string[],
    environment: Readonly<Record<string, string | undefined>> = {},
    node: string = process.execPath,
  ) {
    const env = { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, ...environment };
    const child = spawn(node, [start, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      this.#output += chunk;
    });
    // A run of these tests alone may have to build first.
    const errors = text(child.stderr).then((written) => written.replace(/^Building Steward, .*\n/m, ''));
    this.#ended = once(child, 'close').then(async ([code]) => ({ code, output: this.#output, errors: await errors }));
    onTestFinished(async () => {
      child.kill('SIGTERM');
      await this.#ended;
    });
  }

  /** What it has printed so far. */
  get output(): string {
    return this.#output;
  }

  /** The address it prints once it accepts connections. */
  async ready(): Promise<URL> {
    for (;;) {
      const url = readyLine.exec(this.#output)?.[1];
      if (url) return new URL(url);
      const ended = await Promise.race([this.#ended, once(this.#child.stdout ?? this.#child, 'data')]);
      if ('code' in ended) throw new Error(`It ended before it was ready: ${JSON.stringify(ended)}`);
    }
  }

  ended(): Promise<Ended> {
    return this.#ended;
  }

  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<Ended> {
    this.#child.kill(signal);
    return this.#ended;
  }
}
