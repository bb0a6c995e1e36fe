// A thread that goes wrong on demand, as one would by a fault in a library. Loaded as it is, so its import carries
// its ending.
import type { StrengthQuestion } from '../../../src-main/features/passwords/strength.ts';
import { answerJobs } from '../../../src-main/threads/jobs.ts';

answerJobs(({ password }: StrengthQuestion) => {
  if (password === 'refuse') throw new Error('The estimator refuses.');
  if (password === 'crash') process.exit(1);
  while (password === 'stick');
  return { score: password.length, isCommon: false };
});
