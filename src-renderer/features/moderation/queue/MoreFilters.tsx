import { Box, Checkbox, FormControlLabel } from '@mui/material';
import { useState } from 'react';
import { useRead } from '../../../api/use-read';
import { FilterPopover } from '../../../components/FilterPopover';
import { FilterSelect } from '../../../components/FilterSelect';
import { DomainFilter } from './DomainFilter';
import { periodOf, periodWords, type ViewParam } from './queue-view';
import type { QueueView } from './useQueueView';

/** The filters that are seldom needed. */
export function MoreFilters({ view }: { readonly view: QueueView }) {
  const { values, change } = view;
  const [wasOpened, setWasOpened] = useState(false);
  const mayBeClaimed = view.tab !== 'decided';
  const isNeeded = wasOpened || values.claimed !== undefined;
  const moderators = useRead('moderation.moderators', {}, { isEnabled: mayBeClaimed && isNeeded });
  const claimant = moderators.data?.rows.find(({ id }) => id === values.claimed);
  const period = periodOf(values);
  const inUse: readonly { readonly params: readonly ViewParam[]; readonly label: string }[] = [
    ...(period ? [{ params: ['from', 'to'] as const, label: periodWords(period) }] : []),
    ...(values.domain ? [{ params: ['domain'] as const, label: `From ${values.domain}` }] : []),
    ...(values.claimed && mayBeClaimed
      ? [{ params: ['claimed'] as const, label: `Claimed by ${claimant?.name ?? 'somebody'}` }]
      : []),
    ...(values.duplicates === '1' ? [{ params: ['duplicates'] as const, label: 'Has likely duplicates' }] : []),
  ];

  return (
    <FilterPopover
      inUse={inUse.map(({ params, label }) => ({
        param: params.join(),
        label,
        onRemove: () => change(Object.fromEntries(params.map((name) => [name, undefined]))),
      }))}
      width={300}
      onOpen={() => setWasOpened(true)}
    >
      <DomainFilter domain={values.domain ?? ''} onChange={(domain) => change({ domain: domain || undefined })} />
      {mayBeClaimed && (
        <Box sx={{ mb: 1, '& > *': { width: '100%' } }}>
          <FilterSelect
            label="Claimed by"
            allLabel="Claimed by anybody or nobody"
            options={(moderators.data?.rows ?? []).map(({ id, name }) => ({
              value: id,
              label: `Claimed by ${name}`,
            }))}
            value={values.claimed}
            onChange={(claimed) => change({ claimed })}
          />
        </Box>
      )}
      <FormControlLabel
        label="Has likely duplicates"
        control={
          <Checkbox
            checked={values.duplicates === '1'}
            onChange={(event) => change({ duplicates: event.target.checked ? '1' : undefined })}
          />
        }
      />
    </FilterPopover>
  );
}
