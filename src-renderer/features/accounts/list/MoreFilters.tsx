import FilterListIcon from '@mui/icons-material/FilterList';
import { Box, Button, Checkbox, Chip, FormControlLabel, Popover, Stack } from '@mui/material';
import { useId, useState } from 'react';
import { TextInput } from '../../../components/form/TextInput';
import { formatDate } from '../../../components/times';
import { startOfDay } from './days';
import type { FilterParam } from './list-view';
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
            <FormControlLabel
              key={param}
              label={label}
              control={
                <Checkbox
                  autoFocus={index === 0}
                  checked={values[param] === '1'}
                  onChange={(event) => change({ [param]: event.target.checked ? '1' : undefined })}
                />
              }
            />
          ))}
        </Stack>
        {days.map(({ param, label }) => (
          <TextInput
            key={param}
            type="date"
            label={label}
            isOptional
            value={values[param] ?? ''}
            onChange={(day) => change({ [param]: day || undefined })}
          />
        ))}
        <Box sx={{ textAlign: 'end' }}>
          <Button onClick={() => setAnchor(null)}>Done</Button>
        </Box>
      </Popover>
    </>
  );
}
