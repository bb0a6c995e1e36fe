import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: 'success' | 'error';
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
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-mostAtOnce) }));
  return id;
}
