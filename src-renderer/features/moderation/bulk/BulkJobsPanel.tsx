import { Box } from '@mui/material';
import { useRead } from '../../../api/use-read';
import { Panel } from '../../../components/Panel';
import { JobProgress } from './JobProgress';

/** The last bulk decisions with their reports, where there are any. */
export function BulkJobsPanel() {
  const jobs = useRead('moderation.bulkJobs', {}).data?.rows ?? [];
  if (jobs.length === 0) return null;
  return (
    <Panel title="Bulk decisions">
      <Box component="ul" aria-label="Bulk decisions" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {jobs.map((job) => (
          <Box component="li" key={job.id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
            <JobProgress job={job} />
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
