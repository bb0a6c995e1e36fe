import InsightIcon from '@mui/icons-material/BarChartOutlined';
import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import { Box, Button, useMediaQuery } from '@mui/material';
import { memo, useCallback, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { CaseTab } from '../../../../src-shared/contract/sign-up-cases';
import { useRead } from '../../../api/use-read';
import { Page } from '../../../components/Page';
import { BulkDialog } from '../bulk/BulkDialog';
import { BulkJobs } from '../bulk/BulkJobs';
import { KeysDialog } from '../keys/KeysDialog';
import { useKeys } from '../keys/useKeys';
import type { BulkRequest } from './bulk-request';
import { CaseSide } from './CaseSide';
import { ListSide } from './ListSide';
import { QueueFilters } from './QueueFilters';
import { QueueTabs } from './QueueTabs';
import { addressOf, listOf, paramsOfTab } from './queue-view';
import { useProfileTypeOptions } from './useProfileTypeOptions';
import { useQueue } from './useQueue';
import { useQueueView } from './useQueueView';
import { useSelection } from './useSelection';
import { useTicks } from './useTicks';

/** Room for the list and a case beside each other. */
const roomForBoth = '(min-width: 1000px)';
/** Until the policies are read, nothing is called late. */
const never = Number.POSITIVE_INFINITY;

/** Whoever waits for approval, and the case that is looked at; beside each other, or one after the other. */
export function ModerationScreen() {
  const { id } = useParams();
  const navigate = useNavigate();
  const isSplit = useMediaQuery(roomForBoth, { noSsr: true });
  const view = useQueueView();
  const counts = useRead('moderation.counts', {}).data;
  const queue = useQueue(view, counts);
  const types = useProfileTypeOptions(queue.page?.rows);
  const ticks = useTicks(listOf(view.values), queue.read.isPlaceholderData);
  const { tick } = ticks;
  const untick = useCallback((decided: string) => tick(decided, false), [tick]);
  const selection = useSelection({ id, queue, view, isSplit, onDecided: untick });
  const [request, setRequest] = useState<BulkRequest | null>(null);
  const [isShowingKeys, setIsShowingKeys] = useState(false);
  const showKeys = useCallback(() => setIsShowingKeys(true), []);
  const hasList = isSplit || id === undefined;
  const reminderAge = counts?.reminderAge ?? never;

  useKeys({
    '?': showKeys,
    x: () => {
      const isListed = queue.page?.rows.some((row) => row.id === id) ?? false;
      if (id === undefined || !isListed || view.tab === 'decided') return false;
      tick(id, !ticks.ids.has(id));
      return true;
    },
  });

  const { values } = view;
  const turnTo = useCallback(
    (tab: CaseTab) => {
      // At once: a key that is pressed next is for this part of the queue.
      void navigate(addressOf(undefined, paramsOfTab(values, tab)), { flushSync: true });
    },
    [navigate, values],
  );

  return (
    <Page
      title="Moderation"
      back={hasList ? undefined : { to: addressOf(undefined, selection.search), label: 'Back to the list' }}
      actions={hasList && <QueueActions onShowKeys={showKeys} />}
    >
      <BulkJobs />
      {hasList && (
        <>
          <QueueTabs tab={view.tab} counts={counts} onChange={turnTo} />
          <QueueFilters view={view} types={types} />
        </>
      )}
      <Box
        role={hasList ? 'tabpanel' : undefined}
        id="queue-panel"
        aria-labelledby={hasList ? `tab-${view.tab}` : undefined}
        sx={
          isSplit
            ? {
                flex: 1,
                minHeight: 340,
                display: 'grid',
                gridTemplateColumns: 'minmax(270px, min(36%, 440px)) minmax(0, 1fr)',
                gap: 1.5,
              }
            : { minWidth: 0 }
        }
      >
        {hasList && (
          <ListSide
            view={view}
            queue={queue}
            ticks={ticks}
            selection={selection}
            isSplit={isSplit}
            reminderAge={reminderAge}
            onAsk={setRequest}
          />
        )}
        {(isSplit || id !== undefined) && (
          <CaseSide
            id={id}
            queue={queue}
            selection={selection}
            isSplit={isSplit}
            reminderAge={reminderAge}
            onAsk={setRequest}
          />
        )}
      </Box>
      {request && <BulkDialog {...request} onStarted={ticks.clear} onClose={() => setRequest(null)} />}
      {isShowingKeys && <KeysDialog onClose={() => setIsShowingKeys(false)} />}
    </Page>
  );
}

// As what stands above the list, it is not drawn anew from one case to the next.
const QueueActions = memo(function QueueActions({ onShowKeys }: { readonly onShowKeys: () => void }) {
  return (
    <>
      <Button color="inherit" startIcon={<KeyboardIcon />} onClick={onShowKeys}>
        Keys
      </Button>
      <Button color="inherit" startIcon={<InsightIcon />} component={Link} to="/moderation/insight">
        Insight
      </Button>
    </>
  );
});
