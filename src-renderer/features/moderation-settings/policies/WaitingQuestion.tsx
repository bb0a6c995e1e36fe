import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';
import { counted } from '../../../components/numbers';
import type { WaitingQuestionState } from './useWaitingQuestion';

/** Moderation is about to be switched off while people wait: what becomes of them? */
export function WaitingQuestion({ question }: { readonly question: WaitingQuestionState }) {
  return question.isAsked ? <Question answer={question.answer} /> : null;
}

function Question({ answer }: Pick<WaitingQuestionState, 'answer'>) {
  const titleId = useId();
  const textId = useId();
  const counts = useRead('moderation.counts', {}, { isEnabled: useMay('moderation.decide') }).data;
  const waiting = counts && counts.waiting + counts.appeals + counts.parked + counts.changesRequested;
  return (
    <Dialog
      open
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={() => answer(null)}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>What becomes of those who wait?</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId}>
          {waiting === undefined ? 'Some people' : counted(waiting, 'person', 'people')} asked to be let in and nobody
          has decided on it. Let them in now, or keep them waiting for a moderator. Whoever registers from now on is let
          in at once.
        </DialogContentText>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1, '& > :not(style) ~ :not(style)': { ml: 0 } }}>
        <Button onClick={() => answer(null)}>Cancel</Button>
        <Button variant="outlined" autoFocus onClick={() => answer('keep')}>
          Keep them waiting
        </Button>
        <Button variant="contained" onClick={() => answer('let-in')}>
          Let them in
        </Button>
      </DialogActions>
    </Dialog>
  );
}
