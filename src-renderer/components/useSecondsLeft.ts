import { useEffect, useState } from 'react';

const second = 1_000;

/** Whole seconds until a time that began with this component is over, 0 once it is; null where there is no end to it. */
export function useSecondsLeft(duration: number | undefined): number | null {
  const [begin] = useState(Date.now);
  const [now, setNow] = useState(begin);
  useEffect(() => {
    if (duration === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), second);
    return () => clearInterval(timer);
  }, [duration]);
  return duration === undefined ? null : Math.max(0, Math.ceil((begin + duration - now) / second));
}
