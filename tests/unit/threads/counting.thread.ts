// A thread that answers how many jobs it has had. Loaded as it is, so its import carries its ending.
import { answerJobs } from '../../../src-main/threads/jobs.ts';

let jobs = 0;
answerJobs(() => {
  jobs += 1;
  return jobs;
});
