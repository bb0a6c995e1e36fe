import type { Events } from '../../events';

/** What of the office has become another by what was settled. */
export interface Settled {
  /** Whether somebody was let in or held back. */
  readonly isAccessChanged: boolean;
  readonly isProfileChanged: boolean;
}

/** Tells windows what was settled: of hundreds of slices not each by itself, but all of them in the end. */
export class SettleNews {
  readonly #events: Events;
  readonly #everyMs: number;
  #untold: Settled | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;

  /** @param everyMs how often windows are told at most */
  constructor(events: Events, everyMs = 0) {
    this.#events = events;
    this.#everyMs = everyMs;
  }

  add({ isAccessChanged, isProfileChanged }: Settled): void {
    this.#untold = {
      isAccessChanged: isAccessChanged || (this.#untold?.isAccessChanged ?? false),
      isProfileChanged: isProfileChanged || (this.#untold?.isProfileChanged ?? false),
    };
    if (performance.now() - this.#toldAt >= this.#everyMs) this.tell();
  }

  /** What windows have not been told yet, if there is anything. */
  tell(): void {
    if (!this.#untold) return;
    const { isAccessChanged, isProfileChanged } = this.#untold;
    this.#untold = null;
    this.#toldAt = performance.now();
    this.#events.changed('moderation');
    if (isProfileChanged) this.#events.changed('profiles');
    if (isAccessChanged || isProfileChanged) this.#events.changed('accounts', 'dashboard');
    if (isAccessChanged) this.#events.everySession();
  }
}
