import { useEffect, useRef } from 'react';
import { useKeyChoice } from './key-choice';

const wherePeopleType =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]';
/** Whether keys are letters there, and nothing else. */
export function isTypedInto(element: Element | null): boolean {
  return element?.matches(wherePeopleType) ?? false;
}

const whatAsks = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** By the key as it is typed, such as `a`, `A` or `ArrowDown`. Answering false leaves the key to whatever else it is for. */
export type KeyBindings = Readonly<Record<string, ((event: KeyboardEvent) => unknown) | undefined>>;

interface KeyOptions {
  /** Those that may be held down. */
  readonly repeatable?: readonly string[];
}

/**
 * Lets single keys do something anywhere on the screen but where something is typed or asked, as long as the person
 * has not switched them off (WCAG 2.1.4).
 */
export function useKeys(bindings: KeyBindings, { repeatable = [] }: KeyOptions = {}): void {
  const isOn = useKeyChoice((state) => state.isOn);
  const latest = useRef({ bindings, repeatable });
  useEffect(() => {
    latest.current = { bindings, repeatable };
  });

  useEffect(() => {
    if (!isOn) return;
    function act(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
      const known = latest.current;
      const binding = Object.hasOwn(known.bindings, event.key) ? known.bindings[event.key] : undefined;
      if (!binding || (event.repeat && !known.repeatable.includes(event.key))) return;
      if (event.target instanceof Element && isTypedInto(event.target)) return;
      if (document.querySelector(whatAsks)) return;
      if (binding(event) !== false) event.preventDefault();
    }
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, [isOn]);
}
