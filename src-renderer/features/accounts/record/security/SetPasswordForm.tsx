import { Box, Button, Stack } from '@mui/material';
import { contract } from '../../../../../src-shared/contract';
import type { Account } from '../../../../../src-shared/contract/accounts';
import { api } from '../../../../api/call';
import { ActionButton } from '../../../../components/ActionButton';
import { FailureNotice } from '../../../../components/FailureNotice';
import { useContractForm } from '../../../../components/form/useContractForm';
import type { AskOnBehalf } from '../../../../components/on-behalf/useOnBehalf';
import { fullName } from '../../../../components/people';
import { showToast } from '../../../../components/toasts';
import { NewPasswordFields } from '../../../passwords/NewPasswordFields';
import { withRepetition } from '../../../passwords/repetition';
import { newPassword as newPasswordQuestion } from '../questions';

const schema = withRepetition(contract.accounts.setPassword.input.pick({ newPassword: true }), 'newPassword');

interface SetPasswordFormProps {
  readonly account: Account;
  readonly ask: AskOnBehalf;
  readonly onEnd: () => void;
}

/** A password that staff have chosen for somebody, typed twice. */
export function SetPasswordForm({ account, ask, onEnd }: SetPasswordFormProps) {
  const { id, version, email, givenName, familyName } = account;
  const name = fullName(account);
  const form = useContractForm(schema, { newPassword: '', repetition: '' });

  const save = form.save(async ({ newPassword }) => {
    await ask({
      ...newPasswordQuestion(name),
      isFromForm: true,
      perform: (onBehalf) => api.accounts.setPassword({ id, version, newPassword, onBehalf }),
    });
    showToast(`The password of ${name} is saved. They must choose their own at the next sign-in.`);
    onEnd();
  });

  return (
    <Box component="form" noValidate autoComplete="off" onSubmit={save} sx={{ mt: 2, maxWidth: 480 }}>
      <FailureNotice failure={form.failure} />
      <NewPasswordFields
        form={form}
        name="newPassword"
        repetitionName="repetition"
        label="New password"
        about={[email, givenName, familyName]}
        autoFocus
      />
      <Stack direction="row" sx={{ gap: 1, mt: 1, flexWrap: 'wrap' }}>
        <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
          Save password
        </ActionButton>
        <Button onClick={onEnd}>Cancel</Button>
      </Stack>
    </Box>
  );
}
