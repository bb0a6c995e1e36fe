import { zodResolver } from '@hookform/resolvers/zod';
import { type BaseSyntheticEvent, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  get,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { z } from 'zod';
import { CallFailure, isDeclined } from '../../api/failures';
import { noteSave } from './unsaved';

export interface ContractForm<I extends FieldValues, O> extends UseFormReturn<I, unknown, O> {
  /** What no field can say, for a `FailureNotice` above the form. */
  readonly failure: unknown;
  readonly setFailure: (failure: unknown) => void;
  /** `<form onSubmit={form.save(async (values) => { await api.staff.create(values); … })}>` */
  readonly save: (write: (values: O) => Promise<void>) => (event?: BaseSyntheticEvent) => Promise<void>;
}

/**
 * A form judged by an input schema of the contract. What the main side refuses is shown under the field it names,
 * and the focus goes to the first field in error.
 */
export function useContractForm<I extends FieldValues, O>(
  schema: z.ZodType<O, I>,
  defaultValues: DefaultValues<I>,
): ContractForm<I, O> {
  const form = useForm<I, unknown, O>({ resolver: zodResolver(schema), defaultValues });
  const isSaving = useRef(false);
  const [failure, setFailure] = useState<unknown>(null);

  function showUnderFields(refusal: unknown): boolean {
    const fields = Object.entries((refusal instanceof CallFailure && refusal.error.fields) || {});
    const known = fields.filter(([path]) => get(form.getValues(), path) !== undefined);
    known.forEach(([path, { code, message }], index) => {
      form.setError(path as FieldPath<I>, { type: code, message }, { shouldFocus: index === 0 });
    });
    return fields.length > 0 && known.length === fields.length;
  }

  return {
    ...form,
    failure,
    setFailure,
    save: (write) => async (event) => {
      event?.preventDefault();
      // Not `isSubmitting`, which a second press may come too early to see.
      if (isSaving.current) return;
      isSaving.current = true;
      const submit = form.handleSubmit(async (values) => {
        setFailure(null);
        try {
          await write(values);
        } catch (refusal) {
          if (isDeclined(refusal) || showUnderFields(refusal)) return;
          setFailure(refusal);
        }
      });
      await noteSave(submit(event)).finally(() => {
        isSaving.current = false;
      });
    },
  };
}
