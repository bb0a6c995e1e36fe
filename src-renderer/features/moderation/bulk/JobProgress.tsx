import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, LinearProgress, Stack, Tooltip, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import type { BulkJob } from '../../../../src-shared/contract/bulk-decisions';
import { useWrite } from '../../../api/use-write';
import { ActionButton } from '../../../components/ActionButton';
import { confirm } from '../../../components/confirm';
import { FailureNotice } from '../../../components/FailureNotice';
import { counted, formatNumber } from '../../../components/numbers';
import { RelativeTime } from '../../../components/RelativeTime';
import { BulkReport } from './BulkReport';
import { isUnderWay, jobSentence, leftOutSentence, mayBeUndone, progressOf } from './bulk-words';
import { noteStarted, useStarted } from './started';

interface JobProgressProps {
  readonly job: BulkJob;
  readonly onPutAway?: () => void;
}

/** How far a bulk decision has come, with what can be done about it. */
export function JobProgress({ job, onPutAway }: JobProgressProps) {
  const [isReportShown, setIsReportShown] = useState(false);
  const cancelling = useWrite('moderation.cancelBulk');
  const undoing = useWrite('moderation.undoBulk');
  const { id, by, startedAt, done, skipped, failed, total, state } = job;
  const sentence = jobSentence(job);
  const leftOut = leftOutSentence(job);
  const place = useKeyboardPlace(id);
  const isPartlyUndone = state === 'undone' && job.undone < done;

  async function undo(): Promise<void> {
    const isConfirmed = await confirm({
      title: `Undo ${counted(done, 'decision', 'decisions')}?`,
      text: 'They wait again for a moderator. What a colleague has touched since, and whoever has read of it already, stays as it is and stands in the report. A rule that was added with it stays too.',
      action: 'Undo',
      isDangerous: true,
    });
    if (isConfirmed) await undoing.run({ id });
  }

  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5 }}>
        <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography role="status" ref={place} tabIndex={-1} sx={{ fontWeight: 600, width: 'fit-content' }}>
            {sentence}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {isUnderWay(job) &&
              `${formatNumber(state === 'undoing' ? job.undone : done + skipped + failed)} of ${formatNumber(state === 'undoing' ? done : total)} · `}
            {leftOut !== '' && `${leftOut} · `}
            {by || 'Somebody who is no longer here'}, <RelativeTime instant={startedAt} />
          </Typography>
        </Box>
        <Stack direction="row" sx={{ gap: 0.5, alignItems: 'center' }}>
          {(skipped + failed > 0 || isPartlyUndone) && (
            <Button size="small" aria-label={`Report: ${sentence}`} onClick={() => setIsReportShown(true)}>
              Report
            </Button>
          )}
          {mayBeUndone(job) && (
            <ActionButton
              size="small"
              aria-label={`Undo: ${sentence}`}
              isRunning={undoing.isRunning}
              onClick={() => void undo()}
            >
              Undo
            </ActionButton>
          )}
          {state === 'running' && (
            <ActionButton
              size="small"
              variant="outlined"
              color="inherit"
              aria-label={`Cancel: ${sentence}`}
              isRunning={cancelling.isRunning}
              onClick={() => void cancelling.run({ id })}
            >
              Cancel
            </ActionButton>
          )}
          {onPutAway && !isUnderWay(job) && (
            <Tooltip title="Put away">
              <IconButton size="small" aria-label={`Put away: ${sentence}`} onClick={onPutAway}>
                <CloseIcon fontSize="small" />
              </IconButton>
            </Tooltip>
          )}
        </Stack>
      </Stack>
      {isUnderWay(job) && (
        <LinearProgress variant="determinate" value={progressOf(job)} aria-label={sentence} sx={{ mt: 1 }} />
      )}
      <FailureNotice failure={cancelling.failure ?? undoing.failure} />
      {isReportShown && <BulkReport job={job} onClose={() => setIsReportShown(false)} />}
    </>
  );
}

/** Keeps the keyboard here once the job has begun, and when the button that was pressed is no longer there. */
function useKeyboardPlace(id: string) {
  const place = useRef<HTMLElement>(null);
  const focused = useRef<Element | null>(null);
  const isStarted = useStarted((state) => state.id === id);

  useEffect(() => {
    if (!isStarted) return;
    noteStarted(null);
    place.current?.focus();
  }, [isStarted]);

  useEffect(() => {
    if (focused.current?.isConnected === false && document.activeElement === document.body) place.current?.focus();
    const row = place.current?.closest('li, [data-job]');
    focused.current = row?.contains(document.activeElement) ? document.activeElement : null;
  });
  return place;
}
