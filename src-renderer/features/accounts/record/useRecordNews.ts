import { useEffect, useRef, useState } from 'react';
import type { Account } from '../../../../src-shared/contract/accounts';
import { isOwnChange } from '../../../api/own-changes';
import { type News, newsBetween } from './news';

export interface RecordNews {
  /** What somebody else has done to the record since it is shown; null when nothing, or when it was dismissed. */
  readonly news: News | null;
  readonly dismiss: () => void;
}

/** Hears of changes that others make to a record while it is open. */
export function useRecordNews(account: Account): RecordNews {
  const known = useRef(account);
  const [news, setNews] = useState<News | null>(null);

  useEffect(() => {
    const before = known.current;
    if (account.version === before.version) return;
    known.current = account;
    setNews(isOwnChange(account) ? null : newsBetween(before, account));
  }, [account]);

  return { news, dismiss: () => setNews(null) };
}
