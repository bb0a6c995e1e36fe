import { z } from 'zod';
import { contract, type InputOf } from '../../../src-shared/contract';
import type { Profile, ProfileField, ProfileValues } from '../../../src-shared/contract/profiles';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import { textInWords, type WordsOfFields } from '../../components/versions/compare';
import { typedValues, valuesSchema, wordsOfFields } from '../profiles/value-form';

/** What is corrected; besides what everybody has sent, the fields of the profile's type by their ids. */
export interface TypedCorrection {
  [fieldId: string]: string;
  givenName: string;
  familyName: string;
  phone: string;
  message: string;
}

type Correction = Omit<InputOf<'signUp.resubmit'>, 'version'>;
export type JudgedCorrection = Omit<Correction, 'values'> & ProfileValues;

const { givenName, familyName, phone, message } = contract.signUp.resubmit.input.shape;
const person = z.object({ givenName, familyName, phone, message });

export function fieldsOf({ submission }: MySignUp): readonly ProfileField[] {
  return submission.type?.fields ?? [];
}

export function correctionSchema(signUp: MySignUp): z.ZodType<JudgedCorrection, TypedCorrection> {
  const values = valuesSchema(fieldsOf(signUp), sentValues(signUp));
  return z.intersection(person, values) as unknown as z.ZodType<JudgedCorrection, TypedCorrection>;
}

/** What was sent before, to be typed over. */
export function typedCorrection(signUp: MySignUp): TypedCorrection {
  const { submission } = signUp;
  return {
    ...typedValues(fieldsOf(signUp), sentValues(signUp)),
    givenName: submission.givenName,
    familyName: submission.familyName,
    phone: submission.phone,
    message: submission.message,
  };
}

/** What is sent of what was typed. */
export function correctionOf(judged: JudgedCorrection, fields: readonly ProfileField[]): Correction {
  return {
    givenName: judged.givenName,
    familyName: judged.familyName,
    phone: judged.phone,
    message: judged.message,
    values: Object.fromEntries(fields.map(({ id }) => [id, judged[id] ?? null])),
  };
}

/** How the fields are told where the same person has sent something at another window. */
export function correctionWords(fields: readonly ProfileField[]): WordsOfFields<TypedCorrection> {
  return [
    { name: 'givenName', label: 'Given name', words: textInWords },
    { name: 'familyName', label: 'Family name', words: textInWords },
    { name: 'phone', label: 'Phone', words: textInWords },
    ...wordsOfFields(fields),
    { name: 'message', label: 'Message to the office', words: textInWords },
  ];
}

/** The values as a profile has them: in the order of the fields, with their labels. */
export function sentValues(signUp: MySignUp): Profile['values'] {
  const { values } = signUp.submission;
  return fieldsOf(signUp).map(({ id, label, kind }) => ({
    ...{ fieldId: id, label, kind, isFormer: false },
    value: values[id] ?? null,
  }));
}

/** Whether both are about the same that was sent, whatever the office says of it. */
export function isSameSubmission({ submission: one }: MySignUp, { submission: other }: MySignUp): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
