import { randomUUID } from 'node:crypto';
import type { App } from '../../app';
import type { Clock } from '../../clock';
import type { Limits } from './limits';
import { digestOf, newSecret } from './secrets';

/** A tab of a browser, let in by the launch key and recognised by its token. */
export class BrowserWindow {
  /** The name by which the application knows this window; another one after it was taken for closed. */
  name: string = randomUUID();
  tokenDigest: string;
  seenAt: number;
  /** Streams and calls that are open right now: a window that has any is there. */
  presences = 0;
  /** Its stream of events was ended to make room for another window's. */
  isParked = false;
  isTakenForClosed = false;

  constructor(tokenDigest: string, seenAt: number) {
    this.tokenDigest = tokenDigest;
    this.seenAt = seenAt;
  }
}

/**
 * The windows by their tokens. A window without a sign of life for a while is taken for closed: its session is ended,
 * and should it come back after all (a browser puts unused tabs to sleep), its token lets it in, signed out.
 */
export class BrowserWindows {
  readonly #byDigest = new Map<string, BrowserWindow>();
  readonly #app: App;
  readonly #clock: Clock;
  readonly #limits: Limits;

  constructor(app: App, clock: Clock, limits: Limits) {
    this.#app = app;
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Lets a new window in and answers its token. */
  open(): string {
    this.forgetClosed();
    if (this.#byDigest.size >= this.#limits.windows) this.#drop(this.#longestUnseen());
    const token = newSecret();
    const digest = digestOf(token);
    this.#byDigest.set(digest, new BrowserWindow(digest, this.#clock.now()));
    return token;
  }

  find(token: string): BrowserWindow | null {
    this.forgetClosed();
    return this.#byDigest.get(digestOf(token)) ?? null;
  }

  /** The window is there until the returned function is called. */
  enter(window: BrowserWindow): () => void {
    let isPresent = true;
    window.presences += 1;
    window.isTakenForClosed = false;
    window.seenAt = this.#clock.now();
    return () => {
      if (!isPresent) return;
      isPresent = false;
      window.presences -= 1;
      window.seenAt = this.#clock.now();
    };
  }

  /** The old token is worthless from here on. */
  renewToken(window: BrowserWindow): string {
    this.#byDigest.delete(window.tokenDigest);
    const token = newSecret();
    window.tokenDigest = digestOf(token);
    this.#byDigest.set(window.tokenDigest, window);
    return token;
  }

  /** Ends the sessions of windows that are gone. Asked at every call, so that no timer decides how long one lives. */
  forgetClosed(): void {
    const now = this.#clock.now();
    const { goneAfterMs, parkedGoneAfterMs } = this.#limits;
    for (const window of this.#byDigest.values()) {
      const silence = now - window.seenAt;
      if (window.isTakenForClosed || window.presences > 0) continue;
      if (silence <= (window.isParked ? parkedGoneAfterMs : goneAfterMs)) continue;
      window.isTakenForClosed = true;
      this.#app.forget(window.name);
      window.name = randomUUID();
    }
  }

  #longestUnseen(): BrowserWindow | undefined {
    const [first] = [...this.#byDigest.values()].sort((a, b) => a.presences - b.presences || a.seenAt - b.seenAt);
    return first;
  }

  #drop(window: BrowserWindow | undefined): void {
    if (!window) return;
    this.#byDigest.delete(window.tokenDigest);
    this.#app.forget(window.name);
  }
}
