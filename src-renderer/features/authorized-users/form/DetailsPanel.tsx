import { Box } from '@mui/material';
import { FormText } from '../../../components/form/FormText';
import { Panel } from '../../../components/Panel';
import type { FormPartProps } from './form-part';

/** Who the person is and how to reach them. */
export function DetailsPanel({ form: { control }, person }: FormPartProps) {
  return (
    <Panel>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
        <FormText control={control} name="givenName" label="Given name" maxLength={100} autoFocus={person === null} />
        <FormText control={control} name="familyName" label="Family name" maxLength={100} />
        <FormText
          control={control}
          name="email"
          label="E-mail"
          type="email"
          maxLength={254}
          help="They are contacted here; they do not sign in with it."
        />
        <FormText control={control} name="phone" label="Phone" type="tel" maxLength={40} isOptional />
        <FormText
          control={control}
          name="role"
          label="Role"
          maxLength={100}
          isOptional
          help="What they are to the account holder, such as assistant or lawyer."
        />
      </Box>
    </Panel>
  );
}
