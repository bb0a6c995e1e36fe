import { Box, Button } from '@mui/material';
import { FormProvider } from 'react-hook-form';
import { Link, useLocation, useNavigate } from 'react-router';
import { api } from '../../api/call';
import { useRead } from '../../api/use-read';
import { ActionButton } from '../../components/ActionButton';
import { useFormDraft } from '../../components/form/drafts';
import { aboveFormActions, FormActions } from '../../components/form/FormActions';
import { useUnsavedGuard } from '../../components/form/unsaved';
import { useContractForm } from '../../components/form/useContractForm';
import { Page } from '../../components/Page';
import { Panel } from '../../components/Panel';
import { fullName } from '../../components/people';
import { ReadState } from '../../components/ReadState';
import { showToast } from '../../components/toasts';
import { useListAddress } from '../../components/useListAddress';
import { areSameValues } from '../../components/versions/compare';
import { NewPasswordFields } from '../passwords/NewPasswordFields';
import { IdentityFields } from './IdentityFields';
import { RightsFields } from './RightsFields';
import type { Grantable } from './rights';
import { newStaffSchema, nobody } from './staff-form';

export function AddStaff() {
  const list = useListAddress('/staff');
  const grantable = useRead('staff.grantable', {});
  return (
    <Page title="Add staff" width="form" back={{ to: list, label: 'Staff' }}>
      <ReadState read={grantable}>{(rights) => <AddStaffForm grantable={rights} list={list} />}</ReadState>
    </Page>
  );
}

interface AddStaffFormProps {
  readonly grantable: Grantable;
  readonly list: string;
}

function AddStaffForm({ grantable, list }: AddStaffFormProps) {
  const navigate = useNavigate();
  const { state }: { state: unknown } = useLocation();
  const form = useContractForm(newStaffSchema, nobody);
  useFormDraft('staff/new', form, ['password']);
  useUnsavedGuard(() => !areSameValues(form.getValues(), nobody));
  const about = form.watch(['email', 'givenName', 'familyName']);

  const add = form.save(async (values) => {
    const member = await api.staff.create(values);
    form.reset(nobody);
    showToast(`${fullName(member)} was added.`);
    await navigate(`/staff/${member.id}`, { replace: true, state });
  });

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={add} sx={aboveFormActions}>
        <Panel title="Person">
          <IdentityFields hasFocus />
        </Panel>
        <Panel
          title="First password"
          description="Tell it to them yourself. It is good for the first sign-in, where they must choose one of their own."
        >
          <NewPasswordFields form={form} name="password" label="Password" about={about} />
        </Panel>
        <Panel title="Rights" description="What they may do in the back office.">
          <RightsFields grantable={grantable} />
        </Panel>
        <FormActions failure={form.failure}>
          <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
            Add staff account
          </ActionButton>
          <Button component={Link} to={list}>
            Cancel
          </Button>
        </FormActions>
      </Box>
    </FormProvider>
  );
}
