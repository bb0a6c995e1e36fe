import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

interface CellFocus<E extends HTMLElement> {
  readonly ref: RefObject<E | null>;
  readonly tabIndex: 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Hands the focus of a cell on to the one control inside it, so that it is used like any other. */
export function useCellFocus<E extends HTMLElement>(hasFocus: boolean, tabIndex: 0 | -1): CellFocus<E> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (hasFocus) ref.current?.focus();
  }, [hasFocus]);
  return {
    ref,
    tabIndex,
    onKeyDown: (event) => {
      // The grid would open the row by the one key, and go to the next row by the other.
      if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
    },
  };
}
