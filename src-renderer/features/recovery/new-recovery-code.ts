import { create } from 'zustand';

export interface NewRecoveryCode {
  readonly code: string;
  readonly officeName: string;
  /** Why there is a new one. */
  readonly reason: 'office-set-up' | 'password-recovered';
}

interface NewRecoveryCodes {
  readonly code: NewRecoveryCode | null;
}

/** A recovery code that nobody has noted yet. It goes before every other screen, whatever the session becomes. */
export const useNewRecoveryCode = create<NewRecoveryCodes>(() => ({ code: null }));

export function showNewRecoveryCode(code: NewRecoveryCode): void {
  useNewRecoveryCode.setState({ code });
}

export function forgetNewRecoveryCode(): void {
  useNewRecoveryCode.setState({ code: null });
}
