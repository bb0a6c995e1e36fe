import { useEffect, useRef } from 'react';
import { isForTyping } from '../../../components/keys';
import { useKeyChoice } from './key-choice';

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
      const known = latest.current;
      const binding = Object.hasOwn(known.bindings, event.key) ? known.bindings[event.key] : undefined;
      if (!binding || (event.repeat && !known.repeatable.includes(event.key))) return;
      if (isForTyping(event)) return;
      if (binding(event) !== false) event.preventDefault();
    }
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, [isOn]);
}
