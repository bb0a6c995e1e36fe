import { Box, Button, type ButtonProps, CircularProgress } from '@mui/material';

interface ActionButtonProps extends ButtonProps {
  readonly isRunning: boolean;
}

/**
 * A button whose act takes a moment. It keeps its width, and the keyboard focus, which a disabled button would lose;
 * pressed again meanwhile, it does nothing.
 */
export function ActionButton({ isRunning, onClick, children, ...props }: ActionButtonProps) {
  return (
    <Button
      {...props}
      aria-busy={isRunning}
      aria-disabled={isRunning || props['aria-disabled'] || undefined}
      onClick={(event) => {
        if (isRunning) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', opacity: isRunning ? 0.25 : 1 }}>
        {children}
      </Box>
      {isRunning && <CircularProgress size={16} color="inherit" aria-label="Working" sx={{ position: 'absolute' }} />}
    </Button>
  );
}
