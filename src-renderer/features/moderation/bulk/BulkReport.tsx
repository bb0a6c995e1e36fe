import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { OutputOf } from '../../../../src-shared/contract';
import type { BulkJob } from '../../../../src-shared/contract/bulk-decisions';
import { useRead } from '../../../api/use-read';
import { CursorPager } from '../../../components/CursorPager';
import { Rows } from '../../../components/Rows';
import { jobSentence, skipWords } from './bulk-words';

interface BulkReportProps {
  readonly job: BulkJob;
  readonly onClose: () => void;
}

/** What of a bulk decision was left out, or could not be done or undone, one by one with the reason. */
export function BulkReport({ job, onClose }: BulkReportProps) {
  const titleId = useId();
  const [cursor, setCursor] = useState<string>();
  const read = useRead('moderation.bulkFailures', { id: job.id, cursor }, { keepsPrevious: true });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{jobSentence(job)}: what was not done</DialogTitle>
      <DialogContent>
        <Rows
          label="What was not done"
          read={read}
          empty={
            <Typography variant="body2" sx={{ p: 2 }}>
              Everything was done.
            </Typography>
          }
        >
          {(row) => <NotDone key={`${row.caseId} ${row.email}`} row={row} onLeave={onClose} />}
        </Rows>
        {read.data && (read.data.next ?? read.data.previous) !== null && (
          <CursorPager next={read.data.next} previous={read.data.previous} onGo={setCursor} />
        )}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const outcomeWords = { skipped: 'Left out', failed: 'Failed', 'not-undone': 'Not undone' } as const;

interface NotDoneProps {
  readonly row: OutputOf<'moderation.bulkFailures'>['rows'][number];
  readonly onLeave: () => void;
}

function NotDone({ row: { caseId, name, email, outcome, code }, onLeave }: NotDoneProps) {
  const person = name || email || 'Somebody who is no longer here';
  return (
    <Box component="li" sx={{ px: 1.5, py: 1, typography: 'body2', overflowWrap: 'anywhere' }}>
      {caseId === null ? (
        person
      ) : (
        <Link component={RouterLink} to={`/moderation/${caseId}`} underline="always" onClick={onLeave}>
          {person}
        </Link>
      )}
      {name !== '' && email !== '' && `, ${email}`}
      <Box sx={{ color: 'text.secondary' }}>
        {outcomeWords[outcome]}: {skipWords[code]}
      </Box>
    </Box>
  );
}
