import type { z } from 'zod';
import type { DelegatePermission } from '../delegate-permissions';
import type { ErrorCode } from '../errors';
import type { StaffPermission } from '../permissions';

/**
 * The states a session (one window) can be in.
 * `no-office` and `store-locked` are states of the whole application; the others belong to one window.
 */
export const sessionStates = [
  'no-office',
  'store-locked',
  'signed-out',
  'must-change-password',
  'locked',
  'awaiting-approval',
  'full',
] as const;
export type SessionState = (typeof sessionStates)[number];

/**
 * Who may call: everybody, staff (with a permission, where one is named), whom the session's account belongs to and
 * their authorized users (these with a permission, where one is named), or whom it belongs to and nobody else.
 */
export type Audience =
  | { readonly kind: 'public' }
  | { readonly kind: 'staff'; readonly permission: StaffPermission | null }
  | { readonly kind: 'holder'; readonly permission: DelegatePermission | null }
  | { readonly kind: 'holder themself' };

export const everybody: Audience = { kind: 'public' };
export const accountHolders: Audience = { kind: 'holder', permission: null };
export const holderThemself: Audience = { kind: 'holder themself' };
export const holdersWith = (permission: DelegatePermission): Audience => ({ kind: 'holder', permission });
export const staffWith = (permission: StaffPermission): Audience => ({ kind: 'staff', permission });

export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `write` procedures may change the store; they also count as the person being at the desk. */
  readonly access: 'read' | 'write';
  readonly audience: Audience;
  readonly sessions: readonly SessionState[];
  /** `own account` takes the account from the session and never from the input. */
  readonly scope: 'office' | 'own account';
  /** Refused until the person has typed their password again, when the last time is too long ago. */
  readonly isSensitive: boolean;
  readonly input: I;
  readonly output: O;
  /** The codes this procedure may answer beside those every procedure may (see `doorErrorCodes`). */
  readonly errors: readonly ErrorCode[];
}

type Declaration<I extends z.ZodType, O extends z.ZodType> = Omit<
  Procedure<I, O>,
  'sessions' | 'isSensitive' | 'errors'
> & {
  sessions?: readonly SessionState[];
  isSensitive?: boolean;
  errors?: readonly ErrorCode[];
};

/** Declares a procedure once, for client, handler and tests. Without `sessions` only a full session may call it. */
export function procedure<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>): Procedure<I, O> {
  return { sessions: ['full'], isSensitive: false, errors: [], ...declaration };
}
