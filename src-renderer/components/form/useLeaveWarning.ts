import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { confirm } from '../confirm';

/**
 * Asks before a screen is left whose form has changes that nobody saved. `hasChanges` is asked at that moment, so
 * that a form which is saved and left in one go is not taken for unsaved.
 */
export function useLeaveWarning(hasChanges: () => boolean): void {
  const latest = useRef(hasChanges);
  useEffect(() => {
    latest.current = hasChanges;
  });

  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && latest.current(),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void confirm({
      title: 'Leave without saving?',
      text: 'What you changed here is not saved and would be lost.',
      action: 'Leave without saving',
      isDangerous: true,
    }).then((isLeaving) => (isLeaving ? blocker.proceed() : blocker.reset()));
  }, [blocker]);

  // A browser asks then by itself; so does the desktop host.
  useEffect(() => {
    function warn(event: BeforeUnloadEvent): void {
      if (latest.current()) event.preventDefault();
    }
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
