import { create } from 'zustand';

/** The user whose record was opened from the list last, so that the keyboard goes on from there. */
const useOpenedRow = create<{ readonly id: string | null }>(() => ({ id: null }));

export function rememberOpenedRow(id: string): void {
  useOpenedRow.setState({ id });
}

/** Told once: a list that is shown later begins at its top. */
export function takeOpenedRow(): string | null {
  const { id } = useOpenedRow.getState();
  useOpenedRow.setState({ id: null });
  return id;
}
