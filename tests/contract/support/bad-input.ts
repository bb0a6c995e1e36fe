import type { ErrorCode } from '../../../src-shared/errors';

/** Something no window of ours sends, and what must be said of it: where it is wrong, and how. */
export interface BadInput {
  readonly input: unknown;
  readonly field: string;
  readonly code: ErrorCode;
}

/** Of nobody and nothing. */
export const id = 'A'.repeat(22);
export const surplus: BadInput = { input: { surplus: true }, field: 'surplus', code: 'FIELD_UNKNOWN' };
export const noId: BadInput = { input: { version: 1 }, field: 'id', code: 'FIELD_REQUIRED' };
export const noRecordsVersion: BadInput = { input: { id, version: 0 }, field: 'version', code: 'FIELD_TOO_SMALL' };
/** An account is named by nobody but the office: what belongs to whom comes from the session. */
export const anotherAccount: BadInput = { input: { accountId: id }, field: 'accountId', code: 'FIELD_UNKNOWN' };
