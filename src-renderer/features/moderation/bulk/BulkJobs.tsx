import { Box, Paper } from '@mui/material';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { useRead } from '../../../api/use-read';
import { useNow } from '../../../components/useNow';
import { jobsToShow, keyOf } from './bulk-words';
import { JobProgress } from './JobProgress';

/** Until the window is closed or loaded anew. */
const usePutAway = create<{ readonly keys: ReadonlySet<string> }>(() => ({ keys: new Set() }));

function putAway(key: string): void {
  usePutAway.setState(({ keys }) => ({ keys: new Set(keys).add(key) }));
}

/** The bulk decisions under way, and those that have just ended. Nothing where there are none. */
export function BulkJobs() {
  const jobs = useRead('moderation.bulkJobs', {}).data?.rows ?? [];
  const putAwayKeys = usePutAway((state) => state.keys);
  const shown = jobsToShow(jobs, putAwayKeys, useNow());
  const wasPutAway = useRef(false);

  // The button that was pressed is gone, and with it the keyboard would lose its place.
  useEffect(() => {
    if (!wasPutAway.current || document.activeElement !== document.body) return;
    wasPutAway.current = false;
    document.querySelector<HTMLElement>('h1')?.focus();
  });

  if (shown.length === 0) return null;
  return (
    <Box component="section" aria-label="Bulk decisions" sx={{ mb: 1.5, display: 'grid', gap: 1 }}>
      {shown.map((job) => (
        <Paper key={job.id} data-job variant="outlined" sx={{ px: 2, py: 1 }}>
          <JobProgress
            job={job}
            onPutAway={() => {
              wasPutAway.current = true;
              putAway(keyOf(job));
            }}
          />
        </Paper>
      ))}
    </Box>
  );
}
