import { Box, Button } from '@mui/material';
import { contract } from '../../../src-shared/contract';
import { api } from '../../api/call';
import { hasCode } from '../../api/failures';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { FormText } from '../../components/form/FormText';
import { useContractForm } from '../../components/form/useContractForm';

interface OpenWithRecoveryCodeProps {
  readonly onOpened: () => Promise<void>;
  readonly onLeave: () => void;
}

export function OpenWithRecoveryCode({ onOpened, onLeave }: OpenWithRecoveryCodeProps) {
  const form = useContractForm(contract.opening.openWithRecoveryCode.input, { recoveryCode: '' });

  const open = form.save(async (values) => {
    try {
      await api.opening.openWithRecoveryCode(values);
      await onOpened();
    } catch (failure) {
      if (!hasCode(failure, 'WRONG_RECOVERY_CODE')) throw failure;
      form.setError('recoveryCode', { type: 'refused', message: failure.message }, { shouldFocus: true });
    }
  });

  return (
    <Box component="form" noValidate onSubmit={open}>
      <FailureNotice failure={form.failure} />
      <FormText
        control={form.control}
        name="recoveryCode"
        label="Recovery code"
        help="From the printed sheet. Capitals, spaces and dashes do not matter."
        autoFocus
        inputProps={{ autoCapitalize: 'none' }}
      />
      <ActionButton type="submit" variant="contained" fullWidth isRunning={form.formState.isSubmitting}>
        Open the store
      </ActionButton>
      <Button fullWidth onClick={onLeave} sx={{ mt: 1 }}>
        Back
      </Button>
    </Box>
  );
}
