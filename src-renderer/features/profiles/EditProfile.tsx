import { Box, Button, Stack } from '@mui/material';
import { useCallback, useMemo } from 'react';
import { FormProvider } from 'react-hook-form';
import type { Profile, ProfileField, ProfileValues } from '../../../src-shared/contract/profiles';
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
  readonly profile: Profile;
  /** Of its type, as they are now. */
  readonly fields: readonly ProfileField[];
  readonly update: (values: ProfileValues, version: number) => Promise<Profile>;
  readonly readAgain: () => Promise<Profile>;
  readonly onClose: () => void;
}

export function EditProfile({ profile, fields, update, readAgain, onClose }: EditProfileProps) {
  const { id } = profile;
  const { name } = profile.type;
  const versioned = useVersionedForm({
    draftKey: `profiles/${id}`,
    schema: useMemo(() => valuesSchema(fields, profile.values), [fields, profile.values]),
    record: profile,
    valuesOf: useCallback(({ values }: Profile) => typedValues(fields, values), [fields]),
    fields: useMemo(() => wordsOfFields(fields), [fields]),
    update: (values, version): Promise<Profile> => saveValues(versioned.form, () => update(values, version)),
    readAgain,
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
