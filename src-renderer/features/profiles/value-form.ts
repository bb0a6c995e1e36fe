import { z } from 'zod';
import type {
  FieldValue,
  Profile,
  ProfileField,
  ProfileType,
  ProfileValues,
} from '../../../src-shared/contract/profiles';
import { fieldValueSchema } from '../../../src-shared/profile-values';
import type { WordsOfFields } from '../../components/versions/compare';
import { plainNumber, valueWords } from './value-words';

/** What is typed for a profile, by the ids of its type's fields. */
export type TypedValues = Record<string, string>;

type Values = Profile['values'];

/** Judges what is typed by the type's fields, with the same rules as the main side. */
export function valuesSchema(
  fields: readonly ProfileField[],
  kept: Values = [],
): z.ZodType<ProfileValues, TypedValues> {
  const shape = fields.map((field) => {
    const judged = fieldValueSchema(field, keptValue(field, kept));
    return [field.id, z.preprocess((typed) => meantBy(field, typed), judged)] as const;
  });
  return z.object(Object.fromEntries(shape)) as unknown as z.ZodType<ProfileValues, TypedValues>;
}

/** The fields as they are typed, filled with what a profile has. */
export function typedValues(fields: readonly ProfileField[], kept: Values = []): TypedValues {
  return Object.fromEntries(fields.map((field) => [field.id, asTyped(keptValue(field, kept))]));
}

/** How the fields are told where two people have changed the same profile. */
export function wordsOfFields(fields: readonly ProfileField[]): WordsOfFields<TypedValues> {
  return fields.map((field) => ({
    name: field.id,
    label: field.label,
    words: (typed = '') => (typed === '' ? [] : [field.kind === 'yes-no' ? (typed === 'yes' ? 'Yes' : 'No') : typed]),
  }));
}

/** Whether a profile that is removed can be added again just as it was. */
export function canBeAddedBack({ values }: Profile, type: ProfileType | undefined): boolean {
  if (!type || type.isArchived || values.some(({ isFormer }) => isFormer)) return false;
  return type.fields.every((field) => fieldValueSchema(field).safeParse(keptValue(field, values)).success);
}

/** The values as they were, to be added again. */
export function valuesAsTheyWere({ values }: Profile): ProfileValues {
  return Object.fromEntries(values.map(({ fieldId, value }) => [fieldId, value]));
}

/** What the profile still has though it is not offered any more, in words for the list of choices. */
export function noLongerOffered({ kind, choices }: ProfileField, kept: FieldValue): string | null {
  return kind === 'choice' && typeof kept === 'string' && !choices.includes(kept) ? kept : null;
}

export function keptValue({ id }: Pick<ProfileField, 'id'>, kept: Values): FieldValue {
  return kept.find(({ fieldId }) => fieldId === id)?.value ?? null;
}

function asTyped(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? plainNumber(value) : valueWords(value, 'text');
}

/** What stands for what was typed; where nothing does, the typed text itself, which is then refused. */
function meantBy({ kind }: ProfileField, typed: unknown): unknown {
  if (typeof typed !== 'string' || typed.trim() === '') return null;
  switch (kind) {
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed;
    case 'date':
      return isoDate(typed.trim());
    case 'yes-no':
      return typed === 'yes';
    default:
      return typed;
  }
}

/** `2026-3-1`, `2026/03/01` and `2026.3.1` are all the first of March. */
function isoDate(typed: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\.?$/.exec(typed) ?? [];
  return year === undefined ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
