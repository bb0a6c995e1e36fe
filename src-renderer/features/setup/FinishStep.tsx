import { Box, Typography } from '@mui/material';
import { FormCheckbox } from '../../components/form/FormCheckbox';
import { fullName } from '../../components/people';
import type { SetUpForm } from './set-up-form';

/** What will be made, before it is made. */
export function FinishStep({ form }: { readonly form: SetUpForm }) {
  const { officeName, passphrase, useKeyStore, superuser } = form.getValues();
  const ways = [passphrase !== null && 'the passphrase', useKeyStore && 'the key store of this computer'];
  const summary = [
    ['Office', officeName],
    ['Store opened with', ways.filter(Boolean).join(' or ')],
    ['Superuser', `${fullName(superuser)}, ${superuser.email}`],
  ];

  return (
    <>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: { sm: '150px 1fr' }, columnGap: 2, rowGap: 0.5, m: 0, mb: 2.5 }}
      >
        {summary.map(([term, value]) => (
          <Box key={term} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {term}
            </Typography>
            <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
      <FormCheckbox
        control={form.control}
        name="addSampleData"
        label="Add sample data"
        help="Invented people and groups, to look around with. Leave it out for an office that will be used."
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        You are shown a recovery code next. Have a printer or a pen at hand.
      </Typography>
    </>
  );
}
