import { useEffect, useState } from 'react';

const pause = 100;

/**
 * Draws once more a moment after the state has changed. React holds on to parts of what it drew before until it draws
 * again, and of a screen that was locked or left nothing shall stay in memory.
 */
export function useSecondDrawing(state: string | undefined): void {
  const [, setDrawnFor] = useState<string | undefined>();
  useEffect(() => {
    const timer = setTimeout(() => setDrawnFor(state), pause);
    return () => clearTimeout(timer);
  }, [state]);
}
