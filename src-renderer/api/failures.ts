import { type CallError, type ErrorCode, errorMessages } from '../../src-shared/errors';

/** The main side refused a call, and says why. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly error: CallError;
  readonly procedure: string;
  /** The person closed the question for the password: they know why nothing happened, so nothing is shown. */
  readonly isDeclined: boolean;

  constructor(procedure: string, error: CallError, isDeclined = false) {
    super(error.message);
    this.procedure = procedure;
    this.error = error;
    this.isDeclined = isDeclined;
  }
}

/** The main side could not be reached at all; the same call may well work in a moment. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';

  constructor(options?: { cause: unknown }) {
    super('Steward does not answer. Check that it is still running, then try again.', options);
  }
}

/** The main side does not know this window: its key was never traded for a session, or Steward was started anew. */
export class WindowUnknown extends Error {
  override readonly name = 'WindowUnknown';

  constructor() {
    super(errorMessages.WINDOW_UNKNOWN);
  }
}

/** The person thought better of it, in a question that comes before the call: nothing was sent, and nothing is shown. */
export class Declined extends Error {
  override readonly name = 'Declined';
}

export function isDeclined(failure: unknown): boolean {
  return failure instanceof Declined || (failure instanceof CallFailure && failure.isDeclined);
}

export function hasCode(failure: unknown, code: ErrorCode): failure is CallFailure {
  return failure instanceof CallFailure && failure.error.code === code;
}

/** Whether a read was refused for what its address asks for: there is no such record or page. */
export function isWrongAddress(failure: unknown): boolean {
  return hasCode(failure, 'NOT_FOUND') || hasCode(failure, 'INPUT_INVALID');
}

/** Whether nobody can say what to do about it, so that whoever supports this office needs to know more. */
export function isUnforeseen(failure: unknown): boolean {
  if (failure instanceof CallFailure) return failure.error.code === 'INTERNAL';
  return !(failure instanceof TransportFailure || failure instanceof WindowUnknown);
}

/** What to tell the person. Errors of the screen itself say nothing that would help, so they get a sentence of ours. */
export function failureSentence(failure: unknown): string {
  if (failure instanceof CallFailure || failure instanceof TransportFailure || failure instanceof WindowUnknown) {
    return failure.message;
  }
  return 'Something went wrong on this screen. Try again; if it stays, copy the details for support.';
}
