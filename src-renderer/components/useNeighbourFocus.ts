import type { GridApi, GridRowId } from '@mui/x-data-grid';
import { type RefObject, useEffect, useRef } from 'react';

/** In milliseconds. */
const settled = 100;

/**
 * Keeps the keyboard in a list of which a row goes away, as when it was deleted: on the row that has come into its
 * place, or on the last. Where the focus has gone somewhere else meanwhile, it stays there.
 */
export function useNeighbourFocus(
  grid: RefObject<GridApi | null>,
  ids: readonly GridRowId[],
  field: string | undefined,
): void {
  const focused = useRef<{ readonly id: GridRowId; readonly index: number } | null>(null);

  useEffect(
    () =>
      grid.current?.subscribeEvent('cellFocusIn', ({ id }) => {
        focused.current = { id, index: grid.current?.getRowIndexRelativeToVisibleRows(id) ?? 0 };
      }),
    [grid],
  );

  useEffect(() => {
    const before = focused.current;
    if (before === null || field === undefined || ids.includes(before.id)) return;
    const next = ids[Math.min(before.index, ids.length - 1)];
    if (next === undefined) return;
    // The grid takes the row away a moment later.
    const timer = setTimeout(() => {
      focused.current = null;
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost) grid.current?.setCellFocus(next, field);
    }, settled);
    return () => clearTimeout(timer);
  }, [grid, ids, field]);
}
