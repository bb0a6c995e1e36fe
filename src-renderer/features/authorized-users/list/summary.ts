import type { OutputOf } from '../../../../src-shared/contract';
import { counted, formatNumber } from '../../../components/numbers';

type Counts = Pick<OutputOf<'myAuthorizedUsers.list'>, 'next' | 'previous' | 'atLeast'> & {
  readonly rows: readonly unknown[];
};

/** Whether a page that was read leaves open how many match, so that they have to be counted. */
export function isToBeCounted(read: {
  readonly data: Pick<Counts, 'next' | 'previous'> | undefined;
  readonly isPlaceholderData: boolean;
}): boolean {
  return read.data !== undefined && !read.isPlaceholderData && !isOnePage(read.data);
}

function isOnePage({ next, previous }: Pick<Counts, 'next' | 'previous'>): boolean {
  return next === null && previous === null;
}

/** How many there are, in words; until they are counted, how many there are at least. */
export function summaryOf(page: Counts, total: number | null | undefined): string {
  const words = ['authorized user', 'authorized users'] as const;
  if (isOnePage(page)) return counted(page.rows.length, ...words);
  return typeof total === 'number' ? counted(total, ...words) : `${formatNumber(page.atLeast)}+ ${words[1]}`;
}
