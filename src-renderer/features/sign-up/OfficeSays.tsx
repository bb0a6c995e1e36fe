import { Box, Typography } from '@mui/material';
import { useEffect } from 'react';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import { api } from '../../api/call';
import { formatDateAndTime } from '../../components/times';

interface OfficeSaysProps {
  readonly office: string;
  readonly message: NonNullable<MySignUp['message']>;
}

/** The office's last words to the person, who has read them once they are shown. */
export function OfficeSays({ office, message: { id, text, sentAt } }: OfficeSaysProps) {
  useEffect(() => {
    // Nothing is lost if it fails: it counts as unread then, and the next time it is shown it is tried again.
    void api.messages.markRead({ id }).catch(() => undefined);
  }, [id]);
  return (
    <Box
      component="section"
      aria-label="What the office says"
      sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 2, py: 0.5, mb: 3 }}
    >
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
        {office}, {formatDateAndTime(sentAt)}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Typography>
    </Box>
  );
}
