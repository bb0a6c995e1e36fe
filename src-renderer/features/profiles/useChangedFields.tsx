import { Alert } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ProfileField, ProfileValues } from '../../../src-shared/contract/profiles';
import type { TypedValues } from './value-form';

type Form = Pick<UseFormReturn<TypedValues, unknown, ProfileValues>, 'getValues' | 'resetField'>;

/**
 * Lets an open form follow the fields of its type: what is new can be filled in at once, and nothing that was typed is
 * lost without a word. @returns what has changed since the form was opened
 */
export function useChangedFields(form: Form, fields: readonly ProfileField[]): ReactNode {
  const { getValues, resetField } = form;
  const [opened, setOpened] = useState(fields);
  const [typedBefore, setTypedBefore] = useState<TypedValues>({});

  useEffect(() => {
    const values = getValues();
    for (const { id } of fields) if (values[id] === undefined) resetField(id, { defaultValue: '' });
    setTypedBefore({ ...values });
  }, [fields, getValues, resetField]);

  const added = fields.filter(({ id }) => !opened.some((one) => one.id === id));
  const gone = opened.filter(({ id }) => !fields.some((one) => one.id === id));
  if (added.length === 0 && gone.length === 0) return null;
  return (
    <Alert severity="warning" role="status" sx={{ mb: 2 }} onClose={() => setOpened(fields)}>
      This profile type was changed while the form was open.
      {added.length > 0 && ` New: ${added.map(({ label }) => label).join(', ')}.`}
      {gone.length > 0 &&
        ` No longer asked for: ${gone.map((field) => tell(field, typedBefore[field.id])).join(', ')}.`}
    </Alert>
  );
}

function tell({ label }: ProfileField, typed: string | undefined): string {
  return typed ? `${label} (“${typed}”)` : label;
}
