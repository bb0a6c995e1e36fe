import { expect, test } from 'vitest';
import { CallFailure } from '../../../src-renderer/api/failures';
import { sendValues } from '../../../src-renderer/features/registration/refusals';
import {
  nothingTyped,
  registrationOf,
  registrationSchema,
  type TypedRegistration,
} from '../../../src-renderer/features/registration/registration-form';
import type { OfferedType } from '../../../src-shared/contract/registration';

const shopId = 's'.repeat(22);
const sinceId = 'd'.repeat(22);
const seller: OfferedType = {
  id: 't'.repeat(22),
  name: 'Seller',
  color: 'green',
  fields: [
    { id: shopId, label: 'Shop', kind: 'text', isRequired: true, choices: [] },
    { id: sinceId, label: 'Since', kind: 'date', isRequired: false, choices: [] },
  ],
};

const kim: TypedRegistration = {
  ...nothingTyped,
  email: ' Kim@Example.org ',
  givenName: 'Kim',
  familyName: 'Larsen',
  password: 'violet harbour ladder',
  repetition: 'violet harbour ladder',
};

/** The names of the fields that something is said against. */
function blamed(typed: TypedRegistration, type: OfferedType | undefined, offered: readonly OfferedType[]): string[] {
  const judged = registrationSchema(type, offered).safeParse(typed);
  return judged.success ? [] : [...new Set(judged.error.issues.map(({ path }) => path.join('.')))].sort();
}

test('what is typed is sent with the values of the type alone', () => {
  const typed = {
    ...kim,
    typeId: seller.id,
    [shopId]: 'Larsen Shoes',
    [sinceId]: '2020-3-1',
    other: 'of another type',
  };
  const judged = registrationSchema(seller, [seller]).parse(typed);
  expect(registrationOf(judged, seller)).toEqual({
    email: 'Kim@Example.org',
    givenName: 'Kim',
    familyName: 'Larsen',
    phone: '',
    password: 'violet harbour ladder',
    message: '',
    typeId: seller.id,
    values: { [shopId]: 'Larsen Shoes', [sinceId]: '2020-03-01' },
  });
});

test('where the office offers no type, none is asked for', () => {
  const judged = registrationSchema(undefined, []).parse(kim);
  expect(registrationOf(judged, undefined)).toMatchObject({ typeId: null, values: {} });
});

test('everything that is wrong is said at once', () => {
  expect(blamed(nothingTyped, undefined, [seller])).toEqual(['email', 'familyName', 'givenName', 'password', 'typeId']);
  expect(blamed({ ...kim, repetition: 'another', typeId: seller.id }, seller, [seller])).toEqual(
    ['repetition', shopId].sort(),
  );
});

test('what is said against a value is said under its field', async () => {
  const text = { code: 'FIELD_REQUIRED', message: 'This is needed.' } as const;
  const refusal = new CallFailure('registration.register', {
    ...text,
    fields: { [`values.${shopId}`]: text, email: text },
  });
  const sent = sendValues(() => Promise.reject(refusal));
  await expect(sent).rejects.toMatchObject({ error: { fields: { [shopId]: text, email: text } } });
});
