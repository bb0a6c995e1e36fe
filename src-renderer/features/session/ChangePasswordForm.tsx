import { Box, DialogActions } from '@mui/material';
import type { ReactNode } from 'react';
import { contract } from '../../../src-shared/contract';
import { api } from '../../api/call';
import { showSession, useSession } from '../../app/session/session';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { FormPassword } from '../../components/form/FormPassword';
import { useContractForm } from '../../components/form/useContractForm';
import { NewPasswordFields } from '../passwords/NewPasswordFields';
import { withRepetition } from '../passwords/repetition';
import { SignInNameHint } from './SignInNameHint';
import { usePasswordProof } from './usePasswordProof';
import { WaitNotice } from './WaitNotice';

interface ChangePasswordFormProps {
  readonly currentLabel: string;
  /** Stands at the left of the button that saves. */
  readonly cancel?: ReactNode;
  readonly onChanged?: () => void;
}

const schema = withRepetition(contract.session.changeOwnPassword.input, 'newPassword');

export function ChangePasswordForm({ currentLabel, cancel, onChanged }: ChangePasswordFormProps) {
  const user = useSession((state) => state.view?.user);
  const form = useContractForm(schema, { currentPassword: '', newPassword: '', repetition: '' });
  const proof = usePasswordProof(form, 'currentPassword');
  const change = proof.save(async ({ currentPassword, newPassword }) => {
    const view = await api.session.changeOwnPassword({ currentPassword, newPassword });
    onChanged?.();
    showSession(view);
  });

  return (
    <Box component="form" noValidate onSubmit={change}>
      <WaitNotice seconds={proof.waitSeconds} />
      <FailureNotice failure={form.failure} />
      <SignInNameHint />
      <FormPassword
        control={form.control}
        name="currentPassword"
        label={currentLabel}
        autoComplete="current-password"
        autoFocus
      />
      <NewPasswordFields
        form={form}
        name="newPassword"
        repetitionName="repetition"
        label="New password"
        about={user ? [user.givenName, user.familyName, user.email] : []}
      />
      <DialogActions sx={{ px: 0, pb: 0 }}>
        {cancel}
        <ActionButton
          type="submit"
          variant="contained"
          fullWidth={cancel === undefined}
          isRunning={form.formState.isSubmitting}
        >
          Change password
        </ActionButton>
      </DialogActions>
    </Box>
  );
}
