/** A stream of numbers that is the same for the same seed, in every run and on every computer. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. Mulberry32: 32 bits of state are plenty for made-up people. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  isTrue(share: number): boolean {
    return this.next() < share;
  }

  digits(count: number): string {
    let digits = '';
    while (digits.length < count) digits += this.below(10);
    return digits;
  }

  publicId(): string {
    const bytes = Buffer.allocUnsafe(16);
    for (let offset = 0; offset < 16; offset += 4) bytes.writeUInt32LE(this.below(2 ** 32), offset);
    return bytes.toString('base64url');
  }
}

/** Picks by weight. */
export class Choice<T> {
  readonly #values: readonly T[];
  readonly #upTo: readonly number[];

  constructor(weighted: readonly (readonly [value: T, weight: number])[]) {
    let sum = 0;
    this.#values = weighted.map(([value]) => value);
    this.#upTo = weighted.map(([, weight]) => {
      sum += weight;
      return sum;
    });
  }

  /**
   * The first is picked twice as often as the second, three times as often as the third and so on, as family names are.
   * @param shift flattens the beginning, where no name is much more common than the next
   */
  static byZipf<T>(values: readonly T[], shift = 0): Choice<T> {
    return new Choice(Choice.zipfWeights(values, shift));
  }

  /** The weights by which `byZipf` picks. */
  static zipfWeights<T>(values: readonly T[], shift = 0): (readonly [value: T, weight: number])[] {
    return values.map((value, index) => [value, 1 / (index + 1 + shift)] as const);
  }

  pick(random: Random): T {
    const wanted = random.next() * (this.#upTo.at(-1) ?? 0);
    let low = 0;
    let high = this.#upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#upTo[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const value = this.#values[low];
    if (value === undefined) throw new Error('There is nothing to choose from.');
    return value;
  }
}
