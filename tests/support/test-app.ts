import { onTestFinished } from 'vitest';
import { type App, type AppOptions, createApp } from '../../src-main/app';
import type { Answer, InputOf, OutputOf, ProcedureName } from '../../src-shared/contract';
import type { ErrorCode } from '../../src-shared/errors';
import { ManualClock } from './manual-clock';
import { temporaryFolder } from './temporary-folder';

export const readerThread = new URL('../../src-main/store/readers/reader.thread.ts', import.meta.url);
export const strengthThread = new URL('../../src-main/features/passwords/strength.thread.ts', import.meta.url);

/** The whole application on a folder of its own, asked through its one door as a host does it. */
export class TestApp {
  readonly clock: ManualClock;
  /** What the application reported as unexpected. A test that provokes one takes it out of here. */
  readonly reported: unknown[] = [];
  readonly options: AppOptions;
  #app: App | null = null;

  constructor(dataDir: string, overrides: Partial<AppOptions> = {}) {
    this.clock = overrides.clock instanceof ManualClock ? overrides.clock : new ManualClock();
    this.options = {
      dataDir,
      host: 'browser',
      clock: this.clock,
      readerThread,
      strengthThread,
      keyStore: null,
      report: (error) => this.reported.push(error),
      ...overrides,
    };
  }

  get app(): App {
    if (!this.#app) throw new Error('The application is not running: call start() first.');
    return this.#app;
  }

  async start(): Promise<void> {
    this.#app = await createApp(this.options);
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  /** What a host does at its next start: every session is gone and the store has to be opened again. */
  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  async call<N extends ProcedureName>(window: string, name: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
    return (await this.send(window, name, input)) as Answer<OutputOf<N>>;
  }

  /** For a call that must succeed: answers what it answers, or fails the test with the error. */
  async ask<N extends ProcedureName>(window: string, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await this.call(window, name, input);
    if (answer.ok) return answer.data;
    throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`, { cause: this.reported.at(-1) });
  }

  /** For a call that must be refused: answers the code of the refusal, or fails the test. */
  async refusal<N extends ProcedureName>(window: string, name: N, input: InputOf<N>): Promise<ErrorCode> {
    const answer = await this.call(window, name, input);
    if (!answer.ok) return answer.error.code;
    throw new Error(`${name} was not refused; it answered ${JSON.stringify(answer.data)}`);
  }

  /** Anything at all, as a hostile window could send it. */
  async send(window: string, name: string, input: unknown): Promise<Answer> {
    return (await this.app.call(window, name, input)).answer;
  }

  assertNothingReported(): void {
    if (this.reported.length === 0) return;
    throw new AggregateError(this.reported, `The application reported: ${this.reported.map(String).join('; ')}`);
  }
}

/** A running application with an empty folder. It is closed with the test, which fails if anything unexpected was reported. */
export async function startTestApp(overrides: Partial<AppOptions> = {}): Promise<TestApp> {
  const app = new TestApp(overrides.dataDir ?? (await temporaryFolder()), overrides);
  await app.start();
  onTestFinished(async () => {
    await app.close();
    app.assertNothingReported();
  });
  return app;
}
