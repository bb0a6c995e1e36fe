import { onTestFinished } from 'vitest';
import { type BrowserHost, type BrowserHostOptions, startBrowserHost } from '../../../../src-main/hosts/browser/server';
import { ManualClock } from '../../../support/manual-clock';
import { EventReader } from './event-reader';
import { type HttpAnswer, open, responseTo, send } from './http';
import { rendererFolder } from './renderer-folder';
import { TransportApp } from './transport-app';

/** A running host with a page of one line, closed with the test. */
export class TestHost {
  readonly app: TransportApp;
  readonly clock: ManualClock;
  readonly reported: unknown[];
  readonly #host: BrowserHost;
  #isClosed = false;

  private constructor(host: BrowserHost, app: TransportApp, clock: ManualClock, reported: unknown[]) {
    this.#host = host;
    this.app = app;
    this.clock = clock;
    this.reported = reported;
  }

  static async start(limits: BrowserHostOptions['limits'] = {}): Promise<TestHost> {
    const app = new TransportApp();
    const clock = new ManualClock();
    const reported: unknown[] = [];
    const report = (error: unknown) => reported.push(error);
    const running = await startBrowserHost({
      app,
      rendererDir: await rendererFolder(),
      port: 0,
      clock,
      limits,
      report,
    });
    const host = new TestHost(running, app, clock, reported);
    onTestFinished(async () => {
      app.release();
      await host.close();
    });
    return host;
  }

  get url(): URL {
    return new URL(this.#host.url);
  }

  get port(): number {
    return Number(this.url.port);
  }

  get key(): string {
    return new URLSearchParams(this.url.hash.slice(1)).get('key') ?? '';
  }

  /** What a browser sends along with a call of our own page. */
  get ownHeaders(): Record<string, string> {
    return {
      host: this.url.host,
      origin: this.url.origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    };
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#host.close();
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    return send(this.port, {
      method: 'POST',
      path,
      headers: { ...this.ownHeaders, ...headers },
      body: JSON.stringify(body),
    });
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    return send(this.port, { path, headers: { host: this.url.host, ...headers } });
  }

  /** Trades the launch key for the token of a new window. */
  async openWindow(): Promise<string> {
    const answer = await this.post('/api/session', { key: this.key });
    if (answer.status !== 200) throw new Error(`No window was opened: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text).token;
  }

  call(token: string, procedure: string, input: unknown = {}): Promise<HttpAnswer> {
    return this.post('/api/call', { procedure, input }, { 'x-steward-session': token });
  }

  /** The name by which the application knows the window with this token. */
  async nameOf(token: string): Promise<string> {
    return JSON.parse((await this.call(token, 'echo')).text).data.window;
  }

  async events(token: string): Promise<EventReader> {
    const headers = { ...this.ownHeaders, 'x-steward-session': token };
    const outgoing = open(this.port, { method: 'POST', path: '/api/events', headers });
    outgoing.end('{}');
    return new EventReader(outgoing, await responseTo(outgoing));
  }
}
