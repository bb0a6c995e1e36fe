import type { Category, OfficePermission } from '../../../src-shared/contract/delegation';

/** What the office has added and puts in order: a category or a permission. */
export type Entry = Category | OfficePermission;

/** The words for one kind of entries. */
export interface EntryWords<E extends Entry> {
  /** Such as "category". */
  readonly one: string;
  /** Of all of them, such as "Categories". */
  readonly title: string;
  readonly nameOf: (entry: E) => string;
  /** What else is shown of an entry. */
  readonly detailsOf: (entry: E) => readonly string[];
  /** How many have it, in words. */
  readonly countOf: (entry: E) => string;
  /** What being archived means for it. */
  readonly whenArchived: string;
}

/** How one kind of entries is changed. */
export interface EntryActs<E extends Entry> {
  readonly order: (ids: string[]) => Promise<unknown>;
  readonly setArchived: (entry: Pick<E, 'id' | 'version'>, isArchived: boolean) => Promise<E>;
  readonly remove: (entry: E) => Promise<unknown>;
}

/** The ids of all entries once one of those in use has changed places with its neighbour; null at the end of the list. */
export function withMoved(entries: readonly Entry[], id: string, by: -1 | 1): string[] | null {
  const inUse = entries.filter(({ isArchived }) => !isArchived);
  const neighbour = inUse[inUse.findIndex((entry) => entry.id === id) + by];
  if (!neighbour) return null;
  return entries.map((entry) => {
    if (entry.id === id) return neighbour.id;
    return entry.id === neighbour.id ? id : entry.id;
  });
}
