import { Box, Paper, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

interface PanelProps {
  readonly title?: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a screen that belongs together, with a heading of its own. */
export function Panel({ title, description, actions, children }: PanelProps) {
  const headingId = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={title ? headingId : undefined}
      sx={{ p: { xs: 2, sm: 2.5 }, mb: 2 }}
    >
      {(title || actions) && (
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'start', gap: 2, mb: 2 }}>
          <Box>
            {title && (
              <Typography variant="h2" id={headingId} tabIndex={-1}>
                {title}
              </Typography>
            )}
            {description && (
              <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, maxWidth: '70ch' }}>
                {description}
              </Typography>
            )}
          </Box>
          {actions}
        </Stack>
      )}
      {children}
    </Paper>
  );
}
