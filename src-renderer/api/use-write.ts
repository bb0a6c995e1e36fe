import { useCallback, useState } from 'react';
import type { InputOf, OutputOf, ProcedureName } from '../../src-shared/contract';
import { call } from './call';
import { isDeclined } from './failures';

export interface Write<N extends ProcedureName> {
  /** Answers null when the call was refused; `failure` then says why. Never rejects. */
  readonly run: (input: InputOf<N>) => Promise<OutputOf<N> | null>;
  readonly isRunning: boolean;
  /** Of the last run; null also when the person declined to enter their password. */
  readonly failure: unknown;
  readonly reset: () => void;
}

/**
 * Calls a procedure that changes something. Forms do it with `useContractForm` instead.
 * Not a mutation of the query client, which would keep the input (perhaps a password) in its cache.
 */
export function useWrite<N extends ProcedureName>(name: N): Write<N> {
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const run = useCallback(
    async (input: InputOf<N>) => {
      setIsRunning(true);
      setFailure(null);
      try {
        return await call(name, input);
      } catch (reason) {
        setFailure(isDeclined(reason) ? null : reason);
        return null;
      } finally {
        setIsRunning(false);
      }
    },
    [name],
  );
  const reset = useCallback(() => setFailure(null), []);

  return { run, isRunning, failure, reset };
}
