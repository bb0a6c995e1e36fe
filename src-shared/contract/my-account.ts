import { z } from 'zod';
import { activityActs } from '../activity';
import { accountStatuses } from './accounts';
import { recordedValue } from './activity';
import { accountHolders, holdersWith, procedure } from './define';
import { profile, profileField, values, whyValuesAreRefused } from './profiles';
import { cursor, instant, nothing, publicId, version } from './shapes';

/** An entry of the activity as the account's own people see it: no reasons of the office, no notes, no colleagues' names. */
export const myActivityEntry = z.strictObject({
  number: z.int(),
  at: instant,
  act: z.enum(activityActs),
  /** Who did it: the holder, an authorized user by name, the office, or nobody who was signed in. */
  actor: z.strictObject({
    kind: z.enum(['holder', 'authorized-user', 'office', 'nobody']),
    /** Empty for the office, and for who is no longer there. */
    name: z.string(),
    /** True for who asks. */
    isSelf: z.boolean(),
  }),
  /** What or whom it was done to; empty where who asks may not know. */
  subject: z.string(),
  changes: z.array(z.strictObject({ field: z.string(), before: recordedValue, after: recordedValue })),
});
export type MyActivityEntry = z.infer<typeof myActivityEntry>;

/** What account holders and their authorized users see and do with the account the session is for. */
export const myAccount = {
  /** Who the account belongs to, and its state. */
  overview: procedure({
    access: 'read',
    audience: accountHolders,
    scope: 'own account',
    input: nothing,
    output: z.strictObject({
      holder: z.strictObject({
        givenName: z.string(),
        familyName: z.string(),
        email: z.string(),
        phone: z.string(),
      }),
      status: z.enum(accountStatuses),
      createdAt: instant,
      lastSignInAt: instant.nullable(),
      /** Null where who asks may not see them. */
      authorizedUsers: z.strictObject({ all: z.int(), withLogin: z.int() }).nullable(),
      profileCount: z.int().nullable(),
    }),
  }),
  /** With the fields of their types, as far as they can be changed. */
  profiles: procedure({
    access: 'read',
    audience: holdersWith('profiles.view'),
    scope: 'own account',
    input: nothing,
    output: z.strictObject({
      rows: z.array(z.strictObject({ ...profile.shape, fields: z.array(profileField) })),
    }),
  }),
  updateProfile: procedure({
    access: 'write',
    audience: holdersWith('profiles.edit'),
    scope: 'own account',
    input: z.strictObject({ id: publicId, version, values }),
    output: profile,
    errors: ['NOT_FOUND', 'STALE_VERSION', ...whyValuesAreRefused],
  }),
  /** What was done with the account and its authorized users, newest first, 50 to a page. */
  activity: procedure({
    access: 'read',
    audience: holdersWith('activity.view'),
    scope: 'own account',
    input: z.strictObject({ cursor: cursor.optional() }),
    output: z.strictObject({ rows: z.array(myActivityEntry), next: cursor.nullable(), previous: cursor.nullable() }),
  }),
};
