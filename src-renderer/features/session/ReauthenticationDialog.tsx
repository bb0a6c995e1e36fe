import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { contract } from '../../../src-shared/contract';
import { api } from '../../api/call';
import { useReauthentication } from '../../api/reauthentication';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { FormPassword } from '../../components/form/FormPassword';
import { useContractForm } from '../../components/form/useContractForm';
import { SignInNameHint } from './SignInNameHint';
import { usePasswordProof } from './usePasswordProof';
import { WaitNotice } from './WaitNotice';

/** Asks for the password when a call needs it again, and lets that call go on. */
export function ReauthenticationDialog() {
  const answer = useReauthentication((state) => state.answer);
  return answer ? <Question answer={answer} /> : null;
}

function Question({ answer }: { readonly answer: (isConfirmed: boolean) => void }) {
  const form = useContractForm(contract.session.reauthenticate.input, { password: '' });
  const proof = usePasswordProof(form);
  const titleId = useId();
  const confirm = proof.save(async (values) => {
    await api.session.reauthenticate(values);
    answer(true);
  });

  return (
    <Dialog open onClose={() => answer(false)} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <Box component="form" noValidate onSubmit={confirm}>
        <DialogTitle id={titleId}>Confirm that it is you</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2 }}>
            This changes somebody’s rights or how people get in, and you last entered your password a while ago.
          </DialogContentText>
          <WaitNotice seconds={proof.waitSeconds} />
          <FailureNotice failure={form.failure} />
          <SignInNameHint />
          <FormPassword
            control={form.control}
            name="password"
            label="Your password"
            autoComplete="current-password"
            autoFocus
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => answer(false)}>Cancel</Button>
          <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
            Confirm
          </ActionButton>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
