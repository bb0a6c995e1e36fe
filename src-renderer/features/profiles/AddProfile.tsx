import { Alert, Box, Button, FormControl, FormLabel, MenuItem, Paper, Select, Stack, Typography } from '@mui/material';
import { useEffect, useId, useMemo, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import { api } from '../../api/call';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { useDraft, useFormDraft } from '../../components/form/drafts';
import { confirmLeaving, useUnsavedGuard } from '../../components/form/unsaved';
import { useContractForm } from '../../components/form/useContractForm';
import { showToast } from '../../components/toasts';
import { saveValues } from './refusals';
import { useChangedFields } from './useChangedFields';
import { ValueFields } from './ValueFields';
import { typedValues, valuesSchema } from './value-form';

interface AddProfileProps {
  readonly accountId: string;
  readonly types: readonly ProfileType[];
  readonly onClose: () => void;
}

/** Another profile for an account: first its type, then what that asks for. */
export function AddProfile({ accountId, types, onClose }: AddProfileProps) {
  const offered = types.filter(({ isArchived }) => !isArchived);
  const only = offered.length === 1 ? offered[0]?.id : undefined;
  const [kept, keep] = useDraft<string>(`profiles/${accountId}/new-type`);
  const [typeId, setTypeId] = useState(kept ?? only ?? '');
  useEffect(() => keep(typeId), [keep, typeId]);
  const headingId = useId();
  const labelId = useId();
  // One that is archived while its form is open stays there, for what was typed; saving it says why it cannot be.
  const type = types.find(({ id }) => id === typeId);

  return (
    <Paper component="section" variant="outlined" aria-labelledby={headingId} sx={{ p: { xs: 2, sm: 2.5 }, mb: 2 }}>
      <Typography variant="h2" id={headingId} sx={{ mb: 2 }}>
        Add profile
      </Typography>
      <FormControl fullWidth size="small" sx={{ display: 'flex', mb: 2, maxWidth: 360 }}>
        <FormLabel id={labelId}>Type</FormLabel>
        <Select
          labelId={labelId}
          value={type ? typeId : ''}
          displayEmpty
          autoFocus={only === undefined}
          onChange={(event) => setTypeId(event.target.value)}
        >
          <MenuItem value="" disabled>
            Choose a type
          </MenuItem>
          {types
            .filter((one) => !one.isArchived || one.id === typeId)
            .map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
        </Select>
      </FormControl>
      {offered.length === 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          No profile type is in use, so no profile can be added.
        </Alert>
      )}
      {type ? (
        <NewProfile key={type.id} accountId={accountId} type={type} onClose={onClose} />
      ) : (
        <Button onClick={onClose}>Cancel</Button>
      )}
    </Paper>
  );
}

interface NewProfileProps {
  readonly accountId: string;
  readonly type: ProfileType;
  readonly onClose: () => void;
}

function NewProfile({ accountId, type, onClose }: NewProfileProps) {
  const { id: typeId, name, fields } = type;
  const schema = useMemo(() => valuesSchema(fields), [fields]);
  const form = useContractForm(schema, typedValues(fields));
  useFormDraft(`profiles/${accountId}/new/${typeId}`, form);
  const changedFields = useChangedFields(form, fields);
  const hasChanges = () => Object.values(form.getValues()).some((typed) => typed !== '');
  useUnsavedGuard(hasChanges);

  const add = form.save(async (values) => {
    await saveValues(form, () => api.profiles.add({ accountId, typeId, values }));
    form.reset(typedValues(fields));
    showToast(`The profile ${name} was added.`);
    onClose();
  });

  async function cancel(): Promise<void> {
    if (!hasChanges() || (await confirmLeaving())) onClose();
  }

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={add}>
        {changedFields}
        <ValueFields fields={fields} hasFocus />
        {fields.length === 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
            Nothing is asked of this type.
          </Typography>
        )}
        <FailureNotice failure={form.failure} />
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
            Add profile
          </ActionButton>
          <Button onClick={() => void cancel()}>Cancel</Button>
        </Stack>
      </Box>
    </FormProvider>
  );
}
