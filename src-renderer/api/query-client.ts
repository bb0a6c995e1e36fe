import { QueryClient } from '@tanstack/react-query';
import { TransportFailure } from './failures';

/** What the main side has answered to reads. Emptied whenever the session ends or locks. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // There is no network between the two sides, so the browser's opinion of it does not matter.
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (failures, failure) => failure instanceof TransportFailure && failures < 3,
    },
  },
});

/** Lets go of everything that was read. */
export function forgetReads(): void {
  // A screen that goes away only afterwards would have its data kept for minutes more, out of the cache's reach.
  for (const query of queryClient.getQueryCache().getAll()) query.gcTime = 0;
  queryClient.clear();
}
