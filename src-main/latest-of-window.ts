/**
 * Work that takes long and of which a window needs only the latest, one after the other: what a window has asked for
 * anew before it was begun is not done. Somebody who types does not have to wait for every letter.
 */
export class LatestOfWindow {
  readonly #latest = new Map<string, symbol>();
  #tail: Promise<unknown> = Promise.resolve();

  /** @returns null where the same window has asked again before its turn came */
  run<T>(window: string, work: () => Promise<T>): Promise<T | null> {
    const asked = Symbol(window);
    this.#latest.set(window, asked);
    const turn = this.#tail.then(() => {
      if (this.#latest.get(window) !== asked) return null;
      this.#latest.delete(window);
      return work();
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }
}
