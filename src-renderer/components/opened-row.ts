import { create } from 'zustand';

/** The record that was opened from a list last, so that the keyboard goes on from there. */
const useOpenedRow = create<{ readonly id: string | null }>(() => ({ id: null }));

export function rememberOpenedRow(id: string): void {
  useOpenedRow.setState({ id });
}

/** For the list that is shown next; it is told again until that list is on the screen and has it forgotten. */
export function openedRow(): string | null {
  return useOpenedRow.getState().id;
}

/** A list that is shown later begins at its top. */
export function forgetOpenedRow(): void {
  useOpenedRow.setState({ id: null });
}
