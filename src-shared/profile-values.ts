import { z } from 'zod';
import type { FieldValue, ProfileField } from './contract/profiles';
import { line, paragraph, requiredLine, requiredParagraph } from './contract/shapes';

export const longestText = 200;
export const longestLongText = 5_000;
/** Beyond it a number would not come back as it was typed. */
export const largestNumber = 999_999_999_999_999;

type FieldRules = Pick<ProfileField, 'kind' | 'isRequired' | 'choices'>;

/**
 * What a field of a profile type takes. What was left empty is null.
 * @param kept the value the profile has: a choice that is no longer offered stays until another is made
 */
export function fieldValueSchema(field: FieldRules, kept: FieldValue = null): z.ZodType<FieldValue> {
  const filled = filledSchema(field, kept);
  const isThere = z
    .unknown()
    .refine((value): boolean => value !== null, { params: { code: 'FIELD_REQUIRED' }, abort: true });
  return z.preprocess(
    (value) => (isEmpty(value) ? null : value),
    field.isRequired ? isThere.pipe(filled) : filled.nullable(),
  );
}

function isEmpty(value: unknown): value is null | undefined | string {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

function filledSchema({ kind, isRequired, choices }: FieldRules, kept: FieldValue): z.ZodType<FieldValue> {
  switch (kind) {
    case 'text':
      return isRequired ? requiredLine(longestText) : line(longestText);
    case 'long-text':
      return isRequired ? requiredParagraph(longestLongText) : paragraph(longestLongText);
    case 'number':
      return number.pipe(z.number().min(-largestNumber).max(largestNumber));
    case 'date':
      return z.unknown().refine(isDate, { params: { code: 'FIELD_NOT_DATE' } }) as z.ZodType<string>;
    case 'choice':
      return z.string().refine((value) => choices.includes(value) || value === kept, {
        params: { code: 'FIELD_UNKNOWN' },
      });
    case 'yes-no':
      return z.boolean();
  }
}

const number = z
  .unknown()
  .refine((value) => typeof value === 'number' && Number.isFinite(value), {
    params: { code: 'FIELD_NOT_NUMBER' },
    abort: true,
  })
  // Without the zero that has a sign.
  .transform((value) => Number(value) + 0);

/** A day of the calendar as `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '0001') return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
