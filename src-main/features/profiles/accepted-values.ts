import type { FieldValue, ProfileValues } from '../../../src-shared/contract/profiles';
import { type ErrorCode, type ErrorParams, fieldErrorText } from '../../../src-shared/errors';
import { fieldValueSchema } from '../../../src-shared/profile-values';
import { UserError } from '../../errors';
import type { ProfileField } from './profile-field.entity';

/**
 * The values a profile will have, field by field, judged by the fields as they are now. What is not given stays as it
 * is: a field that was added after the form was opened is asked for only where it is required.
 * @param kept what the profile has, by the public ids of the fields; empty for a new one
 * @throws UserError in `values.FIELDID`; PROFILE_TYPE_CHANGED for a field that the type has not, or no longer
 */
export function acceptedValues(
  fields: readonly ProfileField[],
  given: ProfileValues,
  kept: ReadonlyMap<string, FieldValue>,
): ReadonlyMap<ProfileField, FieldValue> {
  assertKnown(fields, given);
  const accepted = new Map<ProfileField, FieldValue>();
  const refused = new Map<string, ErrorCode>();
  let params: ErrorParams | undefined;
  for (const field of fields) {
    const current = kept.get(field.publicId) ?? null;
    const value = Object.hasOwn(given, field.publicId) ? given[field.publicId] : current;
    const judged = fieldValueSchema(field, current).safeParse(value, { reportInput: true });
    const [issue] = judged.error?.issues ?? [];
    if (judged.success) accepted.set(field, judged.data);
    if (!issue) continue;
    const error = fieldErrorText(issue);
    refused.set(`values.${field.publicId}`, error.code);
    params = { ...params, ...error.params };
  }
  const [first] = refused.values();
  if (first) throw new UserError(first, params, Object.fromEntries(refused));
  return accepted;
}

function assertKnown(fields: readonly ProfileField[], given: ProfileValues): void {
  const known = new Set(fields.map(({ publicId }) => publicId));
  const unknown = Object.keys(given).find((id) => !known.has(id));
  if (unknown !== undefined) throw UserError.inField(`values.${unknown}`, 'PROFILE_TYPE_CHANGED');
}
