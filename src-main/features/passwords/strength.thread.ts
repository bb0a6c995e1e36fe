// Runs in a worker thread, where the word lists, some megabytes, are kept too. Tests load this very file, so its
// imports carry their ending.
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as everywhere from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { answerJobs } from '../../threads/jobs.ts';
import { beyondTheObvious } from './beyond-the-obvious.ts';
import type { Strength, StrengthQuestion } from './strength.ts';

/** What comes after so many characters makes a password no easier to guess. */
const judgedCharacters = 64;
/** Ways to read signs as letters, as in "pa$$w0rd", that are tried: each takes as long as the password itself. */
const judgedSubstitutions = 10;

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...everywhere.dictionary, ...english.dictionary },
  graphs: everywhere.adjacencyGraphs,
  // Without bounds a hundred characters full of digits and signs take more than a second.
  maxLength: judgedCharacters,
  l33tMaxSubstitutions: judgedSubstitutions,
});
const common: ReadonlySet<string> = new Set(everywhere.dictionary['passwords-common']);

answerJobs(estimate);

function estimate({ password, about }: StrengthQuestion): Strength {
  const scores = [password, beyondTheObvious(password, about)].map((text) => zxcvbn.check(text).score);
  return { score: Math.min(...scores) as Strength['score'], isCommon: common.has(password.toLowerCase()) };
}
