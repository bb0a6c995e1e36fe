import type { MySignUp } from '../../../src-shared/contract/sign-up';

/** A sign-up as a form needs it that follows it: with a number that tells which of two came later. */
export interface ArrivedSignUp extends MySignUp {
  /** What the main side calls this state of it, which is sent back. It tells states apart, but not which is newer. */
  readonly sentVersion: number;
}

let last = { sentVersion: 0, version: 0 };

/** Counts the states of the sign-up as they come in; the same one again is no later than before. */
export function arrived(signUp: MySignUp): ArrivedSignUp {
  const { version: sentVersion } = signUp;
  if (sentVersion !== last.sentVersion) last = { sentVersion, version: last.version + 1 };
  return { ...signUp, ...last };
}
