import { Box } from '@mui/material';
import { useMemo } from 'react';
import { FormProvider } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { api } from '../../api/call';
import { may } from '../../app/permissions';
import { useSession } from '../../app/session/session';
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
import { useConfirmLoss } from './useConfirmLoss';
import { useIsOwnAccount } from './useIsOwnAccount';

interface StaffEditorProps {
  readonly member: StaffMember;
  readonly grantable: Grantable;
}

export function StaffEditor({ member, grantable }: StaffEditorProps) {
  const { id } = member;
  const navigate = useNavigate();
  const isOwn = useIsOwnAccount(member);

  const mayTakeFromOneself = useConfirmLoss(isOwn, valuesOf(member), grantable.groups);

  async function tell(saved: StaffMember): Promise<void> {
    showToast(`${fullName(saved)} is saved.`);
    // Whoever has taken this screen from themselves is led to where they may still be.
    if (!may(useSession.getState().view, 'staff.view')) await navigate('/', { replace: true });
  }

  const versioned = useVersionedForm({
    draftKey: `staff/${id}`,
    schema: staffSchema,
    record: member,
    valuesOf,
    fields: useMemo(() => fieldWords([...grantable.groups, ...member.groups]), [grantable, member]),
    maySave: mayTakeFromOneself,
    update: (values, version) => api.staff.update({ id, version, ...values }),
    readAgain: () => api.staff.get({ id }),
    onSaved: (saved) => void tell(saved),
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
