/** Deletes one kind of record for good. */
interface Purging {
  /** Some of those whose time in the trash is over: so few at once that nobody waits for it. */
  purgeSome(now: number): Promise<void>;
}

/** Comes round to what has been in the trash for too long. Until then it only counts as purged. */
export class TrashPurge {
  readonly #kinds: readonly Purging[];
  #purging: Promise<void> = Promise.resolve();

  constructor(kinds: readonly Purging[]) {
    this.#kinds = kinds;
  }

  purgeDue(now: number): Promise<void> {
    const turn = this.#purging.then(async () => {
      for (const kind of this.#kinds) await kind.purgeSome(now);
    });
    this.#purging = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when what is under way has ended, so that the store can be closed. */
  async settled(): Promise<void> {
    await this.#purging;
  }
}
