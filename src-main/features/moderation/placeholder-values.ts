import type { FieldValue } from '../../../src-shared/contract/profiles';

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
// A day that was typed is the same everywhere.
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export interface PlaceholderSources {
  readonly person: { readonly givenName: string; readonly familyName: string; readonly email: string };
  readonly officeName: string;
  /** Empty where there is no profile. */
  readonly typeName: string;
  readonly values: readonly { readonly label: string; readonly value: FieldValue }[];
  readonly now: number;
}

/** What fills the placeholders of a message, by their names; empty where nothing does. */
export function placeholderValues({ person, officeName, typeName, values, now }: PlaceholderSources) {
  const ofFields = values.map(({ label, value }) => [label, inWords(value)] as const);
  // The common ones come last: a field that is called like one of them must not change what every template says.
  return Object.fromEntries([
    ...ofFields,
    ['given name', person.givenName],
    ['family name', person.familyName],
    ['e-mail', person.email],
    ['office', officeName],
    ['profile type', typeName],
    ['date', longDate.format(now)],
  ]) as Record<string, string>;
}

function inWords(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return isDay ? longDay.format(new Date(`${value}T00:00:00Z`)) : String(value);
}
