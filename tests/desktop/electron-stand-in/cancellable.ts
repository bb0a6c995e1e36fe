import type { Event } from 'electron';

/** An event of Electron's with what it tells, which remembers whether its default was prevented. */
export function cancellable<T extends object>(told: T): Event<T> {
  let isPrevented = false;
  return {
    ...told,
    preventDefault() {
      isPrevented = true;
    },
    get defaultPrevented() {
      return isPrevented;
    },
  };
}
