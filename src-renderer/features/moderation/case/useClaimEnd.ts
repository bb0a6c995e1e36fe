import { useEffect } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/moderation';
import { queryClient } from '../../../api/query-client';

/** A claim lapses by itself, and nobody says so: what was read is read again then. */
export function useClaimEnd(claim: SignUpCase['claim']): void {
  const until = claim?.until;
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(
      () => void queryClient.invalidateQueries({ queryKey: ['moderation'] }),
      Math.max(0, until - Date.now()) + 1,
    );
    return () => clearTimeout(timer);
  }, [until]);
}
