import { Box } from '@mui/material';
import {
  DataGrid,
  type GridColDef,
  type GridRowSelectionModel,
  type GridSortModel,
  type GridValidRowModel,
  useGridApiRef,
} from '@mui/x-data-grid';
import { type ReactNode, useMemo } from 'react';
import { FailureNotice } from './FailureNotice';
import { styleNonce } from './styleNonce';
import { useFocusedRow } from './useFocusedRow';
import { useNeighbourFocus } from './useNeighbourFocus';

export interface TableSorting {
  readonly field: string;
  readonly isDescending: boolean;
  readonly onChange: (field: string, isDescending: boolean) => void;
}

interface DataTableProps<R extends GridValidRowModel> {
  /** What the rows are, such as "Staff". */
  readonly label: string;
  readonly columns: readonly GridColDef<R>[];
  /** Undefined until the first answer. */
  readonly rows: readonly R[] | undefined;
  readonly getRowId?: (row: R) => string | number;
  /** How many rows a page usually has: room is kept for them until they are there. */
  readonly usualRows?: number;
  readonly isLoading?: boolean;
  readonly failure?: unknown;
  readonly onRetry?: () => void;
  /** Shown where there are no rows: an `EmptyState`. */
  readonly empty: ReactNode;
  /** Rows are as high as their text: for a list of few rows with sentences in them. */
  readonly wrapsText?: boolean;
  /** Cells stand closer together: for a list of many columns. */
  readonly isDense?: boolean;
  /** Opens the record of a row, by click or Enter. */
  readonly onOpen?: (row: R) => void;
  /** By which column the main side has sorted; a click on the header of a column that is `sortable` asks for another. */
  readonly sorting?: TableSorting;
  /** The row that the keyboard goes on from, as when its record was left again. */
  readonly focusedRowId?: string | null;
  readonly selection?: {
    readonly model: GridRowSelectionModel;
    readonly onChange: (model: GridRowSelectionModel) => void;
  };
}

const rowHeight = 40;
const lineWidth = 1;
const fewRows = 10;
/** Room to scroll in where the window is low. */
const leastHeight = 280;
const ascendingOrDescending = ['asc', 'desc'] as const;
const nothingSorted: GridSortModel = [];

/**
 * A list in our density, which fills what its page leaves. Sorting, filters and pages are asked of the main side,
 * so what the grid has of its own for them is off.
 */
export function DataTable<R extends GridValidRowModel>(props: DataTableProps<R>) {
  const {
    label,
    columns,
    rows,
    getRowId,
    usualRows = 6,
    isLoading = false,
    failure,
    onRetry,
    empty,
    wrapsText,
    isDense = false,
    onOpen,
    sorting,
    focusedRowId = null,
    selection,
  } = props;
  const isEmpty = rows?.length === 0 && !isLoading;
  const isShort = rows !== undefined && rows.length <= fewRows;
  const fullHeight = rowHeight * ((rows?.length ?? usualRows) + 1) + 2 * lineWidth;
  const grid = useGridApiRef();
  useFocusedRow(grid, rows, focusedRowId, columns[0]?.field);
  const ids = useMemo(() => (rows ?? []).map((row) => (getRowId ? getRowId(row) : row.id)), [rows, getRowId]);
  useNeighbourFocus(grid, ids, columns[0]?.field);

  function sortBy([asked]: GridSortModel): void {
    if (asked) sorting?.onChange(asked.field, asked.sort === 'desc');
  }

  return (
    <Box
      sx={{
        flex: '0 1 auto',
        display: 'flex',
        flexDirection: 'column',
        minHeight: Math.min(leastHeight, fullHeight),
        minWidth: 0,
      }}
    >
      <FailureNotice failure={failure} onRetry={onRetry} />
      <DataGrid<R>
        aria-label={label}
        columns={columns}
        rows={rows ?? []}
        getRowId={getRowId}
        loading={isLoading || (rows === undefined && !failure)}
        rowHeight={rowHeight}
        columnHeaderHeight={rowHeight}
        getRowHeight={wrapsText ? () => 'auto' : undefined}
        nonce={styleNonce()}
        disableEval
        hideFooter
        disableColumnFilter
        disableColumnMenu
        disableColumnSelector
        apiRef={grid}
        sortingMode="server"
        sortingOrder={ascendingOrDescending}
        sortModel={sorting ? [{ field: sorting.field, sort: sorting.isDescending ? 'desc' : 'asc' }] : nothingSorted}
        onSortModelChange={sortBy}
        disableRowSelectionOnClick
        checkboxSelection={selection !== undefined}
        rowSelectionModel={selection?.model}
        onRowSelectionModelChange={selection?.onChange}
        onRowClick={onOpen && (({ row }) => onOpen(row))}
        onCellKeyDown={
          onOpen &&
          (({ row }, event) => {
            // Enter on a button inside a cell is for the button.
            if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row);
          })
        }
        slots={{ noRowsOverlay: Nothing }}
        slotProps={{ loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' } }}
        sx={{
          display: isEmpty ? 'none' : undefined,
          // As high as its rows; it scrolls once they are more than the screen has room for. Told how high that is, the
          // grid need not find out by drawing a few rows, measuring, and drawing some more.
          flex: '0 1 auto',
          height: wrapsText || isShort ? 'auto' : fullHeight,
          borderColor: 'divider',
          '--DataGrid-rowBorderColor': 'var(--steward-palette-divider)',
          '--DataGrid-t-color-border-base': 'var(--steward-palette-divider)',
          ...(wrapsText && {
            '& .MuiDataGrid-cell': { py: 1.25, minHeight: rowHeight, lineHeight: 1.5, overflowWrap: 'anywhere' },
          }),
          ...(isDense && { '& .MuiDataGrid-cell, & .MuiDataGrid-columnHeader': { px: 0.75 } }),
          '& .MuiDataGrid-row': { cursor: onOpen ? 'pointer' : undefined },
        }}
      />
      {isEmpty && !failure && (
        <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>{empty}</Box>
      )}
    </Box>
  );
}

/** The empty state stands beside the grid, where a screen reader finds it and buttons in it can be reached. */
function Nothing() {
  return null;
}
