import { type RefObject, useEffect } from 'react';

const wherePeopleType = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]';

/** Lets a single key lead to a field from anywhere on the screen but where something is typed or a dialog asks. */
export function useFocusKey(key: string | undefined, field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (key === undefined) return;
    function focusByKey(event: KeyboardEvent): void {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof Element && target.matches(wherePeopleType)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    }
    window.addEventListener('keydown', focusByKey);
    return () => window.removeEventListener('keydown', focusByKey);
  }, [key, field]);
}
