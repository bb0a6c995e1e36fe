import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { beyondTheObvious } from './beyond-the-obvious';

export interface Strength {
  /** 0 (guessed at once) to 4 (very hard to guess). */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** It stands on the list of common passwords as it is. */
  readonly isCommon: boolean;
}

/** What comes after so many characters makes a password no easier to guess. */
const judgedCharacters = 64;
/** Ways to read signs as letters, as in "pa$$w0rd", that are tried: each takes as long as the password itself. */
const judgedSubstitutions = 10;

interface Loaded {
  readonly zxcvbn: ZxcvbnFactory;
  readonly common: ReadonlySet<string>;
}

/** How hard a password is to guess. The word lists are some megabytes, so they are read with the first question. */
export class StrengthEstimator {
  #loading: Promise<Loaded> | null = null;

  async estimate(password: string, about: readonly string[]): Promise<Strength> {
    this.#loading ??= load();
    const { zxcvbn, common } = await this.#loading;
    const scores = [password, beyondTheObvious(password, about)].map((text) => zxcvbn.check(text).score);
    const score = Math.min(...scores) as Strength['score'];
    return { score, isCommon: common.has(password.toLowerCase()) };
  }
}

async function load(): Promise<Loaded> {
  const [{ ZxcvbnFactory }, everywhere, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return {
    zxcvbn: new ZxcvbnFactory({
      dictionary: { ...everywhere.dictionary, ...english.dictionary },
      graphs: everywhere.adjacencyGraphs,
      // Without bounds a hundred characters full of digits and signs hold the main thread up for more than a second.
      maxLength: judgedCharacters,
      l33tMaxSubstitutions: judgedSubstitutions,
    }),
    common: new Set(everywhere.dictionary['passwords-common']),
  };
}
