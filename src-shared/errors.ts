import type { z } from 'zod';

export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * Every sentence an error can say, by its code. `{name}` is filled from the error's parameters.
 * Each names the thing and the way out.
 */
export const errorMessages = {
  // The door
  INPUT_INVALID: 'Some of what was entered cannot be accepted. Correct the marked fields and try again.',
  UNKNOWN_PROCEDURE: 'This version of Steward does not know that request. Close the window and open it again.',
  WINDOW_UNKNOWN: 'Open Steward with the address it printed at its start.',
  REQUEST_REFUSED: 'This request does not come from a window of Steward and was refused.',
  REQUEST_TOO_LARGE: 'What was entered is too long to be sent. Shorten it and try again.',
  CLOSING: 'Steward is closing. Start it again to go on.',
  NO_OFFICE: 'There is no office in this folder yet. Set one up first.',
  OFFICE_EXISTS: 'This folder already has an office. Open it instead of setting up another.',
  SETUP_UNDER_WAY: 'Another window is setting the office up at this moment. Wait until it is done.',
  STORE_LOCKED: 'The store is locked. Open it first.',
  STORE_OPEN: 'The store is already open.',
  NOT_SIGNED_IN: 'You are not signed in. Sign in and try again.',
  ACCESS_TO_ACCOUNT_ENDED:
    'You were signed out: the account you acted for was deactivated or deleted. Ask the office if you think this is wrong.',
  LOGIN_SWITCHED_OFF: 'You were signed out: your login was switched off. Ask the account holder if you still need it.',
  PERMISSIONS_CHANGED: 'You were signed out: what you may do was changed. Sign in again to go on.',
  ALREADY_SIGNED_IN: 'Somebody is signed in at this window. Sign out first.',
  SESSION_LOCKED: 'This window is locked. Enter your password to go on.',
  NOT_LOCKED: 'This window is not locked.',
  MUST_CHANGE_PASSWORD: 'Choose a password of your own before you go on.',
  AWAITING_APPROVAL: 'Your account is waiting for approval.',
  NOT_ALLOWED: 'You do not have the permission this needs. Ask a superuser if you should have it.',
  REAUTHENTICATION_NEEDED: 'Enter your password again to confirm that it is you.',
  INTERNAL:
    'Something went wrong inside Steward. Look whether your change is there before you try again; if it stays, copy the details for support.',
  // The start
  PAGE_MISSING:
    'The pages of Steward are missing from {folder}. Install Steward again, or build it with "npm run build".',
  PORT_TAKEN: 'Port {port} cannot be used: {why}. Choose another with --port, or 0 for any free one.',
  PASSPHRASE_FILE_UNUSABLE:
    'The passphrase file {file} cannot be used: {why} Correct it, or choose another with --passphrase-file.',
  // What the disk and the folder can do to us
  DISK_FULL: 'The disk is full and nothing was changed. Free some space on it and try again.',
  FOLDER_READ_ONLY:
    'Steward may not write in the folder {folder}. Give your user write access to it, or choose another with --data-dir.',
  ALREADY_RUNNING: 'Steward is already running with the folder {folder}. Use that one, or close it first.',
  NO_FILES: 'The folder {folder} cannot be used: {why}. Choose another with --data-dir.',
  KEY_FILE_MISSING:
    'The key file {file} is missing, and the store cannot be opened without it. Put it back from your copy of the folder.',
  KEY_FILE_DAMAGED: 'The key file {file} is damaged. Put it back from your copy of the folder.',
  KEY_FILE_NEWER: 'The key file {file} was made by a newer version of Steward. Install that version or a later one.',
  STORE_FILE_MISSING:
    'The store {file} is missing while its key file is there. Put it back from your copy of the folder.',
  STORE_DAMAGED: 'The store {file} is damaged and was left as it is. Put the whole folder back from your latest copy.',
  STORE_NEWER:
    'The store was made by a newer version of Steward. Install that version or a later one; nothing was changed.',
  MIGRATION_FAILED:
    'The store could not be brought up to date and was left as it was; a copy is in {copy}. Go on with the previous version and report the step {step}.',
  STORE_BUSY: 'Another program holds the store. Close it and try again.',
  // Opening the store
  WRONG_PASSPHRASE: 'That passphrase does not open the store. Check for typing errors, or use the recovery code.',
  WRONG_RECOVERY_CODE: 'That recovery code is not the one of this office. Check it against the printed sheet.',
  RECOVERY_CODE_USED: 'That recovery code has been used. Sign in and print a new one under Settings.',
  NO_SUCH_WAY: 'The store is not set up to be opened that way.',
  KEY_STORE_UNAVAILABLE: 'The key store of this computer cannot be used here. Use a passphrase.',
  KEY_STORE_FAILED:
    'The key store of this computer did not give back the key. Use the passphrase or the recovery code.',
  LAST_WAY: 'This is the only way left to open the store from day to day. Set a passphrase first.',
  // Signing in
  SIGN_IN_FAILED: 'That sign-in name and password do not go together. Check both and try again.',
  SIGN_IN_WAIT: 'Too many failed tries. Wait {seconds} seconds, then try again.',
  PASSWORD_EXPIRED: 'This one-time password is no longer valid. Ask whoever gave it to you for a new one.',
  ACCOUNT_DEACTIVATED: 'This account is deactivated. Ask the office to activate it.',
  WRONG_PASSWORD: 'That is not your password. Try again.',
  NOT_A_SUPERUSER: 'No active superuser has that e-mail.',
  // Records
  NOT_FOUND: 'This record no longer exists. Go back to the list.',
  STALE_VERSION: 'Somebody else changed this record while you had it open. Compare both versions and save again.',
  EMAIL_TAKEN: 'This e-mail is already in use.',
  EMAIL_IN_TRASH:
    'This e-mail belongs to an account in the trash. Restore that one, or delete it for good to use its e-mail again.',
  EMAIL_DIFFERS: 'This is not the e-mail of the account. Nothing was deleted; type it exactly as it stands above.',
  IN_TRASH: 'This is in the trash. Restore it first.',
  NOT_IN_TRASH: 'This is not in the trash. Delete it first.',
  REASON_NEEDED: 'Say why you change this for somebody else.',
  IDENTITY_NOT_VERIFIED: 'Make sure who asks for this, and say how you did.',
  NAME_TAKEN: 'This name is already in use.',
  BEYOND_OWN_RIGHTS: 'You can only change people, groups and permissions that do not go beyond your own rights.',
  LAST_SUPERUSER: 'This is the last active superuser. Make somebody else a superuser first.',
  OWN_ACCOUNT: 'You cannot do this to your own account. Ask a colleague.',
  GROUP_IN_USE: 'There is still somebody in this group ({count} in all). Take everybody out of it first.',
  UNKNOWN_GROUP: 'One of the chosen groups no longer exists. Choose again.',
  PROFILE_TYPE_IN_USE: 'There are profiles of this type ({count} in all). Archive it instead.',
  PROFILE_TYPE_ARCHIVED: 'This profile type is archived and takes no new profiles. Choose another.',
  PROFILE_TYPE_CHANGED:
    'This profile type was changed while the form was open. Look at its fields as they are now and save again.',
  CHOICES_NEEDED: 'Give at least two different choices.',
  FIELD_TWICE: 'There is another field of this name. Name one of them differently.',
  FIELD_KIND_FIXED: 'The kind of a field cannot be changed once it is there. Remove it and add another.',
  REMOVED_VALUES_UNDECIDED: 'Say of each field that is removed what becomes of its values.',
  USERNAME_TAKEN: 'This username is already in use. Choose another.',
  UNKNOWN_CATEGORY: 'This category no longer exists or is archived. Choose another.',
  UNKNOWN_PERMISSION:
    'One of the ticked permissions no longer exists or is archived. Look at the boxes again and save.',
  CATEGORY_IN_USE: 'There are authorized users in this category ({count} in all). Archive it instead.',
  PERMISSION_IN_USE: 'There are authorized users with this permission ({count} in all). Archive it instead.',
  ORDER_OUT_OF_DATE: 'Something was added or deleted meanwhile. Look at the list as it is now and order it again.',
  BEYOND_OWN_PERMISSIONS: 'You can only give permissions that you have yourself, to people who have none beyond them.',
  OWN_ENTRY: 'You cannot change or delete yourself. Ask the account holder.',
  NO_LOGIN: 'This person has no login. Enable it first.',
  LOGIN_OF_OFFICE: 'The office looks after this login. Ask the office to change it.',
  LOGIN_NOT_OWN_YET:
    'This person has not chosen a password of their own yet, so others may know it. Link them once they have.',
  LOGIN_OF_ACCOUNT: 'This is the login of an account of its own. Change it there.',
  OWN_LOGIN: 'Whoever has that login acts for this account already. Choose somebody else.',
  // Registration and moderation
  REGISTRATION_CLOSED: 'This office takes no registrations at the moment. Ask the office for an account.',
  REGISTRATION_WAIT: 'Many people have registered just now. Wait {seconds} seconds, then try again.',
  UNKNOWN_PROFILE_TYPE: 'This profile type can no longer be chosen. Choose another.',
  SIGN_UP_DECIDED:
    'The office is deciding on this at the moment. Look at what it says in a few seconds before you send anything.',
  NOTHING_CHANGED: 'Nothing was changed. Correct what the office has asked for, then send it again.',
  SENT_TOO_OFTEN: 'You have sent this many times within a day. Wait until tomorrow, then send it again.',
  NO_APPEAL: 'There is nothing to appeal against, or you have done so already. Ask the office.',
  STAFF_NEED_NO_APPROVAL: 'Staff never await approval. Untick one of the two.',
  CASE_DECIDED: '{name} has decided on this already. Look at the decision, and reopen it if it should be another.',
  CASE_RESUBMITTED: 'The person has sent a new version meanwhile. Look at it as it is now, then decide.',
  CASE_CLAIMED: '{name} is looking into this. Wait until they are done, or take it over.',
  CASE_OPEN: 'This is waiting already. Look at it as it is now.',
  OWN_CASE: 'This is about your own account. Leave it to a colleague.',
  SECOND_MODERATOR_NEEDED: 'You have approved this already. It needs a second moderator.',
  DECISION_REASON_NEEDED: 'Give a reason: choose a template, or write what the office should know.',
  NOTHING_TO_CORRECT:
    'This profile was added by the office, so the person has nothing to correct. Approve or reject it.',
  NOT_IN_FUTURE: 'Choose a day to come, within the next year.',
  TOO_LATE_TO_UNDO: 'This has taken effect already. Reopen it instead.',
  TAB_DECIDED: 'This is decided already. Choose a part of the queue that waits to be decided.',
  OTHERS_DECISION: 'Somebody else has decided this, and only they can undo it. Reopen it instead.',
  MESSAGE_UNFILLED: 'Nothing fills {placeholder}. Write what should stand there, or take it out.',
  UNKNOWN_TEMPLATE: 'This template no longer exists or is archived. Choose another.',
  PLACEHOLDER_MALFORMED:
    'Braces are for placeholders with a name, such as {given name}. Close each one, or take it out.',
  JOB_UNDER_WAY: 'Another bulk decision is under way. Wait until it is done, or cancel it.',
  JOB_ENDED: 'This has ended already.',
  MESSAGE_READ: 'The person has read of the decision. Reopen it instead.',
  JOB_UNDONE: 'This has been undone already.',
  WAITING_UNDECIDED: 'Say what becomes of those who wait: let them in, or keep them waiting.',
  RULE_NOT_PATTERN: '{pattern} is neither an e-mail address nor a domain, such as example.org or *.example.org.',
  RULE_TOO_WIDE:
    '{pattern} would match far too many addresses. Name a domain with at least two parts, such as example.org.',
  TOO_MANY_RULES: 'There can be {maximum} rules at most. Delete those that are no longer needed, then add others.',
  RULE_TWICE: 'There is a rule for {pattern} already. Delete that one first.',
  // Fields
  FIELD_REQUIRED: 'This is needed.',
  FIELD_TOO_SHORT: 'Use at least {minimum} characters.',
  FIELD_TOO_LONG: 'Use at most {maximum} characters.',
  FIELD_TOO_SMALL: 'Use {minimum} or more.',
  FIELD_TOO_LARGE: 'Use {maximum} or less.',
  FIELD_NOT_WHOLE: 'Use a whole number.',
  FIELD_NOT_NUMBER: 'Type a number, such as 12 or 3.5.',
  FIELD_NOT_DATE: 'Type a date that exists, as year, month and day.',
  FIELD_NOT_PHONE: 'A phone has digits in it, and no letters but an extension such as "ext. 12".',
  FIELD_NOT_USERNAME:
    'Use letters and digits, with single dots, dashes or underscores between them: no spaces and no @.',
  FIELD_NOT_EMAIL: 'This is not an e-mail address, such as name@example.org.',
  FIELD_UNPRINTABLE: 'This has characters that cannot be printed. Type it again by hand.',
  FIELD_UNKNOWN: 'This is not known here.',
  FIELD_INVALID: 'This value does not fit here.',
  PASSWORD_COMMON: 'This password is on lists of common passwords. Choose another.',
  PASSWORD_GUESSABLE: 'This password is easy to guess. Add a few unrelated words.',
  PASSWORD_UNCHANGED: 'Choose a password that is not the one you have now.',
  PASSWORDS_DIFFER: 'The two are not the same.',
  PASSWORD_NOT_JUDGED: 'How good this password is could not be found out just now. Try again in a moment.',
  WAY_NEEDED: 'Choose at least one way to open the store.',
} as const;

export type ErrorCode = keyof typeof errorMessages;
export const errorCodes = Object.keys(errorMessages) as ErrorCode[];

/** Codes that any procedure may answer, because they come from the door or the disk and not from the feature. */
export const doorErrorCodes: readonly ErrorCode[] = [
  'WINDOW_UNKNOWN',
  'REQUEST_REFUSED',
  'REQUEST_TOO_LARGE',
  'CLOSING',
  'INPUT_INVALID',
  'UNKNOWN_PROCEDURE',
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
  'NOT_ALLOWED',
  'REAUTHENTICATION_NEEDED',
  'INTERNAL',
  'DISK_FULL',
  'FOLDER_READ_ONLY',
  'KEY_FILE_MISSING',
  'STORE_FILE_MISSING',
  'STORE_DAMAGED',
  'STORE_BUSY',
  'PASSWORD_NOT_JUDGED',
];

/** Why a new password or passphrase may be refused, beyond what its schema says. */
export const whyANewPasswordIsRefused = [
  'FIELD_TOO_SHORT',
  'PASSWORD_COMMON',
  'PASSWORD_GUESSABLE',
] as const satisfies readonly ErrorCode[];

/** One error as it is shown: the code and its parameters, and the sentence made from them. */
export interface ErrorText {
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
  readonly message: string;
}

/** What a refused call answers. `fields` is keyed by the path of the input's field, such as `email` or `superuser.email`. */
export interface CallError extends ErrorText {
  readonly fields?: Readonly<Record<string, ErrorText>>;
}

/** Makes the sentence for a code. */
export function errorText(code: ErrorCode, params?: ErrorParams): ErrorText {
  const message = errorMessages[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params?.[name] ?? ''));
  return params ? { code, params, message } : { code, message };
}

/** Says a schema's complaint about a value in our own words. */
export function fieldErrorText(issue: z.core.$ZodRawIssue | z.core.$ZodIssue): ErrorText {
  switch (issue.code) {
    case 'too_small':
      if (isNumber(issue.origin)) return errorText('FIELD_TOO_SMALL', { minimum: Number(issue.minimum) });
      return issue.minimum === 1
        ? errorText('FIELD_REQUIRED')
        : errorText('FIELD_TOO_SHORT', { minimum: Number(issue.minimum) });
    case 'too_big':
      if (isNumber(issue.origin)) return errorText('FIELD_TOO_LARGE', { maximum: Number(issue.maximum) });
      return issue.origin === 'string'
        ? errorText('FIELD_TOO_LONG', { maximum: Number(issue.maximum) })
        : errorText('FIELD_INVALID');
    case 'invalid_format':
      return errorText(issue.format === 'email' ? 'FIELD_NOT_EMAIL' : 'FIELD_INVALID');
    case 'invalid_type':
      if (issue.expected === 'int') return errorText('FIELD_NOT_WHOLE');
      return errorText(issue.input === undefined || issue.input === null ? 'FIELD_REQUIRED' : 'FIELD_INVALID');
    case 'unrecognized_keys':
    case 'invalid_value':
      return errorText('FIELD_UNKNOWN');
    case 'custom': {
      const code: unknown = issue.params?.code;
      return errorText(isErrorCode(code) ? code : 'FIELD_INVALID');
    }
    default:
      return errorText('FIELD_INVALID');
  }
}

/** Zod says `int` where a number is no safe integer any more. */
function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int';
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorMessages, value);
}
