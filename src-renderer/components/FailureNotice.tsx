import { Alert, Button } from '@mui/material';
import { failureSentence } from '../api/failures';

interface FailureNoticeProps {
  /** Whatever was thrown; nothing is shown while it is null. */
  readonly failure: unknown;
  readonly onRetry?: () => void;
}

/** Says in one sentence why something did not work, and offers to try again. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  if (!failure) return null;
  const retry = onRetry && (
    <Button color="inherit" size="small" onClick={onRetry} sx={{ whiteSpace: 'nowrap' }}>
      Try again
    </Button>
  );
  return (
    <Alert severity="error" action={retry} sx={{ mb: 2 }}>
      {failureSentence(failure)}
    </Alert>
  );
}
