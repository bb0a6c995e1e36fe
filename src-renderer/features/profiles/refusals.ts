import type { UseFormReturn } from 'react-hook-form';
import type { ProfileValues } from '../../../src-shared/contract/profiles';
import { CallFailure } from '../../api/failures';
import { queryClient } from '../../api/query-client';
import type { TypedValues } from './value-form';

/** In the back office and at My account. */
const readsWithFields = [
  ['profiles', 'types'],
  ['myAccount', 'profiles'],
] as const;

type Form = Pick<UseFormReturn<TypedValues, unknown, ProfileValues>, 'getValues' | 'setValue'>;

/**
 * What the main side says against values, under the names the form has for them. Where the type was changed meanwhile,
 * its fields are read anew, so that one the form did not know of is there to be filled in.
 */
export async function saveValues<T>(form: Form, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (refusal) {
    if (!(refusal instanceof CallFailure) || !refusal.error.fields) throw refusal;
    const { fields, ...error } = refusal.error;
    for (const queryKey of readsWithFields) void queryClient.invalidateQueries({ queryKey });
    // The field it is about is not there any more, nor is what is archived in the form of another.
    if (!Object.keys(fields).every((path) => path.startsWith('values.')) || error.code === 'PROFILE_TYPE_CHANGED') {
      throw new CallFailure(refusal.procedure, error);
    }
    const named = Object.entries(fields).map(([path, text]) => [path.replace(/^values\./, ''), text] as const);
    for (const [name] of named) if (form.getValues(name) === undefined) form.setValue(name, '');
    throw new CallFailure(refusal.procedure, { ...error, fields: Object.fromEntries(named) });
  }
}
