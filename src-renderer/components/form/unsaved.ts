import { useEffect, useRef } from 'react';
import { confirm } from '../confirm';

/** Each says whether the form it guards has changes that nobody saved. */
const guards = new Set<() => boolean>();

/**
 * Guards what is typed and not saved while a form is shown: leaving the screen asks first, and so do signing out and
 * closing or reloading the window. `hasChanges` is asked at that moment, so that a form which is saved and left in one
 * go is not taken for unsaved.
 */
export function useUnsavedGuard(hasChanges: () => boolean): void {
  const latest = useRef(hasChanges);
  useEffect(() => {
    latest.current = hasChanges;
  });
  const guard = useRef(() => latest.current()).current;

  useEffect(() => {
    // A browser asks then by itself; so does the desktop host.
    function warn(event: BeforeUnloadEvent): void {
      if (guard()) event.preventDefault();
    }
    guards.add(guard);
    window.addEventListener('beforeunload', warn);
    return () => {
      guards.delete(guard);
      window.removeEventListener('beforeunload', warn);
    };
  }, [guard]);
}

/** What is being saved and has no answer yet. */
const saves = new Set<Promise<void>>();

/** Whoever leaves while this is under way is asked only once it is known what became of it. */
export async function noteSave(save: Promise<void>): Promise<void> {
  saves.add(save);
  try {
    await save;
  } finally {
    saves.delete(save);
  }
}

export function isAnythingUnsaved(): boolean {
  return [...guards].some((hasChanges) => hasChanges());
}

export function confirmLeaving(): Promise<boolean> {
  return confirm({
    title: 'Leave without saving?',
    text: 'What you changed here is not saved and would be lost.',
    action: 'Leave without saving',
    isDangerous: true,
  });
}

/** Asks before all that is shown goes away; where everything is saved, there is nothing to ask. */
export async function mayLeave(): Promise<boolean> {
  await Promise.allSettled(saves);
  return !isAnythingUnsaved() || confirmLeaving();
}
