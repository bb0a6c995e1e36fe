import { create } from 'zustand';

/** Whether the person is changing their own password, in a dialog over whatever they are at. */
export const useOwnPasswordDialog = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openOwnPasswordDialog(): void {
  useOwnPasswordDialog.setState({ isOpen: true });
}

export function closeOwnPasswordDialog(): void {
  useOwnPasswordDialog.setState({ isOpen: false });
}
