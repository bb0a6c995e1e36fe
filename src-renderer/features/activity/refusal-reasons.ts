import { type ErrorCode, errorCodes, errorText } from '../../../src-shared/errors';

/** Why a call was refused, told of somebody else: the sentences for errors speak to the person who called. */
const reasons: Partial<Record<ErrorCode, string>> = {
  NOT_ALLOWED: 'They do not have the permission this needs.',
  BEYOND_OWN_RIGHTS: 'It would have gone beyond their own rights.',
  OWN_ACCOUNT: 'Nobody may do this to their own account.',
  LAST_SUPERUSER: 'It would have left the office without an active superuser.',
  NOT_SIGNED_IN: 'Nobody was signed in at that window.',
  ALREADY_SIGNED_IN: 'Somebody was signed in at that window already.',
  SESSION_LOCKED: 'The window was locked.',
  NOT_LOCKED: 'The window was not locked.',
  MUST_CHANGE_PASSWORD: 'They had to choose a password of their own first.',
  AWAITING_APPROVAL: 'Their account was waiting for approval.',
  REAUTHENTICATION_NEEDED: 'They did not confirm who they are by their password.',
  WRONG_PASSWORD: 'The password was wrong.',
  SIGN_IN_FAILED: 'The sign-in name and the password did not go together.',
  SIGN_IN_WAIT: 'Too many tries had failed before.',
  OFFICE_EXISTS: 'There is an office already.',
  UNKNOWN_PROCEDURE: 'This version of Steward does not know that request.',
};

export function refusalReason(code: string): string {
  const known = errorCodes.find((errorCode) => errorCode === code);
  return known ? (reasons[known] ?? errorText(known).message) : code;
}
