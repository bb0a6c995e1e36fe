import { z } from 'zod';
import { contract, type InputOf } from '../../../src-shared/contract';
import type { ProfileValues } from '../../../src-shared/contract/profiles';
import type { OfferedType } from '../../../src-shared/contract/registration';
import { withRepetition } from '../passwords/repetition';
import { valuesSchema } from '../profiles/value-form';

/** What is typed; besides what everybody is asked for, the fields of the type by their ids. */
export interface TypedRegistration {
  [fieldId: string]: string;
  email: string;
  givenName: string;
  familyName: string;
  phone: string;
  password: string;
  repetition: string;
  /** Empty until a type is chosen. */
  typeId: string;
  message: string;
}

export const nothingTyped: TypedRegistration = {
  email: '',
  givenName: '',
  familyName: '',
  phone: '',
  password: '',
  repetition: '',
  typeId: '',
  message: '',
};

type Registration = InputOf<'registration.register'>;
export type Judged = Omit<Registration, 'typeId' | 'values'> & { readonly typeId: string } & ProfileValues;

const { values: _, typeId: __, ...asked } = contract.registration.register.input.shape;
const chosenType = z.string();
const neededType = chosenType.refine((id) => id !== '', { params: { code: 'FIELD_REQUIRED' } });

/** Judges what is typed with the same rules as the main side, for the type that is chosen of those that are offered. */
export function registrationSchema(
  type: OfferedType | undefined,
  offered: readonly OfferedType[],
): z.ZodType<Judged, TypedRegistration> {
  const typeId = offered.length > 0 ? neededType : chosenType;
  const person = withRepetition(z.object({ ...asked, typeId }), 'password');
  return z.intersection(person, valuesSchema(type?.fields ?? [])) as unknown as z.ZodType<Judged, TypedRegistration>;
}

/** What is sent of what was typed: of the fields only those of the type that is chosen. */
export function registrationOf(judged: Judged, type: OfferedType | undefined): Registration {
  const { email, givenName, familyName, phone, password, message } = judged;
  return {
    email,
    givenName,
    familyName,
    phone,
    password,
    message,
    typeId: type?.id ?? null,
    ...valuesOf(judged, type),
  };
}

function valuesOf(judged: ProfileValues, type: OfferedType | undefined): Pick<Registration, 'values'> {
  return { values: Object.fromEntries((type?.fields ?? []).map(({ id }) => [id, judged[id] ?? null])) };
}
