import { create } from 'zustand';

/** The name that was just set up or recovered, so that it need not be typed again to sign in. In memory only. */
export const useSignInName = create<{ readonly name: string }>(() => ({ name: '' }));

export function suggestSignInName(name: string): void {
  useSignInName.setState({ name });
}
