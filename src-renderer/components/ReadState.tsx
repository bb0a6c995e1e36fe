import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice';
import { LoadingState } from './LoadingState';

interface Reading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface ReadStateProps<T> {
  /** What `useRead` gives. */
  readonly read: Reading<T>;
  readonly children: (data: T) => ReactNode;
}

/** Shows what was read; until then that it is loading, or why it cannot be shown. */
export function ReadState<T>({ read, children }: ReadStateProps<T>) {
  return (
    <>
      <FailureNotice failure={read.error} onRetry={() => read.refetch()} />
      {read.data !== undefined ? children(read.data) : !read.error && <LoadingState />}
    </>
  );
}
