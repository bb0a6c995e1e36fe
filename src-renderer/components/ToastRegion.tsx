import CloseIcon from '@mui/icons-material/Close';
import { Alert, Box, Button, IconButton } from '@mui/material';
import { useEffect, useState } from 'react';
import { failureSentence } from '../api/failures';
import { dismissToast, showFailureToast, type Toast, useToasts } from './toasts';
import { useSecondsLeft } from './useSecondsLeft';

const shownFor = 6_000;
const shownForWithUndo = 12_000;

/** The corner where toasts appear, read out politely. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <Box
      component="section"
      aria-label="Messages"
      sx={{
        position: 'fixed',
        // Above the buttons of forms and lists, which are wanted next.
        left: '50%',
        transform: 'translateX(-50%)',
        bottom: { xs: 136, md: 96 },
        width: 'max-content',
        zIndex: 'snackbar',
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
        maxWidth: 'min(440px, calc(100vw - 32px))',
        '@media print': { display: 'none' },
      }}
    >
      <Box role="status" aria-live="polite" sx={{ display: 'contents' }}>
        {toasts.map((toast) => (
          <ToastMessage key={toast.id} toast={toast} />
        ))}
      </Box>
    </Box>
  );
}

function ToastMessage({ toast }: { readonly toast: Toast }) {
  const [isHeld, setIsHeld] = useState(false);
  const { id, message, tone, undo, undoableFor } = toast;
  const secondsLeft = useSecondsLeft(undoableFor);
  const isUndoable = undo !== undefined && secondsLeft !== 0;

  useEffect(() => {
    if (isHeld || tone === 'error') return;
    const shown = undoableFor ?? (undo ? shownForWithUndo : shownFor);
    const timer = setTimeout(() => dismissToast(id), shown);
    return () => clearTimeout(timer);
  }, [isHeld, tone, id, undo, undoableFor]);

  async function undoAndDismiss(): Promise<void> {
    dismissToast(id);
    try {
      await undo?.();
    } catch (failure) {
      showFailureToast(failureSentence(failure));
    }
  }

  return (
    <Alert
      severity={tone}
      variant="outlined"
      role="presentation"
      sx={{ bgcolor: 'background.paper', color: 'text.primary', boxShadow: 6 }}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      action={
        <>
          {isUndoable && (
            <Button color="inherit" size="small" onClick={() => void undoAndDismiss()} sx={{ whiteSpace: 'nowrap' }}>
              Undo
              {/* It would be read out with every second. */}
              {secondsLeft !== null && <span aria-hidden>&nbsp;({secondsLeft} s)</span>}
            </Button>
          )}
          <IconButton color="inherit" size="small" aria-label="Dismiss" onClick={() => dismissToast(id)}>
            <CloseIcon fontSize="inherit" />
          </IconButton>
        </>
      }
    >
      {message}
    </Alert>
  );
}
