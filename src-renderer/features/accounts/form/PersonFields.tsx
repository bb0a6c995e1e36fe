import { Box, Link } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { Link as RouterLink } from 'react-router';
import { FormText } from '../../../components/form/FormText';
import type { AccountValues } from './account-form';

interface PersonFieldsProps {
  readonly hasFocus?: boolean;
}

/** Who the person is and how to reach them. */
export function PersonFields({ hasFocus = false }: PersonFieldsProps) {
  const { control, formState, getValues } = useFormContext<AccountValues>();
  const isInTrash = formState.errors.email?.type === 'EMAIL_IN_TRASH';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
      <div>
        <FormText
          control={control}
          name="email"
          label="E-mail"
          type="email"
          maxLength={254}
          autoFocus={hasFocus}
          help="They sign in with it."
        />
        {isInTrash && (
          <Box sx={{ typography: 'body2', mt: -0.5, mb: 1.5 }}>
            <Link component={RouterLink} to={addressInTrash(getValues('email'))} underline="always">
              Look at the account in the trash
            </Link>
          </Box>
        )}
      </div>
      <FormText control={control} name="phone" label="Phone" type="tel" maxLength={40} isOptional />
      <FormText control={control} name="givenName" label="Given name" maxLength={100} />
      <FormText control={control} name="familyName" label="Family name" maxLength={100} />
    </Box>
  );
}

function addressInTrash(email: string): string {
  return `/users?${new URLSearchParams({ status: 'trash', search: email.trim() })}`;
}
