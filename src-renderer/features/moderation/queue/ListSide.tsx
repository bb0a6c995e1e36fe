import { Box, Paper } from '@mui/material';
import { CursorPager } from '../../../components/CursorPager';
import { FailureNotice } from '../../../components/FailureNotice';
import { LoadingState } from '../../../components/LoadingState';
import { MissingPage } from '../../../components/MissingPage';
import type { BulkRequest } from './bulk-request';
import { NobodyThere } from './NobodyThere';
import { QueueList } from './QueueList';
import { listOf } from './queue-view';
import { TickBar } from './TickBar';
import type { Queue } from './useQueue';
import type { QueueView } from './useQueueView';
import type { Selection } from './useSelection';
import type { Ticks } from './useTicks';

interface ListSideProps {
  readonly view: QueueView;
  readonly queue: Queue;
  readonly ticks: Ticks;
  readonly selection: Selection;
  readonly isSplit: boolean;
  readonly reminderAge: number;
  readonly onAsk: (request: BulkRequest) => void;
}

/** The cases of a part of the queue, with the way to tick them and to the other pages. */
export function ListSide({ view, queue, ticks, selection, isSplit, reminderAge, onAsk }: ListSideProps) {
  const { read, page, isNoPage, total, summary } = queue;
  const isDecided = view.tab === 'decided';
  const hasRows = page !== undefined && page.rows.length > 0;
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="List"
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0, overflow: 'hidden' }}
    >
      {hasRows && !isDecided && (
        <TickBar
          key={listOf(view.values)}
          rows={page.rows}
          ticks={ticks}
          filter={view.filter}
          total={total}
          hasMore={page.next !== null || page.previous !== null}
          onAsk={onAsk}
        />
      )}
      <Box sx={{ flex: 1, minHeight: 0, overflowY: isSplit ? 'auto' : 'visible' }}>
        {read.error !== null && !isNoPage && (
          <Box sx={{ p: 1.5 }}>
            <FailureNotice failure={read.error} onRetry={() => void read.refetch()} />
          </Box>
        )}
        {isNoPage && <MissingPage />}
        {read.isPending && <LoadingState />}
        {page && !hasRows && !read.isPlaceholderData && <NobodyThere view={view} />}
        {hasRows && (
          <QueueList
            page={page}
            selected={selection.id}
            ticks={isDecided ? null : ticks}
            reminderAge={reminderAge}
            isOutdated={read.isPlaceholderData}
            listRef={selection.list}
            onOpen={selection.open}
          />
        )}
      </Box>
      {hasRows && (
        <Box
          sx={{
            borderTop: 1,
            borderColor: 'divider',
            px: 1,
            flex: 'none',
            '& nav': { columnGap: 0.25 },
            '& [role=status]': { flex: '1 1 auto' },
            '& button': { minWidth: 0, px: 0.75 },
          }}
        >
          <CursorPager next={page.next} previous={page.previous} last={page.last} onGo={view.goTo} summary={summary} />
        </Box>
      )}
    </Paper>
  );
}
