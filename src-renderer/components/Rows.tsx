import { Box, Paper } from '@mui/material';
import type { ReactNode } from 'react';
import { isWrongAddress } from '../api/failures';
import { MissingPage } from './MissingPage';
import { ReadState } from './ReadState';

interface Page<T> {
  readonly rows: readonly T[];
}

interface RowsProps<T> {
  /** What the rows are, such as "Changes". */
  readonly label: string;
  readonly read: {
    readonly data: Page<T> | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
    readonly isPlaceholderData: boolean;
  };
  readonly empty: ReactNode;
  /** One row, as a list item with its key. */
  readonly children: (row: T) => ReactNode;
}

/** A list whose rows are sentences, which wrap where the window is narrow, rather than cells. */
export function Rows<T>({ label, read, empty, children }: RowsProps<T>) {
  if (isWrongAddress(read.error)) return <MissingPage />;
  return (
    <ReadState read={read}>
      {({ rows }) => (
        <Paper variant="outlined" sx={{ overflow: 'hidden', opacity: read.isPlaceholderData ? 0.6 : 1 }}>
          {rows.length === 0 ? (
            empty
          ) : (
            <Box
              component="ol"
              aria-label={label}
              aria-busy={read.isPlaceholderData}
              sx={{
                listStyle: 'none',
                m: 0,
                p: 0,
                '& > li:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' },
              }}
            >
              {rows.map(children)}
            </Box>
          )}
        </Paper>
      )}
    </ReadState>
  );
}
