import { Box, Link, Typography } from '@mui/material';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { Link as RouterLink } from 'react-router';
import { useMay } from '../../app/permissions';
import { ExplainedCheckbox } from '../../components/ExplainedCheckbox';
import { Fieldset } from '../../components/Fieldset';
import { permissionLabel } from '../../components/permissions/catalogue';
import { PermissionChoice } from '../../components/permissions/PermissionChoice';
import { EffectivePermissions } from './EffectivePermissions';
import { type Grantable, groupsThatGive } from './rights';
import type { StaffValues } from './staff-form';

interface RightsFieldsProps {
  readonly grantable: Grantable;
}

/** What the person may do: superuser, groups, permissions one by one, and what these come to. */
export function RightsFields({ grantable }: RightsFieldsProps) {
  const { control } = useFormContext<StaffValues>();
  const isSuperuser = useController({ control, name: 'isSuperuser' });
  const permissions = useController({ control, name: 'permissions' });
  const [isEverything, groups, own] = useWatch({ control, name: ['isSuperuser', 'groups', 'permissions'] });

  return (
    <>
      {(grantable.mayMakeSuperuser || isSuperuser.field.value) && (
        <Box sx={{ mb: 2 }}>
          <ExplainedCheckbox
            label="Superuser"
            explanation="May do everything in this office, whatever groups and permissions say."
            isChecked={isSuperuser.field.value}
            onChange={isSuperuser.field.onChange}
            inputRef={isSuperuser.field.ref}
            whyDisabled={grantable.mayMakeSuperuser ? null : 'Only a superuser can change this.'}
            error={isSuperuser.fieldState.error?.message}
          />
        </Box>
      )}
      <GroupChoice grantable={grantable} />
      <PermissionChoice
        chosen={permissions.field.value}
        onChange={permissions.field.onChange}
        grantable={grantable.permissions}
        focusRef={permissions.field.ref}
        error={permissions.fieldState.error?.message}
        noteOn={(permission) => {
          const given = groupsThatGive(permission, groups, grantable.groups);
          return given.length > 0 && `Already given by ${given.join(', ')}.`;
        }}
      />
      <Box role="status" sx={{ borderTop: 1, borderColor: 'divider', pt: 2 }}>
        <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
          Together, this lets them
        </Typography>
        <EffectivePermissions
          groups={grantable.groups}
          rights={{ isSuperuser: isEverything, groups, permissions: own }}
        />
      </Box>
    </>
  );
}

function GroupChoice({ grantable }: RightsFieldsProps) {
  const { control } = useFormContext<StaffValues>();
  const { field, fieldState } = useController({ control, name: 'groups' });
  const mayManageGroups = useMay('groups.manage');

  function toggle(id: string, isChosen: boolean): void {
    field.onChange(isChosen ? [...field.value, id].sort() : field.value.filter((other) => other !== id));
  }

  return (
    <Fieldset legend="Groups" focusRef={field.ref} error={fieldState.error?.message}>
      {grantable.groups.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          There are no groups yet.{' '}
          {mayManageGroups && (
            <Link component={RouterLink} to="/groups/new" underline="always">
              Add a group
            </Link>
          )}
        </Typography>
      )}
      {grantable.groups.map(({ id, name, permissions, mayGive }) => (
        <ExplainedCheckbox
          key={id}
          label={name}
          explanation={permissions.length === 0 ? 'Gives no permission.' : permissions.map(permissionLabel).join(', ')}
          isChecked={field.value.includes(id)}
          onChange={(isChosen) => toggle(id, isChosen)}
          whyDisabled={mayGive ? null : 'You cannot give this, because it goes beyond your own rights.'}
        />
      ))}
    </Fieldset>
  );
}
