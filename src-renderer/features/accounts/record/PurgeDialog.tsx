import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useNavigate } from 'react-router';
import { contract } from '../../../../src-shared/contract';
import type { Account } from '../../../../src-shared/contract/accounts';
import { api } from '../../../api/call';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { FormText } from '../../../components/form/FormText';
import { useContractForm } from '../../../components/form/useContractForm';
import { fullName } from '../../../components/people';
import { dismissAllToasts, showToast } from '../../../components/toasts';

const schema = contract.accounts.purge.input.pick({ typedEmail: true });

interface PurgeDialogProps {
  readonly account: Account;
  readonly list: string;
  readonly onClose: () => void;
}

/** Nobody can undo it, so the e-mail is typed, which nobody does by mistake. */
export function PurgeDialog({ account, list, onClose }: PurgeDialogProps) {
  const navigate = useNavigate();
  const titleId = useId();
  const textId = useId();
  const form = useContractForm(schema, { typedEmail: '' });
  const name = fullName(account);

  const purge = form.save(async ({ typedEmail }) => {
    await api.accounts.purge({ id: account.id, version: account.version, typedEmail });
    // What was told of the person before is over, and offers to undo what cannot be undone any more.
    dismissAllToasts();
    showToast(`${name} was deleted for good.`);
    await navigate(list, { replace: true });
  });

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} aria-describedby={textId}>
      <Box component="form" noValidate autoComplete="off" onSubmit={purge}>
        <DialogTitle id={titleId}>Delete {name} for good?</DialogTitle>
        <DialogContent>
          <DialogContentText id={textId} component="div" sx={{ mb: 2 }}>
            The account goes with its profiles and its way in, and the activity no longer says who it was. Nobody can
            undo this. To go on, type the e-mail of the account:{' '}
            <Box component="b" sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}>
              {account.email}
            </Box>
          </DialogContentText>
          <FailureNotice failure={form.failure} />
          <FormText control={form.control} name="typedEmail" label="E-mail of the account" maxLength={254} autoFocus />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <ActionButton type="submit" variant="contained" color="error" isRunning={form.formState.isSubmitting}>
            Delete for good
          </ActionButton>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
