import { create } from 'zustand';

export interface GivenPassword {
  /** Whose it is. */
  readonly person: { readonly givenName: string; readonly familyName: string };
  readonly signInName: string;
  readonly oneTimePassword: string;
  /** Null where it stays good until it is changed. */
  readonly expiresAt: number | null;
}

interface GivenPasswords {
  readonly given: GivenPassword | null;
  /** Who has given it: nobody else is shown it. */
  readonly giverId: string | null;
}

/** A one-time password that was not handed over yet. Lives in memory only, through a lock of the giver's window. */
export const useGivenPassword = create<GivenPasswords>(() => ({ given: null, giverId: null }));

export function showGivenPassword(given: GivenPassword, giverId: string): void {
  useGivenPassword.setState({ given, giverId });
}

export function forgetGivenPassword(): void {
  useGivenPassword.setState({ given: null, giverId: null });
}

/** It lasts no longer than its giver is signed in; `signedIn` is null when nobody is. */
export function keepGivenPasswordFor(signedIn: string | null): void {
  if (useGivenPassword.getState().giverId !== signedIn) forgetGivenPassword();
}
