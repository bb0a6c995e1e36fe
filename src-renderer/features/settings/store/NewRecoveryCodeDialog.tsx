import { Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useSession } from '../../../app/session/session';
import { RecoveryCode } from '../../../components/RecoveryCode';

interface NewRecoveryCodeDialogProps {
  readonly code: string;
  readonly onDone: () => void;
}

/** The new code, this once. Only its button closes it. */
export function NewRecoveryCodeDialog({ code, onDone }: NewRecoveryCodeDialogProps) {
  const officeName = useSession((state) => state.view?.officeName ?? '');
  const titleId = useId();
  return (
    <Dialog open aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>Recovery code</DialogTitle>
      <DialogContent>
        <RecoveryCode code={code} officeName={officeName} doneLabel="Done" onDone={onDone} />
      </DialogContent>
    </Dialog>
  );
}
