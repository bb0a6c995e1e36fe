import { Box } from '@mui/material';
import { contract } from '../../../src-shared/contract';
import { api } from '../../api/call';
import { hasCode } from '../../api/failures';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { FormPassword } from '../../components/form/FormPassword';
import { useContractForm } from '../../components/form/useContractForm';

interface OpenWithPassphraseProps {
  /** Stands under another way, and lets that one be the first. */
  readonly hasOtherWay: boolean;
  readonly onOpened: () => Promise<void>;
}

export function OpenWithPassphrase({ hasOtherWay, onOpened }: OpenWithPassphraseProps) {
  const form = useContractForm(contract.opening.openWithPassphrase.input, { passphrase: '' });

  const open = form.save(async (values) => {
    try {
      await api.opening.openWithPassphrase(values);
      await onOpened();
    } catch (failure) {
      if (!hasCode(failure, 'WRONG_PASSPHRASE')) throw failure;
      form.setError('passphrase', { type: 'refused', message: failure.message }, { shouldFocus: true });
    }
  });

  return (
    <Box component="form" noValidate onSubmit={open}>
      <FailureNotice failure={form.failure} />
      <FormPassword
        control={form.control}
        name="passphrase"
        label={hasOtherWay ? 'Or with the passphrase' : 'Passphrase'}
        autoComplete="off"
        autoFocus={!hasOtherWay}
      />
      <ActionButton
        type="submit"
        variant={hasOtherWay ? 'outlined' : 'contained'}
        fullWidth
        isRunning={form.formState.isSubmitting}
      >
        Open the store
      </ActionButton>
    </Box>
  );
}
