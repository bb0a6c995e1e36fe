import { Box, Button, Stack } from '@mui/material';
import { useCallback, useMemo } from 'react';
import { FormProvider } from 'react-hook-form';
import type { Profile, ProfileType } from '../../../src-shared/contract/profiles';
import { errorText } from '../../../src-shared/errors';
import { api } from '../../api/call';
import { CallFailure } from '../../api/failures';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { confirmLeaving } from '../../components/form/unsaved';
import { showToast } from '../../components/toasts';
import { NewerVersionNotice } from '../../components/versions/SaveBar';
import { useVersionedForm } from '../../components/versions/useVersionedForm';
import { VersionComparison } from '../../components/versions/VersionComparison';
import { saveValues } from './refusals';
import { useChangedFields } from './useChangedFields';
import { ValueFields } from './ValueFields';
import { typedValues, valuesSchema, wordsOfFields } from './value-form';

interface EditProfileProps {
  readonly accountId: string;
  readonly profile: Profile;
  readonly type: ProfileType;
  readonly onClose: () => void;
}

export function EditProfile({ accountId, profile, type, onClose }: EditProfileProps) {
  const { id } = profile;
  const { fields, name } = type;
  const versioned = useVersionedForm({
    draftKey: `profiles/${id}`,
    schema: useMemo(() => valuesSchema(fields, profile.values), [fields, profile.values]),
    record: profile,
    valuesOf: useCallback(({ values }: Profile) => typedValues(fields, values), [fields]),
    fields: useMemo(() => wordsOfFields(fields), [fields]),
    update: (values, version): Promise<Profile> =>
      saveValues(versioned.form, () => api.profiles.update({ id, version, values })),
    readAgain: () => readProfile(accountId, id),
    onSaved: () => {
      showToast(`The profile ${name} is saved.`);
      onClose();
    },
  });
  const { form, submit, hasChanges, compare, conflict } = versioned;
  const changedFields = useChangedFields(form, fields);

  async function cancel(): Promise<void> {
    if (hasChanges && !(await confirmLeaving())) return;
    versioned.reset();
    onClose();
  }

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={submit}>
        {changedFields}
        <ValueFields fields={fields} kept={profile.values} hasFocus />
        <FailureNotice failure={form.failure} />
        {compare && <NewerVersionNotice onCompare={compare} />}
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
            Save profile
          </ActionButton>
          <Button onClick={() => void cancel()}>Cancel</Button>
        </Stack>
      </Box>
      {conflict && <VersionComparison name={`the profile ${name}`} conflict={conflict} />}
    </FormProvider>
  );
}

async function readProfile(accountId: string, id: string): Promise<Profile> {
  const { profiles } = await api.accounts.get({ id: accountId });
  const profile = profiles.find((one) => one.id === id);
  if (!profile) throw new CallFailure('accounts.get', errorText('NOT_FOUND'));
  return profile;
}
