import { Stack } from '@mui/material';
import { FilterPopover } from '../../../components/FilterPopover';
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

/** The filters that are seldom needed. */
export function MoreFilters({ view }: { readonly view: ListView }) {
  const { values, change } = view;
  const inUse: { readonly param: FilterParam; readonly label: string }[] = [
    ...ticks.filter(({ param }) => values[param] === '1'),
    ...days.flatMap(({ param, label }) => {
      const start = startOfDay(values[param]);
      return start === undefined ? [] : [{ param, label: `${label} ${formatDate(start)}` }];
    }),
  ];

  return (
    <FilterPopover
      inUse={inUse.map((one) => ({ ...one, onRemove: () => change({ [one.param]: undefined }) }))}
      width={280}
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
    </FilterPopover>
  );
}
