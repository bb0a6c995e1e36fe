import { useCallback, useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { OutputOf } from '../../../../src-shared/contract';
import type { CaseRow } from '../../../../src-shared/contract/sign-up-cases';
import { queryClient } from '../../../api/query-client';
import { type Place, placeAfter, placeBeside, type Step } from './neighbours';
import { addressOf } from './queue-view';

type QueuePage = OutputOf<'moderation.queue'>;

export interface CaseWay {
  /** Shows a case, or none; Back leads to the one before unless it was reached step by step. */
  readonly show: (id: string | undefined, options?: { readonly isStep?: boolean }) => void;
  readonly step: (step: Step) => void;
  /** Goes on after the case that is shown was decided. `isLeaving`: it belongs to another part of the queue now. */
  readonly goOnAfter: (id: string, isLeaving: boolean) => void;
}

interface WayOptions {
  /** Undefined while it is another page than the one asked for. */
  readonly page: QueuePage | undefined;
  readonly id: string | undefined;
  readonly goToPage: (cursor: string | undefined) => void;
  /** Told just before a case is shown that was reached by a key or by a decision: the keyboard goes there too. */
  readonly onMove: (id: string) => void;
}

/** The ways from one case to another, beyond the page that is shown where that is needed. */
export function useCaseWay({ page, id, goToPage, onMove }: WayOptions): CaseWay {
  const navigate = useNavigate();
  const { search } = useLocation();
  /** What to choose once rows are there among which the case of before is no longer. */
  const awaited = useRef<{ readonly without: string | undefined; readonly index: number } | null>(null);

  const show = useCallback<CaseWay['show']>(
    (next, { isStep = false } = {}) => {
      awaited.current = null;
      // At once and not when there is time: the next key press is for what is shown then.
      void navigate(addressOf(next, search), { replace: isStep, flushSync: true });
    },
    [navigate, search],
  );

  function go(place: Place<CaseRow>): void {
    if (place.kind === 'none') return;
    if (place.kind === 'row') {
      onMove(place.row.id);
      show(place.row.id, { isStep: true });
    } else if (place.kind === 'page') {
      awaited.current = { without: id, index: place.end === 'first' ? 0 : -1 };
      goToPage(place.cursor);
    } else {
      awaited.current = { without: id, index: place.index };
    }
  }

  const rows = page?.rows;
  useEffect(() => {
    const wish = awaited.current;
    if (!wish || !rows || rows.some((row) => row.id === wish.without)) return;
    awaited.current = null;
    const next = rows.at(Math.min(wish.index, rows.length - 1));
    if (next) onMove(next.id);
    void navigate(addressOf(next?.id, search), { replace: true });
  }, [rows, navigate, search, onMove]);

  return {
    show,
    step: (step) => {
      if (page) go(placeBeside(page, id, step));
    },
    goOnAfter: (decided, isLeaving) => {
      const place: Place<CaseRow> = page ? placeAfter(page, decided) : { kind: 'none' };
      if (place.kind === 'none') show(undefined, { isStep: true });
      else go(place);
      // Only now: the keyboard would fall from an entry that is gone, and the heading would be read out in between.
      if (isLeaving && place.kind !== 'same page') takeOutOfLists(decided);
    },
  };
}

/** At once: whoever decides quickly would come back to it; what is read anew meanwhile says the same. */
export function takeOutOfLists(id: string): void {
  queryClient.setQueriesData<QueuePage>(
    { queryKey: ['moderation', 'queue'] },
    (page) => page && { ...page, rows: page.rows.filter((row) => row.id !== id) },
  );
}
