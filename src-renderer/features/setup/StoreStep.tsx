import { Box, Checkbox, FormControlLabel, FormHelperText, Typography } from '@mui/material';
import { FormCheckbox } from '../../components/form/FormCheckbox';
import { NewPasswordFields } from '../passwords/NewPasswordFields';
import { cluesOf, type SetUpForm } from './set-up-form';

interface StoreStepProps {
  readonly form: SetUpForm;
  readonly hasKeyStore: boolean;
}

/** How the store is opened from day to day. */
export function StoreStep({ form, hasKeyStore }: StoreStepProps) {
  const hasPassphrase = form.watch('passphrase') !== null;

  function choosePassphrase(isChosen: boolean): void {
    form.setValue('passphrase', isChosen ? '' : null);
    form.setValue('passphraseAgain', '');
    form.clearErrors(['passphrase', 'passphraseAgain', 'useKeyStore']);
  }

  return (
    <>
      <Typography sx={{ mb: 2 }}>
        {hasKeyStore
          ? 'The store is encrypted. Choose how it is opened when Steward starts; both together are possible.'
          : 'The store is encrypted. Choose the passphrase that opens it when Steward starts. The people who start Steward need to know it.'}
      </Typography>
      {hasKeyStore && (
        <>
          <FormCheckbox
            control={form.control}
            name="useKeyStore"
            label="With the key store of this computer"
            help="Opens without typing, for whoever is signed in to your account on this computer."
          />
          <Box sx={{ mb: 2 }}>
            <FormControlLabel
              control={
                <Checkbox checked={hasPassphrase} onChange={(event) => choosePassphrase(event.target.checked)} />
              }
              label="With a passphrase"
            />
            <FormHelperText sx={{ mt: -0.5, ml: 4 }}>
              Typed at every start. Also opens a copy of the folder on another computer.
            </FormHelperText>
          </Box>
        </>
      )}
      {hasPassphrase && (
        <NewPasswordFields
          form={form}
          name="passphrase"
          repetitionName="passphraseAgain"
          label="Passphrase"
          about={cluesOf(form.watch())}
          autoComplete="off"
          autoFocus={!hasKeyStore}
        />
      )}
    </>
  );
}
