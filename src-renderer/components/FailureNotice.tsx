import { Alert, Button } from '@mui/material';
import { failureDetails } from '../api/failure-details';
import { failureSentence, isUnforeseen } from '../api/failures';
import { CopyButton } from './CopyButton';

interface FailureNoticeProps {
  /** Whatever was thrown; nothing is shown while it is null. */
  readonly failure: unknown;
  readonly onRetry?: () => void;
}

/** Says in one sentence why something did not work, and offers to try again or to tell whoever can help. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  if (!failure) return null;
  const action = (
    <>
      {isUnforeseen(failure) && <CopyButton isPlain text={failureDetails(failure)} label="Copy the details" />}
      {onRetry && (
        <Button color="inherit" size="small" onClick={onRetry} sx={{ whiteSpace: 'nowrap' }}>
          Try again
        </Button>
      )}
    </>
  );
  return (
    <Alert
      severity="error"
      action={action}
      sx={{ mb: 2, flexWrap: 'wrap', '& .MuiAlert-message': { flex: '1 1 14rem' } }}
    >
      {failureSentence(failure)}
    </Alert>
  );
}
