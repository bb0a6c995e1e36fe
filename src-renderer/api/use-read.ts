import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf, ProcedureName } from '../../src-shared/contract';
import { call } from './call';
import { queryClient } from './query-client';

interface ReadOptions {
  /** False while the input is not complete yet. */
  readonly isEnabled?: boolean;
  /** Shows the last answer until that for a new input is there, as in lists that are filtered. */
  readonly keepsPrevious?: boolean;
  /** Stays as it was answered first, whatever changes while it is shown: for what somebody is about to agree to. */
  readonly isOnce?: boolean;
}

/** Reads by a procedure of the contract, and again whenever something in its feature has changed. Never for secrets. */
export function useRead<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
  { isEnabled = true, keepsPrevious = false, isOnce = false }: ReadOptions = {},
): UseQueryResult<OutputOf<N>> {
  const [feature, procedure] = name.split('.');
  const result: UseQueryResult<unknown> = useQuery<unknown>({
    queryKey: [feature, procedure, input],
    queryFn: () => call(name, input),
    enabled: isEnabled,
    ...(keepsPrevious && { placeholderData: keepPreviousData }),
    ...(isOnce && { staleTime: 'static', gcTime: 0 }),
  });
  return result as UseQueryResult<OutputOf<N>>;
}

/** Reads ahead what is likely to be shown next, so that `useRead` has it at once. */
export function readAhead<N extends ProcedureName>(name: N, input: InputOf<N>): void {
  const [feature, procedure] = name.split('.');
  void queryClient.prefetchQuery({
    queryKey: [feature, procedure, input],
    queryFn: () => call(name, input),
    // What has changed since is marked as such by the event of that change.
    staleTime: 60_000,
  });
}
