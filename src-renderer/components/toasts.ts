import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: 'success' | 'info' | 'error';
  readonly undo?: () => void | Promise<void>;
  /** For how long it can be undone, in milliseconds, where that ends; it is counted down. */
  readonly undoableFor?: number;
}

interface Toasts {
  readonly toasts: readonly Toast[];
}

const mostAtOnce = 4;
let lastId = 0;

export const useToasts = create<Toasts>(() => ({ toasts: [] }));

/** Says in a corner that something was done, with a way to undo it where there is one. Answers by what it is dismissed. */
export function showToast(message: string, { undo, undoableFor }: Pick<Toast, 'undo' | 'undoableFor'> = {}): number {
  return add({ message, tone: 'success', undo, undoableFor });
}

/** Says why nothing was done, where nothing is wrong. */
export function showHint(message: string): void {
  add({ message, tone: 'info' });
}

/** Says that something failed which no place on the screen could say. Stays until it is dismissed. */
export function showFailureToast(message: string): void {
  add({ message, tone: 'error' });
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Toasts name people, so none stays when the window locks. */
export function dismissAllToasts(): void {
  useToasts.setState({ toasts: [] });
}

function add(toast: Omit<Toast, 'id'>): number {
  lastId += 1;
  const id = lastId;
  useToasts.setState(({ toasts }) => {
    // Said again it is not said twice, but what can be undone is not the same though it reads the same.
    const others = toasts.filter(({ message, undo }) => message !== toast.message || undo !== undefined);
    return { toasts: [...others, { ...toast, id }].slice(-mostAtOnce) };
  });
  return id;
}
