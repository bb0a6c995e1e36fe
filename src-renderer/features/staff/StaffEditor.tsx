import { Box } from '@mui/material';
import { useMemo } from 'react';
import { FormProvider } from 'react-hook-form';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { api } from '../../api/call';
import { aboveFormActions } from '../../components/form/FormActions';
import { Panel } from '../../components/Panel';
import { fullName } from '../../components/people';
import { showToast } from '../../components/toasts';
import { SaveBar } from '../../components/versions/SaveBar';
import { useVersionedForm } from '../../components/versions/useVersionedForm';
import { VersionComparison } from '../../components/versions/VersionComparison';
import { IdentityFields } from './IdentityFields';
import { RightsFields } from './RightsFields';
import type { Grantable } from './rights';
import { fieldWords, staffSchema, valuesOf } from './staff-form';

interface StaffEditorProps {
  readonly member: StaffMember;
  readonly grantable: Grantable;
}

export function StaffEditor({ member, grantable }: StaffEditorProps) {
  const { id } = member;
  const versioned = useVersionedForm({
    draftKey: `staff/${id}`,
    schema: staffSchema,
    record: member,
    valuesOf,
    fields: useMemo(() => fieldWords([...grantable.groups, ...member.groups]), [grantable, member]),
    update: (values, version) => api.staff.update({ id, version, ...values }),
    readAgain: () => api.staff.get({ id }),
    onSaved: (saved) => showToast(`${fullName(saved)} is saved.`),
  });
  const { form, submit, conflict } = versioned;

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={aboveFormActions}>
        <Panel title="Person">
          <IdentityFields />
        </Panel>
        <Panel title="Rights" description="What they may do in the back office.">
          <RightsFields grantable={grantable} />
        </Panel>
        <SaveBar versioned={versioned} />
      </Box>
      {conflict && <VersionComparison name={fullName(member)} conflict={conflict} />}
    </FormProvider>
  );
}
