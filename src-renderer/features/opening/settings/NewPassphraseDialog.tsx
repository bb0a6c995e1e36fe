import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { contract } from '../../../../src-shared/contract';
import { api } from '../../../api/call';
import { useSession } from '../../../app/session/session';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { useContractForm } from '../../../components/form/useContractForm';
import { showToast } from '../../../components/toasts';
import { NewPasswordFields } from '../../passwords/NewPasswordFields';
import { withRepetition } from '../../passwords/repetition';

const schema = withRepetition(contract.opening.setPassphrase.input, 'passphrase');

export function NewPassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const officeName = useSession((state) => state.view?.officeName ?? '');
  const form = useContractForm(schema, { passphrase: '', repetition: '' });
  const titleId = useId();

  const set = form.save(async ({ passphrase }) => {
    await api.opening.setPassphrase({ passphrase });
    onClose();
    showToast('The new passphrase is set. The old one opens nothing any more.');
  });

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>Set a new passphrase</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>
          From the next start on, only the new passphrase opens the store. Tell it to whoever starts Steward, and keep
          it where the recovery code is kept.
        </DialogContentText>
        <Box component="form" noValidate autoComplete="off" onSubmit={set}>
          <FailureNotice failure={form.failure} />
          <NewPasswordFields
            form={form}
            name="passphrase"
            repetitionName="repetition"
            label="Passphrase"
            about={[officeName]}
            autoComplete="off"
            autoFocus
          />
          <DialogActions sx={{ px: 0, pb: 0 }}>
            <Button onClick={onClose}>Cancel</Button>
            <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
              Set passphrase
            </ActionButton>
          </DialogActions>
        </Box>
      </DialogContent>
    </Dialog>
  );
}
