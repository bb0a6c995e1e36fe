import type { Control } from 'react-hook-form';
import type { z } from 'zod';
import type { OfficePermission } from '../../../src-shared/contract/delegation';
import { api } from '../../api/call';
import { useFormDraft } from '../../components/form/drafts';
import { FormText } from '../../components/form/FormText';
import { useUnsavedGuard } from '../../components/form/unsaved';
import { useContractForm } from '../../components/form/useContractForm';
import { showToast } from '../../components/toasts';
import { areSameValues } from '../../components/versions/compare';
import { recordAmong } from '../../components/versions/record-among';
import { NewerVersionNotice } from '../../components/versions/SaveBar';
import { useVersionedForm } from '../../components/versions/useVersionedForm';
import { VersionComparison } from '../../components/versions/VersionComparison';
import { EntryDialog } from './EntryDialog';
import { emptyPermission, type PermissionValues, permissionSchema, permissionValues, permissionWords } from './forms';
import { GroupChips } from './GroupChips';

interface AddPermissionProps {
  /** The groups there are, to choose from. */
  readonly groups: readonly string[];
  readonly onClose: () => void;
}

export function AddPermission({ groups, onClose }: AddPermissionProps) {
  const form = useContractForm(permissionSchema, emptyPermission);
  const hasChanges = () => !areSameValues(form.getValues(), emptyPermission);
  useFormDraft('delegation/permissions/new', form);
  useUnsavedGuard(hasChanges);

  const add = form.save(async (values) => {
    const { label } = await api.delegation.createPermission(values);
    showToast(`The permission ${label} was added.`);
    onClose();
  });

  return (
    <EntryDialog
      title="Add permission"
      action="Add permission"
      failure={form.failure}
      isRunning={form.formState.isSubmitting}
      hasChanges={hasChanges}
      onSubmit={add}
      onClose={onClose}
    >
      <PermissionFields
        control={form.control}
        groups={groups}
        onChooseGroup={(group) => form.setValue('group', group, { shouldDirty: true, shouldValidate: true })}
      />
    </EntryDialog>
  );
}

interface EditPermissionProps extends AddPermissionProps {
  readonly permission: OfficePermission;
}

export function EditPermission({ permission, groups, onClose }: EditPermissionProps) {
  const { id } = permission;
  const { form, submit, hasChanges, compare, conflict } = useVersionedForm({
    draftKey: `delegation/permissions/${id}`,
    schema: permissionSchema,
    record: permission,
    valuesOf: permissionValues,
    fields: permissionWords,
    update: (values, version) => api.delegation.updatePermission({ id, version, ...values }),
    readAgain: async () => recordAmong((await api.delegation.permissions()).rows, id, 'delegation.permissions'),
    onSaved: ({ label }) => {
      showToast(`The permission ${label} is saved.`);
      onClose();
    },
    onUnchanged: onClose,
  });

  return (
    <>
      <EntryDialog
        title={`Edit ${permission.label}`}
        action="Save"
        failure={form.failure}
        notice={compare && <NewerVersionNotice onCompare={compare} />}
        isRunning={form.formState.isSubmitting}
        hasChanges={() => hasChanges}
        onSubmit={submit}
        onClose={onClose}
      >
        <PermissionFields
          control={form.control}
          groups={groups}
          onChooseGroup={(group) => form.setValue('group', group, { shouldDirty: true, shouldValidate: true })}
        />
      </EntryDialog>
      {conflict && <VersionComparison name={`the permission ${permission.label}`} conflict={conflict} />}
    </>
  );
}

interface PermissionFieldsProps {
  readonly control: Control<PermissionValues, unknown, z.output<typeof permissionSchema>>;
  readonly groups: readonly string[];
  readonly onChooseGroup: (group: string) => void;
}

function PermissionFields({ control, groups, onChooseGroup }: PermissionFieldsProps) {
  return (
    <>
      <FormText
        control={control}
        name="label"
        label="Label"
        maxLength={60}
        autoFocus
        help="Stands beside the box, such as “Collect parcels”."
      />
      <FormText
        control={control}
        name="group"
        label="Group"
        maxLength={60}
        help="Boxes of the same group stand together."
      />
      <GroupChips groups={groups} onChoose={onChooseGroup} />
      <FormText
        control={control}
        name="explanation"
        label="Explanation"
        rows={2}
        maxLength={300}
        isOptional
        help="What it allows, in words that the account holder understands."
      />
    </>
  );
}
