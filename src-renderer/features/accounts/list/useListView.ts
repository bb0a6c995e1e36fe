import { useViewParams } from '../../../components/useViewParams';
import {
  type AccountFilter,
  type AccountOrder,
  filterOf,
  filterParams,
  orderOf,
  type ViewParam,
  viewParams,
} from './list-view';

export interface ListView {
  readonly values: Readonly<Partial<Record<ViewParam, string>>>;
  readonly filter: AccountFilter;
  readonly isFiltered: boolean;
  readonly order: AccountOrder;
  readonly cursor: string | undefined;
  /** Narrows, widens or sorts: the list begins again at its first page. */
  readonly change: (changes: Partial<Record<ViewParam, string | undefined>>) => void;
  readonly adjust: (changes: Partial<Record<ViewParam, string | undefined>>) => void;
  readonly goTo: (cursor: string | undefined) => void;
  readonly clear: () => void;
}

/** The list of users as its address has it. */
export function useListView(): ListView {
  const { values, filter: change, adjust, goTo, cursor } = useViewParams(viewParams);
  return {
    values,
    filter: filterOf(values),
    isFiltered: filterParams.some((name) => values[name] !== undefined),
    order: orderOf(values),
    cursor,
    change,
    adjust,
    goTo,
    clear: () => change(Object.fromEntries(filterParams.map((name) => [name, undefined]))),
  };
}
