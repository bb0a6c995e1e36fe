import { Box } from '@mui/material';
import { useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { InputOf } from '../../../src-shared/contract';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import { api } from '../../api/call';
import { aboveFormActions } from '../../components/form/FormActions';
import { showToast } from '../../components/toasts';
import { recordAmong } from '../../components/versions/record-among';
import { SaveBar } from '../../components/versions/SaveBar';
import { useVersionedForm } from '../../components/versions/useVersionedForm';
import { VersionComparison } from '../../components/versions/VersionComparison';
import { ProfileTypeFields } from './ProfileTypeFields';
import { RemovedValuesDialog, type RemovedValuesQuestion } from './RemovedValuesDialog';
import { fieldsLeftOut, fieldWords, type TypeValues, typeSchema, valuesOf } from './type-form';

type Removed = InputOf<'profiles.updateType'>['removed'];

/** What was decided about the fields that a version of the type has and the form has not. */
interface Decided {
  readonly type: ProfileType;
  readonly removed: Removed;
}

export function ProfileTypeEditor({ type }: { readonly type: ProfileType }) {
  const { id, name } = type;
  const [question, setQuestion] = useState<RemovedValuesQuestion | null>(null);
  const decided = useRef<Decided | null>(null);

  /** Asks at the save and not before: only then it is certain which fields go. */
  async function decide(values: TypeValues): Promise<boolean> {
    const current = await readType(id);
    const fields = fieldsLeftOut(current, values.fields);
    const removed = await decisionsOn(current, fields);
    decided.current = removed && { type: current, removed };
    return removed !== null;
  }

  function decisionsOn({ profileCount }: ProfileType, fields: ProfileType['fields']): Promise<Removed | null> {
    if (fields.length === 0) return Promise.resolve([]);
    if (profileCount === 0) return Promise.resolve(fields.map((field) => ({ id: field.id, values: 'delete' })));
    return new Promise((resolve) => {
      setQuestion({
        fields,
        profileCount,
        answer: (answer) => {
          setQuestion(null);
          resolve(answer);
        },
      });
    });
  }

  function update(values: TypeValues, version: number): Promise<ProfileType> {
    const current = decided.current?.type;
    // Of a field that somebody else has removed meanwhile, the name and kind are left: it becomes a new one.
    const isThere = (field: TypeValues['fields'][number]) => current?.fields.some((one) => one.id === field.id);
    const fields = values.fields.map((field) => (isThere(field) ? field : { ...field, id: null }));
    return api.profiles.updateType({ id, version, ...values, fields, removed: decided.current?.removed ?? [] });
  }

  const versioned = useVersionedForm({
    draftKey: `profile-types/${id}`,
    schema: typeSchema,
    record: type,
    valuesOf,
    fields: fieldWords,
    maySave: decide,
    update,
    readAgain: () => readType(id),
    onSaved: (saved) => showToast(`The profile type ${saved.name} is saved.`),
  });
  const { form, submit, conflict } = versioned;

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={aboveFormActions}>
        <ProfileTypeFields type={type} />
        <SaveBar versioned={versioned} />
      </Box>
      {question && <RemovedValuesDialog question={question} />}
      {conflict && <VersionComparison name={`the profile type ${name}`} conflict={conflict} />}
    </FormProvider>
  );
}

async function readType(id: string): Promise<ProfileType> {
  const { rows } = await api.profiles.manageableTypes();
  return recordAmong(rows, id, 'profiles.manageableTypes');
}
