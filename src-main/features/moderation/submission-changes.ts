import type { FieldValue, ProfileFieldKind } from '../../../src-shared/contract/profiles';
import type { SignUpCase } from '../../../src-shared/contract/sign-up-cases';
import type { Submission } from './sign-up-cases.service';

interface SentValue {
  readonly label: string;
  readonly value: FieldValue;
  /** Of what is a field of a profile. */
  readonly fieldId?: string;
}
type Sent = ReadonlyMap<string, SentValue>;

/**
 * In what two versions of a sign-up differ, in the order of the newer one.
 * @param kinds of the profile's fields as they are now, by their ids
 */
export function changesBetween(
  before: Submission,
  after: Submission,
  kinds: ReadonlyMap<string, ProfileFieldKind>,
): SignUpCase['changes'] {
  const [old, sent] = [sentIn(before), sentIn(after)];
  const ids = new Set([...sent.keys(), ...old.keys()]);
  return [...ids]
    .map((id) => ({
      label: sent.get(id)?.label ?? old.get(id)?.label ?? '',
      kind: kinds.get((sent.get(id) ?? old.get(id))?.fieldId ?? '') ?? null,
      before: old.get(id)?.value ?? null,
      after: sent.get(id)?.value ?? null,
    }))
    .filter((change) => change.before !== change.after);
}

/** Fields by what they are and not by their labels, which the office can have changed in between. */
function sentIn({ givenName, familyName, phone, message, values }: Submission): Sent {
  return new Map<string, SentValue>([
    ['given name', { label: 'Given name', value: givenName }],
    ['family name', { label: 'Family name', value: familyName }],
    ['phone', { label: 'Phone', value: phone }],
    ...values.map(({ fieldId, label, value }) => [`field ${fieldId}`, { label, value, fieldId }] as const),
    ['message', { label: 'Message', value: message }],
  ]);
}
