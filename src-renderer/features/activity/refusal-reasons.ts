import { isRecordedRefusal, type RecordedRefusal } from '../../../src-shared/refusals';

/** Why a call was refused, told of somebody else: the sentences for errors speak to the person who called. */
const reasons: Readonly<Record<RecordedRefusal, string>> = {
  NOT_SIGNED_IN: 'Nobody was signed in at that window.',
  SESSION_LOCKED: 'The window was locked.',
  MUST_CHANGE_PASSWORD: 'They had to choose a password of their own first.',
  AWAITING_APPROVAL: 'Their account was waiting for approval.',
  NOT_ALLOWED: 'They do not have the permission this needs.',
  SIGN_IN_FAILED: 'The sign-in name and the password did not go together.',
  SIGN_IN_WAIT: 'Too many tries had failed before.',
  PASSWORD_EXPIRED: 'Their one-time password was no longer valid.',
  ACCOUNT_DEACTIVATED: 'Their account was deactivated.',
  WRONG_PASSWORD: 'The password was wrong.',
  WRONG_RECOVERY_CODE: 'The recovery code was not the one of this office.',
  RECOVERY_CODE_USED: 'The recovery code had been used before.',
  NOT_A_SUPERUSER: 'No active superuser has the e-mail that was entered.',
  BEYOND_OWN_RIGHTS: 'It would have gone beyond their own rights.',
  LAST_SUPERUSER: 'It would have left the office without an active superuser.',
  OWN_ACCOUNT: 'Nobody may do this to their own account.',
};

export function refusalReason(code: string): string {
  return isRecordedRefusal(code) ? reasons[code] : code;
}
