import { z } from 'zod';
import { whyANewPasswordIsRefused } from '../errors';
import { everybody, procedure } from './define';
import { profileColors, profileField, values, whyValuesAreRefused } from './profiles';
import { email, newPassword, nothing, paragraph, phone, publicId, requiredLine } from './shapes';

/** A type that somebody new may choose, with the fields its profile has. */
export const offeredType = z.strictObject({
  id: publicId,
  name: z.string(),
  color: z.enum(profileColors),
  fields: z.array(profileField),
});
export type OfferedType = z.infer<typeof offeredType>;

/** What the people of an account say of themselves when they ask to be let in. */
export const submittedDetails = {
  givenName: requiredLine(100),
  familyName: requiredLine(100),
  phone,
  /** Null where the office offers no type of profile. */
  typeId: publicId.nullable(),
  values,
  /** To the office: why they want to be let in. */
  message: paragraph(2_000),
};

/** Asking for an account of one's own, where the office lets people do so. */
export const registration = {
  offer: procedure({
    access: 'read',
    audience: everybody,
    sessions: ['signed-out'],
    scope: 'office',
    input: nothing,
    output: z.strictObject({
      isOpen: z.boolean(),
      /** Whether a moderator decides, so that the form can say so. */
      isModerated: z.boolean(),
      types: z.array(offeredType),
    }),
  }),
  /**
   * Answers the same, after the same time, whether the e-mail is in use already or not. Refused for a while where too
   * many have registered.
   */
  register: procedure({
    access: 'write',
    audience: everybody,
    sessions: ['signed-out'],
    scope: 'office',
    input: z.strictObject({ email, password: newPassword, ...submittedDetails }),
    output: nothing,
    errors: [
      'REGISTRATION_CLOSED',
      'REGISTRATION_WAIT',
      'UNKNOWN_PROFILE_TYPE',
      ...whyValuesAreRefused,
      ...whyANewPasswordIsRefused,
    ],
  }),
};
