import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { FailureNotice } from '../FailureNotice';

interface FormActionsProps {
  /** Why the form could not be saved, where no field says it. */
  readonly failure: unknown;
  /** What else is to be known before the form is saved. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** The buttons at the end of a form, in sight however long it is, with what went wrong right above them. */
export function FormActions({ failure, notice, children }: FormActionsProps) {
  return (
    <Box
      sx={{
        position: 'sticky',
        // Down to the edge of the screen, over the padding of the page.
        bottom: { xs: -16, md: -24 },
        zIndex: 1,
        mt: 2,
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.default',
      }}
    >
      <FailureNotice failure={failure} />
      {notice}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {children}
      </Stack>
    </Box>
  );
}

/** For a form above such buttons: what the keyboard reaches is scrolled out from under them. */
export const aboveFormActions = { '& :focus-visible': { scrollMarginBottom: 144 } } as const;
