import { Box, Chip, Stack } from '@mui/material';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormCheckbox } from '../form/FormCheckbox';
import { FormText } from '../form/FormText';
import type { Identity, TypedOnBehalf } from './on-behalf-form';

const usualWays = [
  'Called back at the number on file',
  'Showed an identity document',
  'Known in person',
  'Answered questions only they can answer',
  'Signed letter',
];

interface IdentityFieldsProps {
  readonly identity: Identity;
}

/** Whether it was made sure who asks, and how. */
export function IdentityFields({ identity }: IdentityFieldsProps) {
  const { control, setValue } = useFormContext<TypedOnBehalf>();
  const isVerified = useWatch({ control, name: 'isVerified' });

  function choose(way: string): void {
    setValue('onBehalf.identityVerifiedBy', way, { shouldDirty: true, shouldValidate: true });
  }

  return (
    <>
      <FormCheckbox
        control={control}
        name="isVerified"
        label={`I have verified who is asking${identity === 'optional' ? ' (optional)' : ''}`}
      />
      {isVerified && (
        <Box sx={{ ml: { sm: 3.5 } }}>
          <FormText control={control} name="onBehalf.identityVerifiedBy" label="How you verified it" maxLength={200} />
          <Stack role="group" aria-label="Usual ways" direction="row" sx={{ flexWrap: 'wrap', gap: 0.75, mb: 2 }}>
            {usualWays.map((way) => (
              <Chip key={way} label={way} variant="outlined" onClick={() => choose(way)} />
            ))}
          </Stack>
        </Box>
      )}
    </>
  );
}
