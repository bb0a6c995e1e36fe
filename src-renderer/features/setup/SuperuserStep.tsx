import { Box, Typography } from '@mui/material';
import { FormText } from '../../components/form/FormText';
import { NewPasswordFields } from '../passwords/NewPasswordFields';
import { cluesOf, type SetUpForm } from './set-up-form';

export function SuperuserStep({ form }: { readonly form: SetUpForm }) {
  return (
    <>
      <Typography sx={{ mb: 2 }}>
        A superuser may do everything, and adds the other staff. Use your own name: every change is recorded with who
        made it.
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2 }}>
        <FormText
          control={form.control}
          name="superuser.givenName"
          label="Given name"
          autoComplete="given-name"
          autoFocus
        />
        <FormText control={form.control} name="superuser.familyName" label="Family name" autoComplete="family-name" />
      </Box>
      <FormText
        control={form.control}
        name="superuser.email"
        type="email"
        label="E-mail"
        help="You sign in with it."
        autoComplete="username"
        inputProps={{ autoCapitalize: 'none' }}
      />
      <NewPasswordFields
        form={form}
        name="superuser.password"
        repetitionName="superuser.passwordAgain"
        label="Password"
        about={cluesOf(form.watch())}
      />
    </>
  );
}
