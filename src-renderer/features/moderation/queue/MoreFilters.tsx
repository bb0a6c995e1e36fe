import FilterListIcon from '@mui/icons-material/FilterList';
import { Box, Button, Checkbox, Chip, FormControlLabel, Popover } from '@mui/material';
import { useEffect, useId, useState } from 'react';
import { useRead } from '../../../api/use-read';
import { FilterSelect } from '../../../components/FilterSelect';
import { TextInput } from '../../../components/form/TextInput';
import { useDebounced } from '../../../components/useDebounced';
import type { QueueView } from './useQueueView';

/** The filters that are seldom needed, behind a button; those in use stand beside it. */
export function MoreFilters({ view }: { readonly view: QueueView }) {
  const { values, change } = view;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const popoverId = useId();
  const mayBeClaimed = view.tab !== 'decided';
  const isNeeded = anchor !== null || values.claimed !== undefined;
  const moderators = useRead('moderation.moderators', {}, { isEnabled: mayBeClaimed && isNeeded });
  const claimant = moderators.data?.rows.find(({ id }) => id === values.claimed);
  const inUse = [
    ...(values.domain ? [{ param: 'domain', label: `From ${values.domain}` }] : []),
    ...(values.claimed && mayBeClaimed
      ? [{ param: 'claimed', label: `Claimed by ${claimant?.name ?? 'somebody'}` }]
      : []),
    ...(values.duplicates === '1' ? [{ param: 'duplicates', label: 'Has likely duplicates' }] : []),
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
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'More filters', sx: { p: 2, width: 300 } } }}
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
        <Box sx={{ textAlign: 'end' }}>
          <Button onClick={() => setAnchor(null)}>Done</Button>
        </Box>
      </Popover>
    </>
  );
}

const pauseInTyping = 300;

/** It keeps what is being typed, whatever the address says meanwhile. */
function DomainFilter({ domain, onChange }: { readonly domain: string; readonly onChange: (domain: string) => void }) {
  const [typed, setTyped] = useState(domain);
  const settled = useDebounced(typed, pauseInTyping);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once typing pauses, and only then.
  useEffect(() => {
    const wanted = settled.trim().replace(/^@/, '').toLowerCase();
    if (wanted !== domain) onChange(wanted);
  }, [settled]);
  return (
    <TextInput
      label="Domain of the e-mail"
      isOptional
      autoFocus
      maxLength={254}
      help="Such as example.org"
      value={typed}
      onChange={setTyped}
    />
  );
}
