import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../../src-shared/errors';
import { hasCode } from '../../api/failures';

export interface Wait {
  /** How long until another try is allowed; 0 when it is. */
  readonly seconds: number;
  /** Begins to wait if that is what the main side has asked for, and tells whether it is. */
  readonly heed: (failure: unknown) => boolean;
}

/** Counts down the wait that the main side asks for by this code, as after failed tries. */
export function useWait(code: ErrorCode = 'SIGN_IN_WAIT'): Wait {
  const [until, setUntil] = useState(0);
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    function count(): void {
      setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    }
    count();
    if (until <= Date.now()) return;
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [until]);

  const heed = useCallback(
    (failure: unknown) => {
      if (!hasCode(failure, code)) return false;
      setUntil(Date.now() + Number(failure.error.params?.seconds ?? 0) * 1000);
      return true;
    },
    [code],
  );

  return { seconds: until > Date.now() ? seconds : 0, heed };
}
