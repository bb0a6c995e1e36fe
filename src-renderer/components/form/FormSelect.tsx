import { FormControl, FormHelperText, FormLabel, MenuItem, Select } from '@mui/material';
import { useId } from 'react';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { useController } from 'react-hook-form';

interface FormSelectProps<I extends FieldValues, O> {
  readonly control: Control<I, unknown, O>;
  readonly name: FieldPath<I>;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The words for nothing chosen; without them there is always a choice. */
  readonly emptyLabel?: string;
  readonly isOptional?: boolean;
  readonly autoFocus?: boolean;
}

/** One of a few values. */
export function FormSelect<I extends FieldValues, O>(props: FormSelectProps<I, O>) {
  const { control, name, label, options, emptyLabel, isOptional, autoFocus } = props;
  const { field, fieldState } = useController({ control, name });
  const labelId = useId();
  const helpId = useId();
  const error = fieldState.error?.message;
  return (
    <FormControl fullWidth size="small" error={fieldState.invalid}>
      <FormLabel id={labelId}>
        {label}
        {isOptional && ' (optional)'}
      </FormLabel>
      <Select
        labelId={labelId}
        name={name}
        value={String(field.value ?? '')}
        onChange={(event) => field.onChange(event.target.value)}
        onBlur={field.onBlur}
        inputRef={field.ref}
        displayEmpty={emptyLabel !== undefined}
        autoFocus={autoFocus}
        SelectDisplayProps={{ 'aria-describedby': error ? helpId : undefined }}
      >
        {emptyLabel !== undefined && <MenuItem value="">{emptyLabel}</MenuItem>}
        {options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            {option.label}
          </MenuItem>
        ))}
      </Select>
      <FormHelperText id={helpId}>{error ?? '\u00a0'}</FormHelperText>
    </FormControl>
  );
}
