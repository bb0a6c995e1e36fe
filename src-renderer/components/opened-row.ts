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

/** How the list on the screen takes the keyboard to the row it goes on from. */
const useWayToRow = create<{ readonly takeFocus: (() => void) | null }>(() => ({ takeFocus: null }));

/** Returns how to take it back, as when the list is left. */
export function offerWayToRow(takeFocus: () => void): () => void {
  useWayToRow.setState({ takeFocus });
  return () => {
    if (useWayToRow.getState().takeFocus === takeFocus) useWayToRow.setState({ takeFocus: null });
  };
}

/** For what has covered the screen while the list put the keyboard on its row; false where no list has one. */
export function focusRowAgain(): boolean {
  const { takeFocus } = useWayToRow.getState();
  takeFocus?.();
  return takeFocus !== null;
}

/** A list that is shown later begins at its top. */
export function forgetOpenedRow(): void {
  useOpenedRow.setState({ id: null });
}
