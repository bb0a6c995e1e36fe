import { z } from 'zod';
import { whyANewPasswordIsRefused } from '../errors';
import { staffPermissions } from '../permissions';
import { accountHolders, everybody, procedure, sessionStates } from './define';
import { newPassword, nothing, publicId, typedName, typedPassword } from './shapes';

const signedInStates = ['must-change-password', 'locked', 'awaiting-approval', 'full'] as const;

/** What a window needs to know about itself to show the right screen. */
export const sessionView = z.strictObject({
  state: z.enum(sessionStates),
  host: z.enum(['desktop', 'browser']),
  officeName: z.string().nullable(),
  user: z
    .strictObject({
      id: publicId,
      email: z.string(),
      givenName: z.string(),
      familyName: z.string(),
      isStaff: z.boolean(),
      isSuperuser: z.boolean(),
      permissions: z.array(z.enum(staffPermissions)),
    })
    .nullable(),
  /** After this long without a touch or a change the window locks itself. Null when nobody is signed in. */
  idleLockMs: z.int().nullable(),
  passwordMinLength: z.int(),
  /** For so many days an account that is deleted can be restored. Null when nobody is signed in. */
  trashDays: z.int().nullable(),
  /** The passphrase is probably lost, so the person is told to set a new one. */
  wasOpenedByRecoveryCode: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;

export const session = {
  /** Never extends the session, so that it may be polled. */
  state: procedure({
    access: 'read',
    audience: everybody,
    sessions: sessionStates,
    scope: 'own account',
    input: nothing,
    output: sessionView,
  }),
  signIn: procedure({
    access: 'write',
    audience: everybody,
    sessions: ['signed-out'],
    scope: 'own account',
    input: z.strictObject({ signInName: typedName, password: typedPassword }),
    output: sessionView,
    errors: ['SIGN_IN_FAILED', 'SIGN_IN_WAIT', 'PASSWORD_EXPIRED', 'ACCOUNT_DEACTIVATED'],
  }),
  signOut: procedure({
    access: 'write',
    audience: accountHolders,
    sessions: signedInStates,
    scope: 'own account',
    input: nothing,
    output: sessionView,
  }),
  /** Tells that the person is at the desk. Sent after real key presses and pointer moves only. */
  touch: procedure({
    access: 'write',
    audience: accountHolders,
    sessions: ['must-change-password', 'awaiting-approval', 'full'],
    scope: 'own account',
    input: nothing,
    output: nothing,
  }),
  lock: procedure({
    access: 'write',
    audience: accountHolders,
    sessions: ['must-change-password', 'awaiting-approval', 'full'],
    scope: 'own account',
    input: nothing,
    output: sessionView,
  }),
  unlock: procedure({
    access: 'write',
    audience: accountHolders,
    sessions: ['locked'],
    scope: 'own account',
    input: z.strictObject({ password: typedPassword }),
    output: sessionView,
    errors: ['WRONG_PASSWORD', 'SIGN_IN_WAIT'],
  }),
  reauthenticate: procedure({
    access: 'write',
    audience: accountHolders,
    scope: 'own account',
    input: z.strictObject({ password: typedPassword }),
    output: nothing,
    errors: ['WRONG_PASSWORD', 'SIGN_IN_WAIT'],
  }),
  /** Signs the person's other windows out. */
  changeOwnPassword: procedure({
    access: 'write',
    audience: accountHolders,
    sessions: ['must-change-password', 'full'],
    scope: 'own account',
    input: z.strictObject({ currentPassword: typedPassword, newPassword }),
    output: sessionView,
    errors: ['WRONG_PASSWORD', 'SIGN_IN_WAIT', 'PASSWORD_UNCHANGED', ...whyANewPasswordIsRefused],
  }),
};
