import { Checkbox, FormControl, FormControlLabel, FormHelperText } from '@mui/material';
import { type ReactNode, useId } from 'react';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { useController } from 'react-hook-form';

interface FormCheckboxProps<I extends FieldValues, O> {
  readonly control: Control<I, unknown, O>;
  readonly name: FieldPath<I>;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly isDisabled?: boolean;
}

export function FormCheckbox<I extends FieldValues, O>(props: FormCheckboxProps<I, O>) {
  const { control, name, label, help, isDisabled } = props;
  const { field, fieldState } = useController({ control, name });
  const helpId = useId();
  const text = fieldState.error?.message ?? help;
  return (
    <FormControl error={fieldState.invalid} disabled={isDisabled} sx={{ mb: 1 }}>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            name={name}
            checked={Boolean(field.value)}
            onChange={(event) => field.onChange(event.target.checked)}
            onBlur={field.onBlur}
            slotProps={{ input: { ref: field.ref, 'aria-describedby': text ? helpId : undefined } }}
          />
        }
      />
      {text && (
        <FormHelperText id={helpId} sx={{ mt: -0.5, ml: 4 }}>
          {text}
        </FormHelperText>
      )}
    </FormControl>
  );
}
