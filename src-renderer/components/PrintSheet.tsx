import { Box, GlobalStyles } from '@mui/material';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** What goes on paper in place of the screen while this is shown. On the screen it cannot be seen. */
export function PrintSheet({ children }: { readonly children: ReactNode }) {
  return createPortal(
    <>
      <GlobalStyles
        styles={{
          '@media print': {
            'body > :not([data-print-sheet])': { display: 'none !important' },
            body: { background: 'none !important' },
            '@page': { margin: '20mm' },
          },
        }}
      />
      <Box
        data-print-sheet
        sx={{
          display: 'none',
          '@media print': { display: 'block', color: '#000', fontSize: '12pt', lineHeight: 1.5 },
        }}
      >
        {children}
      </Box>
    </>,
    document.body,
  );
}
