import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { FailureNotice } from '../../components/FailureNotice';
import { Panel } from '../../components/Panel';
import { visuallyHidden } from '../../components/visuallyHidden';
import { EntryRow } from './EntryRow';
import type { Entry, EntryActs, EntryWords } from './entries';
import { useEntryActs } from './useEntryActs';

interface EntryPanelProps<E extends Entry> {
  readonly entries: readonly E[];
  readonly words: EntryWords<E>;
  readonly acts: EntryActs<E>;
  readonly description: ReactNode;
  /** What one of them is good for, where there is none yet. */
  readonly hint: string;
  readonly onAdd: () => void;
  readonly onEdit: (entry: E) => void;
}

/** One kind of entries in the office's order, with those that are archived apart. */
export function EntryPanel<E extends Entry>(props: EntryPanelProps<E>) {
  const { entries, words, acts, description, hint, onAdd, onEdit } = props;
  const { one, title, nameOf, detailsOf, countOf } = words;
  const { failure, move, setArchived, remove } = useEntryActs(entries, words, acts);
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  const inUse = entries.filter(({ isArchived }) => !isArchived);
  const archived = entries.filter(({ isArchived }) => isArchived);

  // A row that changes places loses the focus on its way.
  useEffect(() => {
    const part = focusNext.current;
    if (part === null) return;
    focusNext.current = null;
    list.current?.querySelector<HTMLElement>(part)?.focus();
  });

  async function moveEntry(entry: E, index: number, by: -1 | 1): Promise<void> {
    const part = document.activeElement?.getAttribute('data-part') ?? (by < 0 ? 'up' : 'down');
    if (!(await move(entry, by))) return;
    focusNext.current = `[data-entry="${entry.id}"] [data-part="${part}"]`;
    setSaid(`${nameOf(entry)} is now ${index + by + 1} of ${inUse.length}.`);
  }

  const add = (
    <Button variant="contained" startIcon={<AddIcon />} onClick={onAdd} sx={{ flex: 'none' }}>
      Add {one}
    </Button>
  );
  const rowOf = (entry: E, index: number | null) => (
    <EntryRow
      key={entry.id}
      id={entry.id}
      name={nameOf(entry)}
      details={[...detailsOf(entry), countOf(entry)]}
      isArchived={entry.isArchived}
      place={index === null ? null : { index, count: inUse.length, onMove: (by) => void moveEntry(entry, index, by) }}
      onEdit={() => onEdit(entry)}
      onArchive={() => void setArchived(entry, !entry.isArchived)}
      onDelete={() => void remove(entry)}
    />
  );

  return (
    <Panel title={title} description={description} actions={entries.length > 0 && add}>
      <FailureNotice failure={failure} />
      {/* Positioned, or what is only read out would stick out of the screen's own scrolling. */}
      <Box ref={list} sx={{ position: 'relative' }}>
        {entries.length === 0 && (
          <EmptyState title={`No ${title.toLowerCase()} yet`} action={add}>
            {hint}
          </EmptyState>
        )}
        {inUse.length > 0 && <EntryList label={title}>{inUse.map((entry, index) => rowOf(entry, index))}</EntryList>}
        {archived.length > 0 && (
          <>
            <Typography variant="h3" component="h3" sx={{ mt: 2.5, mb: 0.5, typography: 'subtitle2' }}>
              Archived
            </Typography>
            <EntryList label={`Archived: ${title.toLowerCase()}`}>
              {archived.map((entry) => rowOf(entry, null))}
            </EntryList>
          </>
        )}
        <Box role="status" sx={visuallyHidden}>
          {said}
        </Box>
      </Box>
    </Panel>
  );
}

function EntryList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  );
}
