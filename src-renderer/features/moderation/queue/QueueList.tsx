import { Box } from '@mui/material';
import type { MouseEvent, RefObject } from 'react';
import { useLocation } from 'react-router';
import type { OutputOf } from '../../../../src-shared/contract';
import type { CaseRow } from '../../../../src-shared/contract/sign-up-cases';
import { useNow } from '../../../components/useNow';
import { CaseEntry } from './CaseEntry';
import { addressOf } from './queue-view';
import type { Ticks } from './useTicks';

interface QueueListProps {
  readonly page: OutputOf<'moderation.queue'>;
  readonly selected: string | undefined;
  /** Null where nothing is done with several at once. */
  readonly ticks: Ticks | null;
  readonly reminderAge: number;
  /** The rows of another filter, until those of this one are there. */
  readonly isOutdated: boolean;
  readonly listRef: RefObject<HTMLUListElement | null>;
  readonly onOpen: (row: CaseRow, isByKeyboard: boolean) => void;
}

/** The cases of a page of the queue. */
export function QueueList(props: QueueListProps) {
  const { page, selected, ticks, reminderAge, isOutdated, listRef, onOpen } = props;
  const { search } = useLocation();
  const now = useNow();

  function follow(event: MouseEvent<HTMLUListElement>): void {
    const { target, button, ctrlKey, metaKey, shiftKey, detail } = event;
    if (button !== 0 || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
    const id = target.closest<HTMLElement>('a[data-case]')?.dataset.case;
    const row = page.rows.find((one) => one.id === id);
    if (!row) return;
    event.preventDefault();
    // A click without any pressing of the mouse is Enter.
    onOpen(row, detail === 0);
  }

  const tick = ticks?.tick;
  return (
    <Box
      component="ul"
      ref={listRef}
      aria-label="Cases"
      aria-busy={isOutdated}
      onClick={follow}
      sx={{ listStyle: 'none', m: 0, p: 0, opacity: isOutdated ? 0.6 : 1 }}
    >
      {page.rows.map((row) => (
        <CaseEntry
          key={row.id}
          row={row}
          address={addressOf(row.id, search)}
          isSelected={row.id === selected}
          isTicked={ticks?.ids.has(row.id) ?? false}
          onTick={tick}
          now={now}
          reminderAge={reminderAge}
        />
      ))}
    </Box>
  );
}
