import { useFormContext } from 'react-hook-form';
import { FormText } from '../../../components/form/FormText';
import type { AccountValues } from './account-form';

export function NotesField() {
  const { control } = useFormContext<AccountValues>();
  return (
    <FormText
      control={control}
      name="notes"
      label="Notes"
      rows={4}
      maxLength={5_000}
      isOptional
      help="For colleagues. The person themselves does not see them."
    />
  );
}
