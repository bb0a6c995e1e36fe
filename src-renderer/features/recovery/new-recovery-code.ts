import { create } from 'zustand';

export interface NewRecoveryCode {
  readonly code: string;
  readonly officeName: string;
  /** Why there is a new one. */
  readonly reason: 'office-set-up' | 'password-recovered' | 'replaced';
}

interface NewRecoveryCodes {
  readonly code: NewRecoveryCode | null;
  /** Whom alone it may be shown to; null where nobody could be signed in when it was made. */
  readonly personId: string | null;
}

/**
 * A recovery code that nobody has noted yet, while the one before it is void already. Lives in memory only.
 * Without a person it goes before every other screen, whatever the session becomes. A person's own is not shown while
 * their window is locked or signed out, waits for them, and is dropped when somebody else signs in.
 */
export const useNewRecoveryCode = create<NewRecoveryCodes>(() => ({ code: null, personId: null }));

export function showNewRecoveryCode(code: NewRecoveryCode, personId: string | null = null): void {
  useNewRecoveryCode.setState({ code, personId });
}

export function forgetNewRecoveryCode(): void {
  useNewRecoveryCode.setState({ code: null, personId: null });
}

/** Somebody is signed in: a code of somebody else's is not for them. */
export function keepNewRecoveryCodeFor(signedIn: string): void {
  const { personId } = useNewRecoveryCode.getState();
  if (personId !== null && personId !== signedIn) forgetNewRecoveryCode();
}

/** A window that shows a code and can never sign in again goes on showing it: it is the only place where it stands. */
export function releaseNewRecoveryCode(): void {
  useNewRecoveryCode.setState({ personId: null });
}
