import type { SignUpCase } from '../../../src-shared/contract/moderation';
import type { FieldValue } from '../../../src-shared/contract/profiles';
import type { Submission } from './sign-up-cases.service';

type Sent = ReadonlyMap<string, { readonly label: string; readonly value: FieldValue }>;

/** In what two versions of a sign-up differ, in the order of the newer one. */
export function changesBetween(before: Submission, after: Submission): SignUpCase['changes'] {
  const [old, sent] = [sentIn(before), sentIn(after)];
  const ids = new Set([...sent.keys(), ...old.keys()]);
  return [...ids]
    .map((id) => ({
      label: sent.get(id)?.label ?? old.get(id)?.label ?? '',
      before: old.get(id)?.value ?? null,
      after: sent.get(id)?.value ?? null,
    }))
    .filter((change) => change.before !== change.after);
}

/** Fields by what they are and not by their labels, which the office can have changed in between. */
function sentIn({ givenName, familyName, phone, message, values }: Submission): Sent {
  return new Map([
    ['given name', { label: 'Given name', value: givenName }],
    ['family name', { label: 'Family name', value: familyName }],
    ['phone', { label: 'Phone', value: phone }],
    ...values.map(({ fieldId, label, value }) => [`field ${fieldId}`, { label, value }] as const),
    ['message', { label: 'Message', value: message }],
  ]);
}
