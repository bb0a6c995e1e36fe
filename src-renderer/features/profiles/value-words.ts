import type { FieldValue, ProfileFieldKind } from '../../../src-shared/contract/profiles';
import { isDate } from '../../../src-shared/profile-values';

const dayOnly = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
// Neither grouped nor shortened: a number may as well be a year.
const plain = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 15 });

export function plainNumber(value: number): string {
  return plain.format(value);
}

/** A value for reading; empty where there is none. Of a field that is gone from the type, the kind is not known. */
export function valueWords(value: FieldValue, kind?: ProfileFieldKind): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return plainNumber(value);
  return kind === 'date' && isDate(value) ? dayOnly.format(new Date(`${value}T00:00:00Z`)) : value;
}
