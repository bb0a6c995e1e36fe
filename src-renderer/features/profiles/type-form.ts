import type { z } from 'zod';
import { contract } from '../../../src-shared/contract';
import type { ProfileColor, ProfileField, ProfileFieldKind, ProfileType } from '../../../src-shared/contract/profiles';
import type { WordsOfFields } from '../../components/versions/compare';

export const typeSchema = contract.profiles.updateType.input.omit({ id: true, version: true, removed: true });
export type TypeValues = z.input<typeof typeSchema>;
export type TypedField = TypeValues['fields'][number];

export const mostFields = 50;

export const kindLabels: Readonly<Record<ProfileFieldKind, string>> = {
  text: 'Text',
  'long-text': 'Long text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  'yes-no': 'Yes or no',
};

export const colorLabels: Readonly<Record<ProfileColor, string>> = {
  blue: 'Blue',
  green: 'Green',
  orange: 'Orange',
  purple: 'Purple',
  red: 'Red',
  teal: 'Teal',
  pink: 'Pink',
  grey: 'Grey',
};

export const emptyField: TypedField = { id: null, label: '', kind: 'text', isRequired: false, choices: [] };
export const emptyType: TypeValues = { name: '', color: 'blue', fields: [emptyField] };

export function valuesOf({ name, color, fields }: ProfileType): TypeValues {
  return { name, color, fields: fields.map(typedField) };
}

export function typedField({ id, label, kind, isRequired, choices }: ProfileField): TypedField {
  return { id, label, kind, isRequired, choices };
}

/** Fields of the type that the form has no more. */
export function fieldsLeftOut(type: ProfileType, typed: readonly Pick<TypedField, 'id'>[]): ProfileField[] {
  const kept = new Set(typed.map(({ id }) => id));
  return type.fields.filter(({ id }) => !kept.has(id));
}

export const fieldWords: WordsOfFields<TypeValues> = [
  { name: 'name', label: 'Name', words: (value) => [value] },
  { name: 'color', label: 'Colour', words: (value) => [colorLabels[value]] },
  { name: 'fields', label: 'Fields', words: (fields) => fields.map(wordsOfField) },
];

function wordsOfField({ label, kind, isRequired, choices }: TypedField): string {
  const what = kind === 'choice' ? `choice of ${choices.join(', ')}` : kindLabels[kind].toLowerCase();
  return `${label}: ${what}${isRequired ? ', required' : ''}`;
}
