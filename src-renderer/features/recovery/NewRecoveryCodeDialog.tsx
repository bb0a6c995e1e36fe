import { Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { RecoveryCode } from '../../components/RecoveryCode';
import { showToast } from '../../components/toasts';
import { forgetNewRecoveryCode, useNewRecoveryCode } from './new-recovery-code';

/** The code that a person at work has made in place of the old one, over whatever they are at. Only its button closes it. */
export function NewRecoveryCodeDialog({ personId }: { readonly personId: string | undefined }) {
  const { code, personId: owner } = useNewRecoveryCode();
  const titleId = useId();
  if (!code || owner !== personId) return null;

  function done(): void {
    forgetNewRecoveryCode();
    showToast('The new recovery code is in force. Destroy the old sheet.');
  }

  return (
    <Dialog open aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>Recovery code</DialogTitle>
      <DialogContent>
        <RecoveryCode code={code.code} officeName={code.officeName} doneLabel="Done" onDone={done} />
      </DialogContent>
    </Dialog>
  );
}
