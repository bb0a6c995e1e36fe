import type { OutputOf } from '../../../../src-shared/contract';
import { useRead } from '../../../api/use-read';
import { counted, formatNumber } from '../../../components/numbers';
import type { AccountFilter } from './list-view';

/**
 * How many users there are, in words. The rows never wait for it: until they are counted it is told how many there
 * are at least. `page` is undefined while the rows of another filter are still shown.
 */
export function useSummary(filter: AccountFilter, page: OutputOf<'accounts.list'> | undefined): string | undefined {
  const isAll = page?.next === null && page.previous === null;
  const counting = useRead('accounts.total', filter, { isEnabled: page !== undefined && !isAll });
  if (!page) return undefined;
  if (isAll) return counted(page.rows.length, 'user', 'users');
  const total = counting.data?.total ?? null;
  return total === null ? `${formatNumber(page.atLeast)}+ users` : counted(total, 'user', 'users');
}
