import type { MySignUp } from '../../../src-shared/contract/sign-up';

/** A sign-up as a form needs it that follows it: with a number that tells which of two came later. */
export interface ArrivedSignUp extends MySignUp {
  /** What the main side calls this state of it, which is sent back. It tells states apart, but not which is newer. */
  readonly sentVersion: number;
}

/** Counts the states of the sign-up as they come in; the same one again is no later than before. */
export class Arrivals {
  #last = 0;
  readonly #sentVersions = new Map<number, number>();

  /** @param kept what a form that was put away for a while has begun with */
  constructor(kept?: ArrivedSignUp) {
    if (!kept) return;
    this.#last = kept.version;
    this.#sentVersions.set(kept.version, kept.sentVersion);
  }

  note(signUp: MySignUp): ArrivedSignUp {
    const { version: sentVersion } = signUp;
    if (sentVersion !== this.#sentVersions.get(this.#last)) {
      this.#last += 1;
      this.#sentVersions.set(this.#last, sentVersion);
    }
    return { ...signUp, sentVersion, version: this.#last };
  }

  /** What the main side calls the state with that number. */
  sentVersionOf(version: number): number {
    const sentVersion = this.#sentVersions.get(version);
    if (sentVersion === undefined) throw new Error('Every state was noted as it came in.');
    return sentVersion;
  }
}
