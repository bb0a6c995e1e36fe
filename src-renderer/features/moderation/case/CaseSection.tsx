import { Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

interface CaseSectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a case under a small heading. */
export function CaseSection({ title, action, children }: CaseSectionProps) {
  const headingId = useId();
  return (
    <Box component="section" aria-labelledby={headingId} sx={{ mb: 2.5, minWidth: 0 }}>
      <Stack
        direction="row"
        sx={{ justifyContent: 'space-between', alignItems: 'baseline', gap: 1, flexWrap: 'wrap', mb: 0.75 }}
      >
        <Typography id={headingId} variant="h3" component="h3">
          {title}
        </Typography>
        {action}
      </Stack>
      {children}
    </Box>
  );
}

/** Lines of a case that belong together, parted by hairlines. */
export const plainList = {
  listStyle: 'none',
  m: 0,
  p: 0,
  typography: 'body2',
  overflowWrap: 'anywhere',
  '& > li': { py: 0.625 },
  '& > li:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' },
} as const;
