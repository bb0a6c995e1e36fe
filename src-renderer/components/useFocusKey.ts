import { type RefObject, useEffect } from 'react';
import { isForTyping } from './keys';

/** Lets a single key lead to a field from anywhere on the screen but where something is typed or a dialog asks. */
export function useFocusKey(key: string | undefined, field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (key === undefined) return;
    function focusByKey(event: KeyboardEvent): void {
      if (event.key !== key || isForTyping(event)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    }
    window.addEventListener('keydown', focusByKey);
    return () => window.removeEventListener('keydown', focusByKey);
  }, [key, field]);
}
