import { Box, CircularProgress, Typography } from '@mui/material';
import { useEffect, useState } from 'react';

// What is there sooner than this would only flicker.
const waitBeforeShowing = 300;

export function LoadingState({ label = 'Loading' }: { readonly label?: string }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), waitBeforeShowing);
    return () => clearTimeout(timer);
  }, []);

  return (
    <Box
      role="status"
      sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 1.5, py: 6, minHeight: 120 }}
    >
      {isShown && (
        <>
          <CircularProgress size={18} aria-hidden />
          <Typography variant="body2" color="textSecondary">
            {label}…
          </Typography>
        </>
      )}
    </Box>
  );
}
