import { Box, Typography } from '@mui/material';
import { type Control, useFormContext } from 'react-hook-form';
import type { ProfileValues } from '../../../src-shared/contract/profiles';
import type { OfferedType } from '../../../src-shared/contract/registration';
import { FormSelect } from '../../components/form/FormSelect';
import { useChangedFields } from '../profiles/useChangedFields';
import { ValueFields } from '../profiles/ValueFields';
import type { TypedValues } from '../profiles/value-form';
import type { TypedRegistration } from './registration-form';

interface TypeChoiceProps<O> {
  readonly control: Control<TypedRegistration, unknown, O>;
  readonly offered: readonly OfferedType[];
}

/** As what somebody wants to be let in. Where there is but one way, nothing is asked. */
export function TypeChoice<O>({ control, offered }: TypeChoiceProps<O>) {
  if (offered.length <= 1) return null;
  return (
    <FormSelect
      control={control}
      name="typeId"
      label="What kind of account you need"
      options={offered.map(({ id, name }) => ({ value: id, label: name }))}
      emptyLabel="Choose one"
    />
  );
}

/** What is asked of the type that is chosen. */
export function TypeFields({ type }: { readonly type: OfferedType }) {
  const { name, fields } = type;
  const changedFields = useChangedFields(useFormContext<TypedValues, unknown, ProfileValues>(), fields);
  if (fields.length === 0) return changedFields;
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ p: 0, mb: 1 }}>
        {name}
      </Typography>
      {changedFields}
      <ValueFields fields={fields} />
    </Box>
  );
}
