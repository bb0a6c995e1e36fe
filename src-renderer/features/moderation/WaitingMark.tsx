import { Box } from '@mui/material';
import { useRead } from '../../api/use-read';
import { useMay } from '../../app/permissions';
import { counted, formatNumber } from '../../components/numbers';
import { visuallyHidden } from '../../components/visuallyHidden';

/** How many wait to be decided on, appeals among them, beside the name of the section. */
export function WaitingMark() {
  const mayDecide = useMay('moderation.decide');
  const { data } = useRead('moderation.counts', {}, { isEnabled: mayDecide });
  const waiting = data ? data.waiting + data.appeals : 0;
  if (!mayDecide || waiting === 0) return null;
  return (
    <>
      <Box component="span" aria-hidden sx={{ typography: 'body2', fontWeight: 600, color: 'text.secondary' }}>
        {formatNumber(waiting)}
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {counted(waiting, 'waits', 'wait')} for a decision
      </Box>
    </>
  );
}
