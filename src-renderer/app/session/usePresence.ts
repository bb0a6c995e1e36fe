import { useEffect } from 'react';
import type { SessionState } from '../../../src-shared/contract/define';
import { api } from '../../api/call';

/** What comes sooner is told at its end, so that a window counts as touched by at most this much too long. */
const leastTimeBetweenTouches = 10_000;
const statesOfPresence: readonly SessionState[] = ['must-change-password', 'awaiting-approval', 'full'];

/** Tells the main side that the person is at the desk, after their own key presses and pointer moves alone. */
export function usePresence(state: SessionState | undefined): void {
  const isPresent = state !== undefined && statesOfPresence.includes(state);

  useEffect(() => {
    if (!isPresent) return;
    let touchedAt = Date.now();
    let nextTouch: ReturnType<typeof setTimeout> | undefined;

    function touch(event: Event): void {
      // What a script makes is not the person.
      if (!event.isTrusted || nextTouch !== undefined) return;
      const wait = touchedAt + leastTimeBetweenTouches - Date.now();
      if (wait <= 0) send();
      else nextTouch = setTimeout(sendLate, wait);
    }

    function sendLate(): void {
      nextTouch = undefined;
      // A computer that slept meanwhile: nobody was there all that time.
      if (Date.now() - touchedAt < 2 * leastTimeBetweenTouches) send();
    }

    function send(): void {
      touchedAt = Date.now();
      // A refusal is heard of by the session itself.
      api.session.touch().catch(() => undefined);
    }

    const options = { capture: true, passive: true };
    for (const type of inputEvents) window.addEventListener(type, touch, options);
    return () => {
      clearTimeout(nextTouch);
      for (const type of inputEvents) window.removeEventListener(type, touch, options);
    };
  }, [isPresent]);
}

const inputEvents = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
