import { create } from 'zustand';

const storedAs = 'steward.moderation-keys';

/** Whether single keys act in moderation: whoever dictates, or hits keys by mistake, switches them off. */
export const useKeyChoice = create<{ readonly isOn: boolean }>(() => ({
  isOn: localStorage.getItem(storedAs) !== 'off',
}));

export function chooseKeys(isOn: boolean): void {
  localStorage.setItem(storedAs, isOn ? 'on' : 'off');
  useKeyChoice.setState({ isOn });
}
