import { useEffect } from 'react';
import type { SessionState } from '../../../src-shared/contract/define';
import { api } from '../../api/call';

const leastTimeBetweenTouches = 20_000;
const statesOfPresence: readonly SessionState[] = ['must-change-password', 'awaiting-approval', 'full'];

/** Tells the main side that the person is at the desk, after their own key presses and pointer moves alone. */
export function usePresence(state: SessionState | undefined): void {
  const isPresent = state !== undefined && statesOfPresence.includes(state);

  useEffect(() => {
    if (!isPresent) return;
    let touchedAt = Date.now();

    function touch(event: Event): void {
      // What a script makes is not the person.
      if (!event.isTrusted || Date.now() - touchedAt < leastTimeBetweenTouches) return;
      touchedAt = Date.now();
      // A refusal is heard of by the session itself.
      api.session.touch().catch(() => undefined);
    }

    const options = { capture: true, passive: true };
    for (const type of inputEvents) window.addEventListener(type, touch, options);
    return () => {
      for (const type of inputEvents) window.removeEventListener(type, touch, options);
    };
  }, [isPresent]);
}

const inputEvents = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
