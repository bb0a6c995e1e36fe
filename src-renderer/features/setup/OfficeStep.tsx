import { Typography } from '@mui/material';
import { FormText } from '../../components/form/FormText';
import type { SetUpForm } from './set-up-form';

interface OfficeStepProps {
  readonly form: SetUpForm;
  readonly folder: string;
}

export function OfficeStep({ form, folder }: OfficeStepProps) {
  return (
    <>
      <Typography sx={{ mb: 2 }}>
        Steward keeps the accounts of one office on this computer, encrypted. Setting it up takes about two minutes.
      </Typography>
      <FormText
        control={form.control}
        name="officeName"
        label="Name of the office"
        help="As people know it. It can be changed later."
        autoFocus
        autoComplete="organization"
      />
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        Everything will lie in the folder <code>{folder}</code>.
      </Typography>
    </>
  );
}
