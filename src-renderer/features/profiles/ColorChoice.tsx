import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { profileColors } from '../../../src-shared/contract/profiles';
import { ProfileTypeChip } from '../../components/ProfileTypeChip';
import { colorLabels, type TypeValues } from './type-form';

export function ColorChoice() {
  const { control } = useFormContext<TypeValues>();
  const { field } = useController({ control, name: 'color' });
  const labelId = useId();
  return (
    <FormControl>
      <FormLabel id={labelId}>Colour</FormLabel>
      <RadioGroup row aria-labelledby={labelId} name={field.name} value={field.value} onChange={field.onChange}>
        {profileColors.map((color) => (
          <FormControlLabel
            key={color}
            value={color}
            control={<Radio slotProps={{ input: { ref: color === field.value ? field.ref : undefined } }} />}
            label={<ProfileTypeChip name={colorLabels[color]} color={color} />}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
