interface Identified {
  readonly id: string;
}

export type Step = 1 | -1;

/** A place in the list to go to: a row that is shown, one of the page beside it, or nowhere. */
export type Place<R> =
  | { readonly kind: 'row'; readonly row: R }
  | { readonly kind: 'page'; readonly cursor: string; readonly end: 'first' | 'last' }
  | { readonly kind: 'same page'; readonly index: number }
  | { readonly kind: 'none' };

interface Page<R> {
  readonly rows: readonly R[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** Where one step leads from a case; from a case that is not in the list, to the beginning of what is shown. */
export function placeBeside<R extends Identified>(page: Page<R>, id: string | undefined, step: Step): Place<R> {
  const index = page.rows.findIndex((row) => row.id === id);
  const row = index < 0 ? page.rows[0] : page.rows[index + step];
  if (row) return { kind: 'row', row };
  const cursor = step > 0 ? page.next : page.previous;
  if (cursor === null || index < 0) return { kind: 'none' };
  return { kind: 'page', cursor, end: step > 0 ? 'first' : 'last' };
}

/**
 * Where it goes on after a case was decided, which leaves the list: with the next one; at the end of a page with what
 * moves up into its place; at the end of the list with the one before.
 */
export function placeAfter<R extends Identified>(page: Page<R>, id: string): Place<R> {
  const index = page.rows.findIndex((row) => row.id === id);
  const row = page.rows[index + 1];
  if (row) return { kind: 'row', row };
  if (page.next !== null && index >= 0) return { kind: 'same page', index };
  const before = page.rows[index - 1];
  return before ? { kind: 'row', row: before } : { kind: 'none' };
}
