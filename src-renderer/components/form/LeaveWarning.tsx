import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { isAnythingUnsaved, mayLeave } from './unsaved';

/**
 * Asks before a screen is left on which something is typed that nobody saved. It stands once around all screens, for
 * the router heeds one blocker only, and a screen may have several forms.
 */
export function LeaveWarning(): null {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isAnythingUnsaved(),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void mayLeave().then((isLeaving) => (isLeaving ? blocker.proceed() : blocker.reset()));
  }, [blocker]);
  return null;
}
