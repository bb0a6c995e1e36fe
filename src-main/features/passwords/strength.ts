import { OperationalError, UserError } from '../../errors';
import { JobThread } from '../../threads/job-thread';

export interface StrengthQuestion {
  readonly password: string;
  /** The person's own names, e-mail and office. */
  readonly about: readonly string[];
}

export interface Strength {
  /** 0 (guessed at once) to 4 (very hard to guess). */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** It stands on the list of common passwords as it is. */
  readonly isCommon: boolean;
}

interface Waiting {
  readonly question: StrengthQuestion;
  readonly window: string | null;
  resolve(strength: Strength): void;
  reject(error: Error): void;
}

/** Far longer than any estimate takes, also the first one, which has to wait for the word lists. */
const usualLimitMs = 30_000;
/** The word lists take ninety megabytes and half a second to load, and passwords are chosen now and then. */
const keptFor = 60_000;
/** More than the fields of one form. Who asks faster than that is typing, and no longer wants the oldest answer. */
const waitingPerWindow = 4;

/**
 * How hard a password is to guess. Finding out is work without a pause, so a thread of its own does it, one
 * question at a time. What cannot be found out is not taken for strong: PASSWORD_NOT_JUDGED, and the next try starts
 * the thread anew.
 */
export class StrengthEstimator {
  readonly #thread: JobThread<StrengthQuestion>;
  readonly #limitMs: number;
  readonly #waiting: Waiting[] = [];
  #isWorking = false;

  constructor(thread: URL, limitMs = usualLimitMs) {
    this.#thread = new JobThread('strength', thread, { idleMs: keptFor });
    this.#limitMs = limitMs;
  }

  /**
   * @param window whose person is typing; null for a password that is to be saved, which waits as long as it takes
   * @throws UserError, OperationalError PASSWORD_NOT_JUDGED
   */
  estimate(question: StrengthQuestion, window: string | null): Promise<Strength> {
    if (window !== null) this.#makeRoom(window);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, window, resolve, reject });
      if (!this.#isWorking) void this.#work();
    });
  }

  /** Refuses the questions under way and every later one. */
  close(): Promise<void> {
    return this.#thread.close();
  }

  #makeRoom(window: string): void {
    const [oldest, ...others] = this.#waiting.filter((waiting) => waiting.window === window);
    if (!oldest || others.length + 1 < waitingPerWindow) return;
    this.#waiting.splice(this.#waiting.indexOf(oldest), 1);
    oldest.reject(new UserError('PASSWORD_NOT_JUDGED'));
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      try {
        next.resolve((await this.#thread.run(next.question, this.#limitMs)) as Strength);
      } catch (cause) {
        next.reject(new OperationalError('PASSWORD_NOT_JUDGED', undefined, { cause }));
      }
    }
    this.#isWorking = false;
  }
}
