import { Box, InputAdornment } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { FormText } from '../../components/form/FormText';
import { limitsOf, type OfficeValues, type Policy } from './office-form';

/** A number with its unit, what it means and between what it may lie. */
export function PolicyField({ policy }: { readonly policy: Policy }) {
  const { control } = useFormContext<OfficeValues>();
  const { name, label, unit, explanation } = policy;
  const { minimum, maximum } = limitsOf(name);
  return (
    <Box sx={{ '& .MuiOutlinedInput-root': { width: 200, maxWidth: '100%' } }}>
      <FormText
        control={control}
        name={name}
        label={label}
        type="number"
        help={`${explanation} From ${minimum} to ${maximum} ${unit}.`}
        inputProps={{ min: minimum, max: maximum, step: 1, inputMode: 'numeric' }}
        endAdornment={<InputAdornment position="end">{unit}</InputAdornment>}
      />
    </Box>
  );
}
