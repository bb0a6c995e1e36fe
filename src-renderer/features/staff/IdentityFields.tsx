import { Box } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { FormText } from '../../components/form/FormText';
import type { StaffValues } from './staff-form';

interface IdentityFieldsProps {
  readonly hasFocus?: boolean;
}

/** Who the person is and how to reach them. */
export function IdentityFields({ hasFocus = false }: IdentityFieldsProps) {
  const { control } = useFormContext<StaffValues>();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
      <FormText control={control} name="givenName" label="Given name" maxLength={100} autoFocus={hasFocus} />
      <FormText control={control} name="familyName" label="Family name" maxLength={100} />
      <FormText
        control={control}
        name="email"
        label="E-mail"
        type="email"
        maxLength={254}
        help="They sign in with it."
      />
      <FormText control={control} name="phone" label="Phone" type="tel" maxLength={40} isOptional />
    </Box>
  );
}
