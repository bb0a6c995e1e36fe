import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { confirmLeaving, useUnsavedGuard } from './unsaved';

/** Asks before a screen is left whose form has changes that nobody saved, by whatever way it is left. */
export function useLeaveWarning(hasChanges: () => boolean): void {
  const isUnsaved = useUnsavedGuard(hasChanges);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isUnsaved(),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void confirmLeaving().then((isLeaving) => (isLeaving ? blocker.proceed() : blocker.reset()));
  }, [blocker]);
}
