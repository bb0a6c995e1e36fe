import type { FieldValue, Profile, ProfileFieldKind } from '../../../src-shared/contract/profiles';
import type { Recordable } from '../activity/activity.service';
import type { ProfileField } from './profile-field.entity';
import type { ProfileType } from './profile-type.entity';
import type { FieldPlan } from './type-fields';

const kindWords: Readonly<Record<ProfileFieldKind, string>> = {
  text: 'text',
  'long-text': 'long text',
  number: 'number',
  date: 'date',
  choice: 'choice',
  'yes-no': 'yes or no',
};

/** A type as it stands in the activity; `plan` says what became of the values of fields that were removed. */
export function recordableType(
  { name, color }: ProfileType,
  fields: readonly ProfileField[],
  plan: FieldPlan = { after: [], removed: [] },
): Recordable {
  const removed = plan.removed.map(
    ({ field, keepsValues }) => `${field.label}: values ${keepsValues ? 'kept' : 'deleted'}`,
  );
  return {
    name,
    color,
    fields: fields.map(fieldInWords),
    ...(removed.length > 0 && { removedFields: removed }),
  };
}

function fieldInWords({ label, kind, isRequired, choices }: ProfileField): string {
  const what = kind === 'choice' ? `choice of ${choices.join(', ')}` : kindWords[kind];
  return `${label} (${what}${isRequired ? ', required' : ''})`;
}

/** A profile as it stands in the activity of its account: the name of its type, and its values by their labels. */
export function recordableProfile({ type, values }: Profile): Recordable {
  // Labels are typed by people, and one of them may be called like something that every object has.
  const recorded: Record<string, FieldValue> = Object.create(null);
  recorded.profileType = type.name;
  for (const { label, isFormer, value } of values) {
    recorded[unlike(recorded, isFormer ? `${label} (former field)` : label)] = value;
  }
  return recorded;
}

/** Fields may be called the same: two former ones, or one like the word for the type. */
function unlike(recorded: Recordable, name: string): string {
  let free = name;
  for (let count = 2; free in recorded; count += 1) free = `${name} (${count})`;
  return free;
}
