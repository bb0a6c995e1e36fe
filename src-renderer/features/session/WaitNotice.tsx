import { Alert } from '@mui/material';
import { useEffect, useState } from 'react';

interface WaitNoticeProps {
  readonly seconds: number;
  readonly why?: string;
}

/** Says how long to wait. Read out when the wait begins and when it ends, not at every second. */
export function WaitNotice({ seconds, why = 'Too many failed tries.' }: WaitNoticeProps) {
  const isWaiting = seconds > 0;
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    if (isWaiting) setHasWaited(true);
  }, [isWaiting]);

  if (isWaiting) {
    return (
      <Alert severity="warning" sx={{ mb: 2 }}>
        {why} Try again in <span role="timer">{durationText(seconds)}</span>.
      </Alert>
    );
  }
  return hasWaited ? (
    <Alert severity="info" sx={{ mb: 2 }}>
      You can try again now.
    </Alert>
  ) : null;
}

function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
