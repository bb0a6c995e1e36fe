import FilterListIcon from '@mui/icons-material/FilterList';
import { Box, Button, Chip, Popover } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';

/** A filter that leaves something out at this moment. */
export interface FilterInUse {
  readonly param: string;
  readonly label: string;
  readonly onRemove: () => void;
}

interface FilterPopoverProps {
  readonly inUse: readonly FilterInUse[];
  readonly width: number;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** The filters that are seldom needed, behind a button; those in use stand beside it. Enter is as good as "Done". */
export function FilterPopover({ inUse, width, onOpen, children }: FilterPopoverProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const popoverId = useId();

  return (
    <>
      <Button
        color="inherit"
        startIcon={<FilterListIcon aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? popoverId : undefined}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          onOpen?.();
        }}
      >
        More filters
      </Button>
      {inUse.map(({ param, label, onRemove }) => (
        <Chip key={param} label={label} onDelete={onRemove} />
      ))}
      <Popover
        id={popoverId}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'More filters', sx: { p: 2, width } } }}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setAnchor(null);
          }}
        >
          {children}
          <Box sx={{ textAlign: 'end' }}>
            <Button type="submit">Done</Button>
          </Box>
        </form>
      </Popover>
    </>
  );
}
