import { z } from 'zod';
import { holderThemself, procedure } from './define';
import { profileColors, profileField, values, whyValuesAreRefused } from './profiles';
import { submittedDetails } from './registration';
import { instant, nothing, publicId, requiredParagraph, version } from './shapes';

/** What a person who is held back is told of their sign-up: never who decides, nor why among the office. */
export const signUpStates = ['waiting', 'changes-requested', 'rejected', 'appealed'] as const;
export type SignUpState = (typeof signUpStates)[number];

export const mySignUp = z.strictObject({
  /** Of the sign-up: what is sent names the one it was made from. */
  version,
  state: z.enum(signUpStates),
  submittedAt: instant,
  /** The office's last words on what it is now; null where there are none. */
  message: z.strictObject({ id: publicId, text: z.string(), sentAt: instant }).nullable(),
  mayCorrect: z.boolean(),
  /** Once, after a rejection. */
  mayAppeal: z.boolean(),
  submission: z.strictObject({
    email: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    phone: z.string(),
    message: z.string(),
    /** Null where the account has no profile yet. */
    type: z
      .strictObject({ id: publicId, name: z.string(), color: z.enum(profileColors), fields: z.array(profileField) })
      .nullable(),
    values,
  }),
});
export type MySignUp = z.infer<typeof mySignUp>;

/** What somebody who awaits approval sees and does. Nobody who acts for them does. */
export const signUp = {
  mine: procedure({
    access: 'read',
    audience: holderThemself,
    sessions: ['awaiting-approval'],
    scope: 'own account',
    input: nothing,
    output: mySignUp,
    errors: ['NOT_FOUND'],
  }),
  /** Sends a corrected submission: while it waits, or where changes were asked for. */
  resubmit: procedure({
    access: 'write',
    audience: holderThemself,
    sessions: ['awaiting-approval'],
    scope: 'own account',
    input: z.strictObject({
      version,
      givenName: submittedDetails.givenName,
      familyName: submittedDetails.familyName,
      phone: submittedDetails.phone,
      values,
      message: submittedDetails.message,
    }),
    output: mySignUp,
    errors: [
      'NOT_FOUND',
      'STALE_VERSION',
      'SIGN_UP_DECIDED',
      'NOTHING_CHANGED',
      'SENT_TOO_OFTEN',
      ...whyValuesAreRefused,
    ],
  }),
  /** Once, after a rejection. */
  appeal: procedure({
    access: 'write',
    audience: holderThemself,
    sessions: ['awaiting-approval'],
    scope: 'own account',
    input: z.strictObject({ version, message: requiredParagraph(2_000) }),
    output: mySignUp,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'NO_APPEAL'],
  }),
};
