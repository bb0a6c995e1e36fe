import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account } from '../../../../src-shared/contract/accounts';

export type News = 'deleted' | 'restored' | 'deactivated' | 'activated' | 'changed';

export interface RecordNews {
  /** What somebody else has done to the record since it is shown; null when nothing, or when it was dismissed. */
  readonly news: News | null;
  readonly dismiss: () => void;
  /** Says that this window itself is about to change the record; the function that is given ends that. */
  readonly beginOwnChange: () => () => void;
}

/** Hears of changes that others make to a record while it is open. `isActing`: this window is changing it by an act. */
export function useRecordNews(account: Account, isActing: boolean): RecordNews {
  const known = useRef(account);
  const ownChanges = useRef(0);
  const [news, setNews] = useState<News | null>(null);

  useEffect(() => {
    const before = known.current;
    if (account.version === before.version) return;
    known.current = account;
    const isOwn = isActing || ownChanges.current > 0;
    setNews(isOwn ? null : newsBetween(before, account));
  }, [account, isActing]);

  const beginOwnChange = useCallback(() => {
    ownChanges.current += 1;
    return () => {
      ownChanges.current -= 1;
    };
  }, []);

  return { news, dismiss: useCallback(() => setNews(null), []), beginOwnChange };
}

export function newsBetween(before: Account, after: Account): News {
  const wasInTrash = before.status === 'trash';
  if ((after.status === 'trash') !== wasInTrash) return wasInTrash ? 'restored' : 'deleted';
  if (after.isActive !== before.isActive) return after.isActive ? 'activated' : 'deactivated';
  return 'changed';
}
