import { Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { ActionButton } from '../../components/ActionButton';

interface SendActionsProps {
  readonly label: string;
  readonly isRunning: boolean;
  /** Why it cannot be sent, in a sentence; null where it can. */
  readonly why: string | null;
  /** The way out without sending. */
  readonly children: ReactNode;
}

/** The end of a form to the office: the button that sends it, and why it cannot be sent where the office was quicker. */
export function SendActions({ label, isRunning, why, children }: SendActionsProps) {
  const whyId = useId();
  return (
    <>
      {why !== null && (
        <Typography id={whyId} role="status" variant="body2" sx={{ mb: 1.5 }}>
          {why}
        </Typography>
      )}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <ActionButton
          type="submit"
          variant="contained"
          isRunning={isRunning}
          aria-disabled={why !== null || undefined}
          aria-describedby={why === null ? undefined : whyId}
        >
          {label}
        </ActionButton>
        {children}
      </Stack>
    </>
  );
}
