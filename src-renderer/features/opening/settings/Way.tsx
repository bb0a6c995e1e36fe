import { Box, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { FailureNotice } from '../../../components/FailureNotice';

interface WayProps {
  readonly title: string;
  readonly isInUse: boolean;
  readonly explanation: ReactNode;
  readonly failure?: unknown;
  /** The buttons that change it. */
  readonly children?: ReactNode;
}

/** One way to open the store: what it is, whether it is in use, and what can be done about it. */
export function Way({ title, isInUse, explanation, failure, children }: WayProps) {
  return (
    <Box>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 2, flexWrap: 'wrap', alignItems: 'start' }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center', mb: 0.5 }}>
            <Typography variant="h3">{title}</Typography>
            <Chip
              label={isInUse ? 'In use' : 'Not in use'}
              variant="outlined"
              color={isInUse ? 'success' : 'default'}
            />
          </Stack>
          <Typography variant="body2" color="textSecondary">
            {explanation}
          </Typography>
        </Box>
        {children}
      </Stack>
      <Box sx={{ mt: 1, '&:empty': { display: 'none' } }}>
        <FailureNotice failure={failure} />
      </Box>
    </Box>
  );
}
