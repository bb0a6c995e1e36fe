import type { UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../../../src-shared/contract';
import { isWrongAddress } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { counted, formatNumber } from '../../../components/numbers';
import { useClaimEnd } from '../case/useClaimEnd';
import { countIn } from './counts';
import type { QueueView } from './useQueueView';

type Counts = OutputOf<'moderation.counts'>;
type QueuePage = OutputOf<'moderation.queue'>;

export interface Queue {
  readonly read: UseQueryResult<QueuePage>;
  /** Undefined until there is one, and where the address asks for one that is not there. */
  readonly page: QueuePage | undefined;
  readonly isNoPage: boolean;
  /** How many match; null until they are counted. */
  readonly total: number | null;
  /** In words, for the pager; undefined while other rows are shown than those asked for. */
  readonly summary: string | undefined;
}

/** The page of the queue that the address asks for. The rows never wait for how many there are in all. */
export function useQueue({ tab, filter, isFiltered, order, cursor }: QueueView, counts: Counts | undefined): Queue {
  const read = useRead('moderation.queue', { ...filter, ...order, cursor }, { keepsPrevious: true });
  const isNoPage = isWrongAddress(read.error);
  const page = isNoPage ? undefined : read.data;
  useClaimEnd(earliestEnd(page?.rows));
  const isAll = page?.next === null && page.previous === null;
  const isCounted = page !== undefined && !read.isPlaceholderData && !isAll;
  // How many there are in a whole part is known anyway.
  const counting = useRead('moderation.total', filter, { isEnabled: isCounted && isFiltered });
  const known = isFiltered ? counting.data?.total : counts && countIn(counts, tab);
  const total = isAll ? page.rows.length : (known ?? null);
  return { read, page, isNoPage, total, summary: read.isPlaceholderData || !page ? undefined : summaryOf(page, total) };
}

function earliestEnd(rows: QueuePage['rows'] = []): number | undefined {
  const ends = rows.flatMap(({ claim }) => (claim ? [claim.until] : []));
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function summaryOf({ atLeast }: QueuePage, total: number | null): string {
  return total === null ? `${formatNumber(atLeast)}+ sign-ups` : counted(total, 'sign-up', 'sign-ups');
}
