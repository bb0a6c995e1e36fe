/** What a slice is to take, in milliseconds: whoever asks for something meanwhile waits that long. */
const wantedMs = 15;
const first = 20;
/** Each slice has to be made durable, which takes as long for one record as for dozens. */
const smallest = 20;
const largest = 500;

/** How many records a slice has, so that it takes as long as it may on this computer. */
export class SliceSize {
  #size = first;
  /** So many slices of a single record are left, after a slice has failed. */
  #singles = 0;

  get next(): number {
    return this.#singles > 0 ? 1 : this.#size;
  }

  /** @param ms what the slice has taken */
  note(ms: number): void {
    if (this.#singles > 0) {
      this.#singles -= 1;
      return;
    }
    // Not more than twice as many: a slice whose records were all left out says little about the next.
    const fitting = Math.floor((this.#size * wantedMs) / Math.max(ms, 0.1));
    this.#size = Math.min(Math.max(fitting, smallest), 2 * this.#size, largest);
  }

  /** One of the slice could not be done: each is done by itself, so that only that one is left out. */
  single(): void {
    this.#singles = this.#size;
  }
}
