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
import { ProfileTypeFields } from './ProfileTypeFields';
import { emptyType, typeSchema } from './type-form';

export function AddProfileType() {
  const navigate = useNavigate();
  const form = useContractForm(typeSchema, emptyType);
  useFormDraft('profile-types/new', form);
  useUnsavedGuard(() => !areSameValues(form.getValues(), emptyType));

  const add = form.save(async ({ fields, ...details }) => {
    const type = await api.profiles.createType({ ...details, fields: fields.map(({ id: _, ...field }) => field) });
    form.reset(emptyType);
    showToast(`The profile type ${type.name} was added.`);
    await navigate('/profile-types', { replace: true });
  });

  return (
    <Page title="Add profile type" width="form" back={{ to: '/profile-types', label: 'Profile types' }}>
      <FormProvider {...form}>
        <Box component="form" noValidate autoComplete="off" onSubmit={add} sx={aboveFormActions}>
          <ProfileTypeFields hasFocus />
          <FormActions failure={form.failure}>
            <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
              Add profile type
            </ActionButton>
            <Button component={Link} to="/profile-types">
              Cancel
            </Button>
          </FormActions>
        </Box>
      </FormProvider>
    </Page>
  );
}
