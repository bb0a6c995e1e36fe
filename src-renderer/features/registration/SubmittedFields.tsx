import { Box } from '@mui/material';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { FormText } from '../../components/form/FormText';

interface SubmittedFieldsProps<I extends FieldValues, O> {
  readonly control: Control<I, unknown, O>;
  readonly hasFocus?: boolean;
}

/** Who asks to be let in: the names, and how to reach them. */
export function NameFields<I extends FieldValues, O>({ control, hasFocus = false }: SubmittedFieldsProps<I, O>) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
      <FormText
        control={control}
        name={'givenName' as FieldPath<I>}
        label="Given name"
        autoComplete="given-name"
        maxLength={100}
        autoFocus={hasFocus}
      />
      <FormText
        control={control}
        name={'familyName' as FieldPath<I>}
        label="Family name"
        autoComplete="family-name"
        maxLength={100}
      />
    </Box>
  );
}

export function PhoneField<I extends FieldValues, O>({ control }: SubmittedFieldsProps<I, O>) {
  return (
    <FormText
      control={control}
      name={'phone' as FieldPath<I>}
      label="Phone"
      type="tel"
      autoComplete="tel"
      maxLength={40}
      isOptional
    />
  );
}

export function MessageField<I extends FieldValues, O>({ control }: SubmittedFieldsProps<I, O>) {
  return (
    <FormText
      control={control}
      name={'message' as FieldPath<I>}
      label="Message to the office"
      rows={3}
      maxLength={2_000}
      isOptional
      help="What the office should know, such as why you need an account."
    />
  );
}
