import type { GridApi, GridValidRowModel } from '@mui/x-data-grid';
import { type RefObject, useEffect, useRef } from 'react';
import { offerWayToRow } from './opened-row';

/** Puts the keyboard on the row that is named, once it is among the rows; it is done once. */
export function useFocusedRow<R extends GridValidRowModel>(
  grid: RefObject<GridApi | null>,
  rows: readonly R[] | undefined,
  id: string | null,
  field: string | undefined,
): void {
  const isDone = useRef(false);
  const rowIndex = rows?.findIndex((row) => row.id === id) ?? -1;

  useEffect(() => {
    if (isDone.current || id === null || field === undefined || rowIndex < 0) return;
    isDone.current = true;
    grid.current?.scrollToIndexes({ rowIndex });
    grid.current?.setCellFocus(id, field);
  }, [grid, id, field, rowIndex]);

  const isThere = id !== null && field !== undefined && rowIndex >= 0;
  useEffect(() => {
    if (!isThere) return;
    return offerWayToRow(() => {
      grid.current?.setCellFocus(id, field);
      // A cell hands the focus on to its link when it gets it, not when it has it already.
      grid.current?.getCellElement(id, field)?.querySelector<HTMLElement>('a, button')?.focus();
    });
  }, [grid, id, field, isThere]);
}
