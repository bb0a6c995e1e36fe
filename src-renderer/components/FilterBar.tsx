import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';

interface FilterBarProps {
  /** Set while a filter leaves something out. */
  readonly onClear: (() => void) | null;
  readonly children: ReactNode;
}

/** The filters above a list, and the way to be rid of them all. */
export function FilterBar({ onClear, children }: FilterBarProps) {
  return (
    <Stack component="search" direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
      {children}
      {onClear && <Button onClick={onClear}>Clear filters</Button>}
    </Stack>
  );
}
