import { z } from 'zod';
import { delegatePermissions } from '../delegate-permissions';
import { whyANewPasswordIsRefused } from '../errors';
import { staffPermissions } from '../permissions';
import { accountHolders, everybody, procedure, sessionStates } from './define';
import { newPassword, nothing, publicId, typedName, typedPassword } from './shapes';

/** How somebody else can end the session of a person who acts for an account. */
export const endings = ['ACCESS_TO_ACCOUNT_ENDED', 'LOGIN_SWITCHED_OFF', 'PERMISSIONS_CHANGED'] as const;
export type Ending = (typeof endings)[number];

const signedInStates = ['must-change-password', 'locked', 'awaiting-approval', 'full'] as const;

/** What a window needs to know about itself to show the right screen. */
export const sessionView = z.strictObject({
  state: z.enum(sessionStates),
  host: z.enum(['desktop', 'browser']),
  officeName: z.string().nullable(),
  user: z
    .strictObject({
      id: publicId,
      /** An account's e-mail, or an authorized user's own, who may sign in by another name. */
      email: z.string(),
      givenName: z.string(),
      familyName: z.string(),
      isStaff: z.boolean(),
      isSuperuser: z.boolean(),
      permissions: z.array(z.enum(staffPermissions)),
    })
    .nullable(),
  /** The account the session is for. Null when nobody is signed in. */
  account: z
    .strictObject({
      /** Who it belongs to. */
      holderName: z.string(),
      /** Whether that is the person themself; who else acts for it is an authorized user. */
      isOwn: z.boolean(),
      /** What the person may do with it; everything where it is their own. */
      permissions: z.array(z.enum(delegatePermissions)),
      /** Whether the person may go over to another account without signing in anew. */
      hasOthers: z.boolean(),
    })
    .nullable(),
  /** Why this window's last session has ended, where somebody else has ended it. */
  ended: z.enum(endings).nullable(),
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
  /** The accounts the person may act for, their own first, then by name; two hundred at most. */
  accounts: procedure({
    access: 'read',
    audience: accountHolders,
    scope: 'own account',
    input: nothing,
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          /** Of the account where it is the person's own, otherwise of them as its authorized user. */
          id: publicId,
          holderName: z.string(),
          isOwn: z.boolean(),
          isCurrent: z.boolean(),
        }),
      ),
    }),
  }),
  /** Goes over to another account the person may act for, as by signing in anew. */
  switchAccount: procedure({
    access: 'write',
    audience: accountHolders,
    scope: 'own account',
    input: z.strictObject({ id: publicId }),
    output: sessionView,
    errors: ['NOT_FOUND'],
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
