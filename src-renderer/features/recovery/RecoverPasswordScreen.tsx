import { Box, Button } from '@mui/material';
import { contract } from '../../../src-shared/contract';
import { api } from '../../api/call';
import { hasCode } from '../../api/failures';
import { refreshSession, useSession } from '../../app/session/session';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { FormText } from '../../components/form/FormText';
import { useContractForm } from '../../components/form/useContractForm';
import { PlainScreen } from '../../components/PlainScreen';
import { NewPasswordFields } from '../passwords/NewPasswordFields';
import { withRepetition } from '../passwords/repetition';
import { suggestSignInName } from '../session/sign-in-name';
import { useWait } from '../session/useWait';
import { WaitNotice } from '../session/WaitNotice';
import { showNewRecoveryCode } from './new-recovery-code';

const schema = withRepetition(contract.recovery.setSuperuserPassword.input, 'newPassword');

/** A superuser whose password is forgotten sets a new one by the printed code. */
export function RecoverPasswordScreen({ onLeave }: { readonly onLeave: () => void }) {
  const officeName = useSession((state) => state.view?.officeName) ?? '';
  const form = useContractForm(schema, { recoveryCode: '', email: '', newPassword: '', repetition: '' });
  const email = form.watch('email');
  const wait = useWait();

  const recover = form.save(async ({ recoveryCode, email: typedEmail, newPassword }) => {
    if (wait.seconds > 0) return;
    try {
      const answer = await api.recovery.setSuperuserPassword({ recoveryCode, email: typedEmail, newPassword });
      suggestSignInName(typedEmail);
      showNewRecoveryCode({ code: answer.recoveryCode, officeName, reason: 'password-recovered' });
      onLeave();
      await refreshSession();
    } catch (failure) {
      if (wait.heed(failure)) return;
      if (hasCode(failure, 'WRONG_RECOVERY_CODE') || hasCode(failure, 'RECOVERY_CODE_USED')) {
        form.setError('recoveryCode', { type: 'refused', message: failure.message }, { shouldFocus: true });
      } else if (hasCode(failure, 'NOT_A_SUPERUSER')) {
        form.setError('email', { type: 'refused', message: failure.message }, { shouldFocus: true });
      } else {
        throw failure;
      }
    }
  });

  return (
    <PlainScreen
      title="Set a new superuser password"
      officeName={officeName}
      description="You need the printed recovery code of this office. Other staff get a one-time password from a colleague who manages staff."
      width={480}
    >
      <WaitNotice seconds={wait.seconds} />
      <FailureNotice failure={form.failure} />
      <Box component="form" noValidate onSubmit={recover}>
        <FormText
          control={form.control}
          name="recoveryCode"
          label="Recovery code"
          help="From the printed sheet. Capitals, spaces and dashes do not matter."
          autoFocus
          inputProps={{ autoCapitalize: 'none' }}
        />
        <FormText
          control={form.control}
          name="email"
          type="email"
          label="Your e-mail"
          autoComplete="username"
          inputProps={{ autoCapitalize: 'none' }}
        />
        <NewPasswordFields
          form={form}
          name="newPassword"
          repetitionName="repetition"
          label="New password"
          about={[email]}
        />
        <ActionButton type="submit" variant="contained" fullWidth isRunning={form.formState.isSubmitting}>
          Set the new password
        </ActionButton>
      </Box>
      <Button fullWidth onClick={onLeave} sx={{ mt: 1 }}>
        Back to sign-in
      </Button>
    </PlainScreen>
  );
}
