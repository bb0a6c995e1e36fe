import { useViewParams } from '../../../components/useViewParams';
import {
  type AuthorizedUserFilter,
  type AuthorizedUserOrder,
  filterOf,
  filterParams,
  orderOf,
  type ViewParam,
  type ViewValues,
  viewParams,
} from './list-view';

export interface ListView {
  readonly values: ViewValues;
  readonly filter: AuthorizedUserFilter;
  readonly isFiltered: boolean;
  readonly order: AuthorizedUserOrder;
  readonly cursor: string | undefined;
  /** Narrows, widens or sorts: the list begins again at its first page. */
  readonly change: (changes: Partial<Record<ViewParam, string | undefined>>) => void;
  readonly goTo: (cursor: string | undefined) => void;
  readonly clear: () => void;
}

/** A list of authorized users as its address has it. */
export function useListView(): ListView {
  const { values, filter: change, goTo, cursor } = useViewParams(viewParams);
  return {
    values,
    filter: filterOf(values),
    isFiltered: filterParams.some((name) => values[name] !== undefined),
    order: orderOf(values),
    cursor,
    change,
    goTo,
    clear: () => change(Object.fromEntries(filterParams.map((name) => [name, undefined]))),
  };
}
