import { useController, useFormContext } from 'react-hook-form';
import { useSession } from '../../app/session/session';
import { FormText } from '../../components/form/FormText';
import { Panel } from '../../components/Panel';
import { PermissionChoice } from '../../components/permissions/PermissionChoice';
import type { GroupValues } from './group-form';

interface GroupFieldsProps {
  readonly hasFocus?: boolean;
}

export function GroupFields({ hasFocus = false }: GroupFieldsProps) {
  const { control } = useFormContext<GroupValues>();
  const permissions = useController({ control, name: 'permissions' });
  const ownPermissions = useSession((state) => state.view?.user?.permissions) ?? [];

  return (
    <>
      <Panel title="Group">
        <FormText control={control} name="name" label="Name" maxLength={80} autoFocus={hasFocus} />
        <FormText
          control={control}
          name="description"
          label="Description"
          rows={2}
          maxLength={500}
          isOptional
          help="Who belongs in it, so that colleagues choose the right one."
        />
      </Panel>
      <Panel title="Permissions" description="Every member has these, beside those given to them one by one.">
        <PermissionChoice
          chosen={permissions.field.value}
          onChange={permissions.field.onChange}
          grantable={ownPermissions}
          focusRef={permissions.field.ref}
          error={permissions.fieldState.error?.message}
        />
      </Panel>
    </>
  );
}
