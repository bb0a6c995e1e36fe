import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const resolveTypeScript = new URL('./resolve-typescript.ts', import.meta.url).href;

/** A real second process that runs a TypeScript file of the tests and reports by printing lines. */
export class SecondProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(file: URL, args: readonly string[]) {
    this.#child = spawn(process.execPath, ['--import', resolveTypeScript, fileURLToPath(file), ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdout } = this.#child;
    if (!stdout) throw new Error('The second process has no output.');
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
    onTestFinished(() => this.kill());
  }

  /** The next line it prints; fails when it ends without one. */
  async nextLine(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('The second process ended without saying anything more.');
    return value;
  }

  /** Ends it as a power cut would: it gets no chance to clean up. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
