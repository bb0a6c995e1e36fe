import FilterListIcon from '@mui/icons-material/FilterList';
import { Box, Button, Chip, Popover, Stack } from '@mui/material';
import { useId, useState } from 'react';
import { formatDate } from '../../../components/times';
import { DayFilter } from './DayFilter';
import { startOfDay } from './days';
import type { FilterParam } from './list-view';
import { TickFilter } from './TickFilter';
import type { ListView } from './useListView';

const ticks = [
  { param: 'never', label: 'Never signed in' },
  { param: 'mustChange', label: 'Must change password' },
  { param: 'locked', label: 'Locked' },
] as const;

const days = [
  { param: 'from', label: 'Created from' },
  { param: 'to', label: 'Created to' },
] as const;

/** The filters that are seldom needed, behind a button; those in use stand beside it. */
export function MoreFilters({ view }: { readonly view: ListView }) {
  const { values, change } = view;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const popoverId = useId();
  const inUse: { readonly param: FilterParam; readonly label: string }[] = [
    ...ticks.filter(({ param }) => values[param] === '1'),
    ...days.flatMap(({ param, label }) => {
      const start = startOfDay(values[param]);
      return start === undefined ? [] : [{ param, label: `${label} ${formatDate(start)}` }];
    }),
  ];

  return (
    <>
      <Button
        color="inherit"
        startIcon={<FilterListIcon aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? popoverId : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        More filters
      </Button>
      {inUse.map(({ param, label }) => (
        <Chip key={param} label={label} onDelete={() => change({ [param]: undefined })} />
      ))}
      <Popover
        id={popoverId}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'More filters', sx: { p: 2, width: 280 } } }}
      >
        <Stack sx={{ mb: 1 }}>
          {ticks.map(({ param, label }, index) => (
            <TickFilter
              key={param}
              label={label}
              hasFocus={index === 0}
              isTicked={values[param] === '1'}
              onChange={(isTicked) => change({ [param]: isTicked ? '1' : undefined })}
            />
          ))}
        </Stack>
        {days.map(({ param, label }) => (
          <DayFilter key={param} label={label} day={values[param]} onChange={(day) => change({ [param]: day })} />
        ))}
        <Box sx={{ textAlign: 'end' }}>
          <Button onClick={() => setAnchor(null)}>Done</Button>
        </Box>
      </Popover>
    </>
  );
}
