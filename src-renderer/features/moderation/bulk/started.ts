import { create } from 'zustand';

/** The job that was started at this window a moment ago, so that the keyboard goes on from it. */
export const useStarted = create<{ readonly id: string | null }>(() => ({ id: null }));

export function noteStarted(id: string | null): void {
  useStarted.setState({ id });
}
