import { type CallError, type ErrorCode, type ErrorParams, errorText } from '../src-shared/errors';

/** The person can fix it: a code, its parameters and, where one is to blame, the field of the input. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
  readonly fields?: Readonly<Record<string, ErrorCode>>;

  constructor(code: ErrorCode, params?: ErrorParams, fields?: Readonly<Record<string, ErrorCode>>) {
    super(errorText(code, params).message);
    this.code = code;
    this.params = params;
    this.fields = fields;
  }

  /** An error that belongs to one field, under which it is shown: the call as a whole says `INPUT_INVALID`. */
  static inField(field: string, code: ErrorCode, params?: ErrorParams): UserError {
    return new UserError(code, params, { [field]: code });
  }
}

/** The disk, a file or another process is in the way: the sentence says what to do about it. */
export class OperationalError extends Error {
  override readonly name = 'OperationalError';
  readonly code: ErrorCode;
  readonly params?: ErrorParams;

  constructor(code: ErrorCode, params?: ErrorParams, options?: { cause: unknown }) {
    super(errorText(code, params).message, options);
    this.code = code;
    this.params = params;
  }
}

/** What a caller is told of a known error. */
export function callErrorOf(error: UserError | OperationalError): CallError {
  const text = errorText(error.code, error.params);
  if (!(error instanceof UserError) || !error.fields) return text;
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([field, code]) => [field, errorText(code, error.params)]),
  );
  return { ...text, fields };
}
