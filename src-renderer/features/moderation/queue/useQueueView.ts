import { useMemo } from 'react';
import type { CaseFilter, CaseTab } from '../../../../src-shared/contract/sign-up-cases';
import { useNow } from '../../../components/useNow';
import { useViewParams } from '../../../components/useViewParams';
import { filterOf, filterParams, orderOf, tabOf, type ViewParam, type ViewValues, viewParams } from './queue-view';

export interface QueueView {
  readonly values: ViewValues;
  readonly tab: CaseTab;
  readonly filter: CaseFilter;
  readonly order: ReturnType<typeof orderOf>;
  readonly isFiltered: boolean;
  readonly cursor: string | undefined;
  /** Narrows, widens or turns around: the list begins again at its first page. */
  readonly change: (changes: Partial<Record<ViewParam, string | undefined>>) => void;
  readonly goTo: (cursor: string | undefined) => void;
  readonly clear: () => void;
}

/** The queue as its address has it, the same from one case to the next. */
export function useQueueView(): QueueView {
  const { values, filter: change, goTo, cursor } = useViewParams(viewParams);
  const now = useNow();
  return useMemo(
    () => ({
      values,
      tab: tabOf(values),
      filter: filterOf(values, now),
      order: orderOf(values),
      isFiltered: filterParams.some((name) => values[name] !== undefined),
      cursor,
      change,
      goTo,
      clear: () => change(Object.fromEntries(filterParams.map((name) => [name, undefined]))),
    }),
    [values, now, cursor, change, goTo],
  );
}
