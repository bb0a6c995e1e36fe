import type { ErrorCode } from './errors';

/** The refusals that say that the session is in another state than whoever called believed. */
const stateRefusals = [
  'NO_OFFICE',
  'OFFICE_EXISTS',
  'STORE_LOCKED',
  'STORE_OPEN',
  'NOT_SIGNED_IN',
  'ACCESS_TO_ACCOUNT_ENDED',
  'LOGIN_SWITCHED_OFF',
  'PERMISSIONS_CHANGED',
  'ALREADY_SIGNED_IN',
  'SESSION_LOCKED',
  'NOT_LOCKED',
  'MUST_CHANGE_PASSWORD',
  'AWAITING_APPROVAL',
] as const satisfies readonly ErrorCode[];

export type StateRefusal = (typeof stateRefusals)[number];

export function isStateRefusal(code: string): code is StateRefusal {
  return stateRefusals.some((refusal) => refusal === code);
}

/** The refusals that are kept account of: somebody tried what they may not. */
const recordedRefusals = [
  'NOT_SIGNED_IN',
  'SESSION_LOCKED',
  'MUST_CHANGE_PASSWORD',
  'AWAITING_APPROVAL',
  'NOT_ALLOWED',
  'SIGN_IN_FAILED',
  'SIGN_IN_WAIT',
  'PASSWORD_EXPIRED',
  'ACCOUNT_DEACTIVATED',
  'WRONG_PASSWORD',
  'WRONG_RECOVERY_CODE',
  'RECOVERY_CODE_USED',
  'NOT_A_SUPERUSER',
  'BEYOND_OWN_RIGHTS',
  'LAST_SUPERUSER',
  'OWN_ACCOUNT',
] as const satisfies readonly ErrorCode[];

export type RecordedRefusal = (typeof recordedRefusals)[number];

export function isRecordedRefusal(code: string): code is RecordedRefusal {
  return recordedRefusals.some((refusal) => refusal === code);
}
