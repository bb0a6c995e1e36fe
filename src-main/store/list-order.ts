import type { Place } from '../paging';
import { Conditions } from './sql';

/** In which direction a list is shown, and where the page begins. */
export interface ListOrder {
  readonly isDescending: boolean;
  readonly place: Place | null;
}

/** Whether the walk goes from large to small: a page before a place is walked against the order of the list. */
export function isDownwards({ isDescending, place }: ListOrder): boolean {
  return isDescending !== (place?.direction === 'previous');
}

/** By a column of rows that are called `a`, and among those that have the same by their ids. */
export function orderBy(key: string, order: ListOrder): string {
  const direction = isDownwards(order) ? 'DESC' : 'ASC';
  return `ORDER BY a.${key} ${direction}, a.id ${direction}`;
}

/**
 * What lies behind the place of a page, in the order of the walk. First come those that have the same key as it: asked
 * for together with the others, SQLite would walk past all of the same key.
 */
export function stretchesBehind(
  key: string,
  order: ListOrder,
): { readonly sameKey: readonly Conditions[]; readonly beyond: Conditions } {
  const { place } = order;
  const isBehind = isDownwards(order) ? '<' : '>';
  if (!place) return { sameKey: [], beyond: new Conditions() };
  return {
    sameKey: [new Conditions().add(`a.${key} = ? AND a.id ${isBehind} ?`, place.key ?? '', place.id)],
    beyond: new Conditions().add(`a.${key} ${isBehind} ?`, place.key ?? ''),
  };
}

/** The same where what lies behind is sorted anyway. */
export function behind(key: string, order: ListOrder): Conditions {
  const { place } = order;
  const isBehind = isDownwards(order) ? '<' : '>';
  return place
    ? new Conditions().add(`(a.${key}, a.id) ${isBehind} (?, ?)`, place.key ?? '', place.id)
    : new Conditions();
}
