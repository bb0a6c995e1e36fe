import { Button, Paper } from '@mui/material';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../../components/EmptyState';
import { CasePane } from '../case/CasePane';
import { type BulkRequest, ofDomain } from './bulk-request';
import { addressOf } from './queue-view';
import type { Queue } from './useQueue';
import type { Selection } from './useSelection';

interface CaseSideProps {
  readonly id: string | undefined;
  readonly queue: Queue;
  readonly selection: Selection;
  readonly isSplit: boolean;
  readonly reminderAge: number;
  readonly onAsk: (request: BulkRequest) => void;
}

/** The case that is chosen, or the way to begin with one. */
export function CaseSide({ id, queue, selection, isSplit, reminderAge, onAsk }: CaseSideProps) {
  const navigate = useNavigate();
  const showDomain = useCallback(
    (domain: string) => void navigate(addressOf(undefined, `?${new URLSearchParams({ domain })}`)),
    [navigate],
  );
  const rejectDomain = useCallback((domain: string) => onAsk(ofDomain(domain)), [onAsk]);
  const hasRows = (queue.page?.rows.length ?? 0) > 0;

  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="Case"
      sx={{ minHeight: 0, minWidth: 0, overflow: isSplit ? 'auto' : 'visible' }}
    >
      {id === undefined ? (
        hasRows && (
          <EmptyState
            title="No case is chosen"
            action={
              <Button variant="outlined" color="inherit" onClick={() => selection.step(1)}>
                Begin with the first
              </Button>
            }
          >
            Choose one in the list, or press j. The keys for everything else are under “Keys”, or press ?.
          </EmptyState>
        )
      ) : (
        <CasePane
          id={id}
          reminderAge={reminderAge}
          isSplit={isSplit}
          onDone={selection.done}
          onShown={selection.shown}
          onShowDomain={showDomain}
          onRejectDomain={rejectDomain}
          onLeave={selection.leave}
        />
      )}
    </Paper>
  );
}
