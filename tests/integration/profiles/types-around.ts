import type { InputOf } from '../../../src-shared/contract';
import type { FieldValue, Profile, ProfileType } from '../../../src-shared/contract/profiles';
import type { TestApp } from '../../support/test-app';
import { newStaff } from '../../support/test-office';

type NewType = InputOf<'profiles.createType'>;
type NewField = NewType['fields'][number];

let made = 0;

export function field(label: string, changes: Partial<NewField> = {}): NewField {
  return { label, kind: 'text', isRequired: false, choices: [], ...changes };
}

/** One field of each kind, none of them required. */
export const everyKind: readonly NewField[] = [
  field('Shop name'),
  field('About', { kind: 'long-text' }),
  field('Rating', { kind: 'number' }),
  field('Since', { kind: 'date' }),
  field('Tier', { kind: 'choice', choices: ['Bronze', 'Silver', 'Gold'] }),
  field('Verified', { kind: 'yes-no' }),
];

export function addType(app: TestApp, fields: readonly NewField[] = [], changes: Partial<NewType> = {}) {
  made += 1;
  const typed: NewType = { name: `Type ${made}`, color: 'blue', fields: [...fields], ...changes };
  return app.ask('superuser', 'profiles.createType', typed);
}

/** What the editor of a type sends when nothing was changed in it. */
export function typed({ id, version, name, color, fields }: ProfileType): InputOf<'profiles.updateType'> {
  return { id, version, name, color, fields, removed: [] };
}

/** Any account at all; nothing of what is tested here depends on who it is. */
export async function addAccount(app: TestApp): Promise<string> {
  made += 1;
  return (await app.ask('superuser', 'staff.create', newStaff(`holder${made}`))).id;
}

export function idOf(type: ProfileType, label: string): string {
  const found = type.fields.find((one) => one.label === label);
  if (!found) throw new Error(`The type has no field ${label}.`);
  return found.id;
}

/** Values by the ids of the fields, given by their labels. */
export function valuesBy(type: ProfileType, byLabel: Readonly<Record<string, unknown>>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(byLabel).map(([label, value]) => [idOf(type, label), value as FieldValue] as const),
  );
}

export function shown({ values }: Profile): Record<string, FieldValue> {
  return Object.fromEntries(
    values.map(({ label, isFormer, value }) => [isFormer ? `${label} (former)` : label, value]),
  );
}
