import { Box } from '@mui/material';
import { FormProvider } from 'react-hook-form';
import type { Group } from '../../../src-shared/contract/groups';
import { api } from '../../api/call';
import { aboveFormActions } from '../../components/form/FormActions';
import { showToast } from '../../components/toasts';
import { recordAmong } from '../../components/versions/record-among';
import { SaveBar } from '../../components/versions/SaveBar';
import { useVersionedForm } from '../../components/versions/useVersionedForm';
import { VersionComparison } from '../../components/versions/VersionComparison';
import { GroupFields } from './GroupFields';
import { fieldWords, groupSchema, valuesOf } from './group-form';

export function GroupEditor({ group }: { readonly group: Group }) {
  const { id, name } = group;
  const versioned = useVersionedForm({
    draftKey: `groups/${id}`,
    schema: groupSchema,
    record: group,
    valuesOf,
    fields: fieldWords,
    update: (values, version) => api.groups.update({ id, version, ...values }),
    readAgain: async () => recordAmong((await api.groups.list()).rows, id, 'groups.list'),
    onSaved: (saved) => showToast(`The group ${saved.name} is saved.`),
  });
  const { form, submit, conflict } = versioned;

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={aboveFormActions}>
        <GroupFields />
        <SaveBar versioned={versioned} />
      </Box>
      {conflict && <VersionComparison name={`the group ${name}`} conflict={conflict} />}
    </FormProvider>
  );
}
