import { Box } from '@mui/material';

/** A key as it stands on the keyboard. */
export function Key({ children, isHidden = false }: { readonly children: string; readonly isHidden?: boolean }) {
  return (
    <Box
      component="kbd"
      aria-hidden={isHidden || undefined}
      sx={{
        display: 'inline-block',
        minWidth: 20,
        px: 0.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 0.5,
        bgcolor: 'background.default',
        color: 'text.secondary',
        fontFamily: 'inherit',
        fontSize: '0.6875rem',
        fontWeight: 550,
        lineHeight: '18px',
        textAlign: 'center',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}
