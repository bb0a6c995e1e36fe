import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useConfirmations } from './confirm';

/** The one dialog for every `confirm(…)`. */
export function ConfirmDialog() {
  const asked = useConfirmations((state) => state.asked);
  const titleId = useId();
  const textId = useId();
  if (!asked) return null;

  return (
    <Dialog
      open
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={() => asked.answer(false)}
      maxWidth="xs"
      fullWidth
    >
      <DialogTitle id={titleId}>{asked.title}</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId}>{asked.text}</DialogContentText>
      </DialogContent>
      <DialogActions>
        {/* What can be taken back by pressing Enter again is the safer answer. */}
        <Button autoFocus={asked.isDangerous} onClick={() => asked.answer(false)}>
          Cancel
        </Button>
        <Button
          variant="contained"
          color={asked.isDangerous ? 'error' : 'primary'}
          autoFocus={!asked.isDangerous}
          onClick={() => asked.answer(true)}
        >
          {asked.action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
