import type { ServerResponse } from 'node:http';
import type { App } from '../../app';
import { plainHeaders } from '../page/headers';
import type { Limits } from './limits';
import type { BrowserWindow, BrowserWindows } from './windows';

interface EventStream {
  readonly window: BrowserWindow;
  readonly response: ServerResponse;
}

/**
 * Streams of events, one JSON object a line. A blank line begins each stream and is repeated as its heartbeat.
 * Beyond the limit the oldest stream is ended to make room. Its window may well be there still, and open another
 * stream when it is looked at again, or after a while where it is in sight: until then its calls are the only sign of life, and it is given longer for them.
 */
export class EventStreams {
  readonly #open = new Set<EventStream>();
  readonly #app: App;
  readonly #windows: BrowserWindows;
  readonly #limits: Limits;

  constructor(app: App, windows: BrowserWindows, limits: Limits) {
    this.#app = app;
    this.#windows = windows;
    this.#limits = limits;
  }

  open(window: BrowserWindow, response: ServerResponse): void {
    const [oldest] = this.#open;
    if (oldest && this.#open.size >= this.#limits.eventStreams) this.#park(oldest);

    const leave = this.#windows.enter(window);
    window.isParked = false;
    const stream = { window, response };
    this.#open.add(stream);

    const writeLine = (line: string) => {
      if (response.writableEnded || response.destroyed) return;
      response.write(`${line}\n`);
      if (response.writableLength > this.#limits.unreadEventBytes) response.destroy();
    };
    response.writeHead(200, plainHeaders('application/x-ndjson; charset=utf-8', false));
    writeLine('');
    const unsubscribe = this.#app.subscribe(window.name, (event) => writeLine(JSON.stringify(event)));
    const heartbeat = setInterval(() => writeLine(''), this.#limits.heartbeatMs);
    response.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      this.#open.delete(stream);
      leave();
    });
  }

  endAll(): void {
    for (const { response } of this.#open) response.end();
  }

  #park(stream: EventStream): void {
    this.#open.delete(stream);
    stream.window.isParked = true;
    stream.response.end();
  }
}
