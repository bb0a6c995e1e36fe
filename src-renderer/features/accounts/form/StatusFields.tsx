import { useController, useFormContext } from 'react-hook-form';
import { ExplainedCheckbox } from '../../../components/ExplainedCheckbox';
import type { AccountValues } from './account-form';

interface StatusFieldsProps {
  /** Why it cannot be decided here whether the account is active, or null. */
  readonly whyActiveIsFixed?: string | null;
  /** Why it cannot be decided who is staff, or null. */
  readonly whyStaffIsFixed: string | null;
}

/** Whether the person can sign in, and whether they work in the back office. */
export function StatusFields({ whyActiveIsFixed = null, whyStaffIsFixed }: StatusFieldsProps) {
  const { control } = useFormContext<AccountValues>();
  const active = useController({ control, name: 'isActive' });
  const staff = useController({ control, name: 'isStaff' });
  return (
    <>
      <ExplainedCheckbox
        label="Active"
        explanation="Can sign in. Untick it instead of deleting an account that may be needed again."
        isChecked={active.field.value}
        onChange={active.field.onChange}
        inputRef={active.field.ref}
        whyDisabled={whyActiveIsFixed}
        error={active.fieldState.error?.message}
      />
      <ExplainedCheckbox
        label="Staff"
        explanation="Works in the back office, with the rights that are given below."
        isChecked={staff.field.value}
        onChange={staff.field.onChange}
        inputRef={staff.field.ref}
        whyDisabled={whyStaffIsFixed}
        error={staff.fieldState.error?.message}
      />
    </>
  );
}
