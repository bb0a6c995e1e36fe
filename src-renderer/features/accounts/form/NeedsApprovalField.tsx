import { useController, useFormContext, useWatch } from 'react-hook-form';
import { ExplainedCheckbox } from '../../../components/ExplainedCheckbox';
import type { NewAccountValues } from './account-form';

/** Whether somebody new is held back until a moderator lets them in. Of staff that is no question. */
export function NeedsApprovalField() {
  const { control } = useFormContext<NewAccountValues>();
  const isStaff = useWatch({ control, name: 'isStaff' });
  const { field, fieldState } = useController({ control, name: 'needsApproval' });
  if (isStaff) return null;
  return (
    <ExplainedCheckbox
      label="Needs approval"
      explanation="Can sign in, but sees nothing but how it stands until a moderator has approved the account."
      isChecked={field.value === true}
      onChange={field.onChange}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  );
}
