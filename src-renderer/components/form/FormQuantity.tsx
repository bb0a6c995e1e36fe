import { Box, InputAdornment } from '@mui/material';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { FormText } from './FormText';

interface FormQuantityProps<I extends FieldValues, O> {
  readonly control: Control<I, unknown, O>;
  readonly name: FieldPath<I>;
  readonly label: string;
  readonly unit: string;
  readonly explanation: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** A number with its unit, what it means and between what it may lie. */
export function FormQuantity<I extends FieldValues, O>(props: FormQuantityProps<I, O>) {
  const { control, name, label, unit, explanation, minimum, maximum } = props;
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
