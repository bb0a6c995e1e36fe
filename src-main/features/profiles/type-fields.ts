import type { ParsedInputOf } from '../../../src-shared/contract';
import { UserError } from '../../errors';
import { fold } from '../../store/fold';
import type { ProfileField } from './profile-field.entity';

export type TypedField = ParsedInputOf<'profiles.updateType'>['fields'][number];
type Decision = ParsedInputOf<'profiles.updateType'>['removed'][number];

/**
 * What can be said of fields as they were typed, whatever the type had before: the choices of each, once only.
 * @throws UserError CHOICES_NEEDED, FIELD_TWICE
 */
export function checkedFields<F extends Pick<TypedField, 'label' | 'kind' | 'choices'>>(typed: readonly F[]): F[] {
  const labels = new Set<string>();
  return typed.map((field, index) => {
    const label = fold(field.label);
    if (labels.has(label)) throw UserError.inField(`fields.${index}.label`, 'FIELD_TWICE');
    labels.add(label);
    const choices = field.kind === 'choice' ? different(field.choices) : [];
    if (field.kind === 'choice' && choices.length < 2) {
      throw UserError.inField(`fields.${index}.choices`, 'CHOICES_NEEDED');
    }
    return { ...field, choices };
  });
}

/** The fields a type has, by what becomes of them. */
export interface FieldPlan {
  /** In their order: the field as it is, or null for a new one. */
  readonly after: readonly { readonly typed: TypedField; readonly field: ProfileField | null }[];
  readonly removed: readonly { readonly field: ProfileField; readonly keepsValues: boolean }[];
}

/** @throws UserError NOT_FOUND, FIELD_KIND_FIXED, FIELD_TWICE, REMOVED_VALUES_UNDECIDED */
export function planFields(
  before: readonly ProfileField[],
  typed: readonly TypedField[],
  decisions: readonly Decision[],
): FieldPlan {
  const left = new Map(before.map((field) => [field.publicId, field]));
  const after = checkedFields(typed).map((one, index) => {
    if (one.id === null) return { typed: one, field: null };
    const field = left.get(one.id);
    if (!field) throw UserError.inField(`fields.${index}.label`, unknownField(before, one.id));
    if (field.kind !== one.kind) throw UserError.inField(`fields.${index}.kind`, 'FIELD_KIND_FIXED');
    left.delete(one.id);
    return { typed: one, field };
  });
  const removed = [...left.values()].map((field) => ({ field, keepsValues: decisionOn(field, decisions) === 'keep' }));
  const stray = decisions.findIndex(({ id }) => !left.has(id));
  if (stray >= 0) throw UserError.inField(`removed.${stray}.id`, 'NOT_FOUND');
  return { after, removed };
}

/** A field named a second time is not gone: it is there twice. */
function unknownField(before: readonly ProfileField[], id: string): 'FIELD_TWICE' | 'NOT_FOUND' {
  return before.some(({ publicId }) => publicId === id) ? 'FIELD_TWICE' : 'NOT_FOUND';
}

function decisionOn({ publicId }: ProfileField, decisions: readonly Decision[]): Decision['values'] {
  const [decision, ...others] = decisions.filter(({ id }) => id === publicId);
  if (!decision || others.some(({ values }) => values !== decision.values)) {
    throw UserError.inField('removed', 'REMOVED_VALUES_UNDECIDED');
  }
  return decision.values;
}

/** Of choices that differ in case or accents alone, the first. */
function different(choices: readonly string[]): string[] {
  const byFolded = new Map<string, string>();
  for (const choice of choices) if (!byFolded.has(fold(choice))) byFolded.set(fold(choice), choice);
  return [...byFolded.values()];
}
