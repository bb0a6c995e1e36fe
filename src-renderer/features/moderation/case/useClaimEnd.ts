import { useEffect } from 'react';
import { queryClient } from '../../../api/query-client';

/** A claim lapses by itself, and nobody says so: what was read is read again then. `until` is when, if there is one. */
export function useClaimEnd(until: number | undefined): void {
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(
      () => void queryClient.invalidateQueries({ queryKey: ['moderation'] }),
      Math.max(0, until - Date.now()) + 1,
    );
    return () => clearTimeout(timer);
  }, [until]);
}
