import { Box, Button } from '@mui/material';
import { FormProvider } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/call';
import { ActionButton } from '../../components/ActionButton';
import { useFormDraft } from '../../components/form/drafts';
import { aboveFormActions, FormActions } from '../../components/form/FormActions';
import { useUnsavedGuard } from '../../components/form/unsaved';
import { useContractForm } from '../../components/form/useContractForm';
import { Page } from '../../components/Page';
import { showToast } from '../../components/toasts';
import { areSameValues } from '../../components/versions/compare';
import { GroupFields } from './GroupFields';
import { emptyGroup, groupSchema } from './group-form';

export function AddGroup() {
  const navigate = useNavigate();
  const form = useContractForm(groupSchema, emptyGroup);
  useFormDraft('groups/new', form);
  useUnsavedGuard(() => !areSameValues(form.getValues(), emptyGroup));

  const add = form.save(async (values) => {
    const group = await api.groups.create(values);
    form.reset(emptyGroup);
    showToast(`The group ${group.name} was added.`);
    await navigate('/groups', { replace: true });
  });

  return (
    <Page title="Add group" width="form" back={{ to: '/groups', label: 'Groups' }}>
      <FormProvider {...form}>
        <Box component="form" noValidate autoComplete="off" onSubmit={add} sx={aboveFormActions}>
          <GroupFields hasFocus />
          <FormActions failure={form.failure}>
            <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
              Add group
            </ActionButton>
            <Button component={Link} to="/groups">
              Cancel
            </Button>
          </FormActions>
        </Box>
      </FormProvider>
    </Page>
  );
}
