import { Box } from '@mui/material';
import { DataGrid, type GridColDef, type GridRowSelectionModel, type GridValidRowModel } from '@mui/x-data-grid';
import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice';
import { styleNonce } from './styleNonce';

interface DataTableProps<R extends GridValidRowModel> {
  /** What the rows are, such as "Staff". */
  readonly label: string;
  readonly columns: readonly GridColDef<R>[];
  /** Undefined until the first answer. */
  readonly rows: readonly R[] | undefined;
  readonly getRowId?: (row: R) => string | number;
  readonly isLoading?: boolean;
  readonly failure?: unknown;
  readonly onRetry?: () => void;
  /** Shown where there are no rows: an `EmptyState`. */
  readonly empty: ReactNode;
  /** Rows are as high as their text: for a list of few rows with sentences in them. */
  readonly wrapsText?: boolean;
  /** Opens the record of a row, by click or Enter. */
  readonly onOpen?: (row: R) => void;
  readonly selection?: {
    readonly model: GridRowSelectionModel;
    readonly onChange: (model: GridRowSelectionModel) => void;
  };
}

const rowHeight = 40;

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
    isLoading = false,
    failure,
    onRetry,
    empty,
    wrapsText,
    onOpen,
    selection,
  } = props;
  const isEmpty = rows?.length === 0 && !isLoading;

  return (
    <Box sx={{ flex: '0 1 auto', display: 'flex', flexDirection: 'column', minHeight: leastHeight(rows), minWidth: 0 }}>
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
          // As high as its rows; it scrolls once they are more than the screen has room for.
          flex: '0 1 auto',
          height: 'auto',
          borderColor: 'divider',
          '--DataGrid-rowBorderColor': 'var(--steward-palette-divider)',
          '--DataGrid-t-color-border-base': 'var(--steward-palette-divider)',
          ...(wrapsText && {
            '& .MuiDataGrid-cell': { py: 1.25, minHeight: rowHeight, lineHeight: 1.5, overflowWrap: 'anywhere' },
          }),
          '& .MuiDataGrid-row': { cursor: onOpen ? 'pointer' : undefined },
        }}
      />
      {isEmpty && !failure && (
        <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>{empty}</Box>
      )}
    </Box>
  );
}

/** Room to scroll in where the window is low, and no more than the rows need. */
function leastHeight(rows: readonly unknown[] | undefined): number {
  return Math.min(280, rowHeight * ((rows?.length ?? 6) + 1));
}

/** The empty state stands beside the grid, where a screen reader finds it and buttons in it can be reached. */
function Nothing() {
  return null;
}
