import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { useController } from 'react-hook-form';
import { TextInput, type TextInputProps } from './TextInput';

interface FormTextProps<I extends FieldValues, O>
  extends Omit<TextInputProps, 'name' | 'value' | 'onChange' | 'onBlur' | 'inputRef' | 'error'> {
  readonly control: Control<I, unknown, O>;
  readonly name: FieldPath<I>;
}

/** A text field of a form made by `useContractForm`. With `type="number"` its value is a number, or null when empty. */
export function FormText<I extends FieldValues, O>({ control, name, ...props }: FormTextProps<I, O>) {
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <TextInput
      {...props}
      name={name}
      value={value === null || value === undefined ? '' : String(value)}
      onChange={(typed) => field.onChange(props.type === 'number' ? numberOf(typed) : typed)}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  );
}

function numberOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}
