import { useController, useFormContext } from 'react-hook-form';
import { ExplainedCheckbox } from '../../../components/ExplainedCheckbox';
import type { PolicyValues } from './policy-form';

interface PolicyTickProps {
  readonly name: 'isOn' | 'isRegistrationOpen';
  readonly label: string;
  readonly explanation: string;
}

export function PolicyTick({ name, label, explanation }: PolicyTickProps) {
  const { control } = useFormContext<PolicyValues>();
  const { field, fieldState } = useController({ control, name });
  return (
    <ExplainedCheckbox
      label={label}
      explanation={explanation}
      isChecked={field.value}
      onChange={field.onChange}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  );
}
