import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store';

/** So many at once take a few milliseconds, and nobody else waits longer than that. */
const accountsAtOnce = 10_000;

/**
 * Brings into the page cache by what thousands of found accounts are sorted: a million are 30 MB, which to decrypt takes
 * a tenth of a second. Whoever searches first would wait for it.
 */
export async function warmUpSorting({ read }: Store): Promise<void> {
  const [last] = await read.query<{ id: number | null }[]>('SELECT max(id) AS id FROM account');
  for (let from = 0; from <= (last?.id ?? 0); from += accountsAtOnce) {
    await setImmediate();
    await read.query(
      `SELECT count(name_folded) FROM account INDEXED BY account_name_by_id
       WHERE deleted_at IS NULL AND id >= ? AND id < ?`,
      [from, from + accountsAtOnce],
    );
  }
}
