import { z } from 'zod';
import { activityActs, subjectKinds } from '../activity';
import { errorCodes } from '../errors';
import { procedure, staffWith } from './define';
import { cursor, instant, line, publicId } from './shapes';

/** An authorized user has `actsFor`, and is not looked up among the accounts. */
const person = z.strictObject({
  id: publicId,
  name: z.string(),
  email: z.string(),
  actsFor: z.strictObject({ id: publicId, name: z.string() }).nullable(),
});

/** A field's value as it was recorded; lists are lists of labels. */
export const recordedValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type RecordedValue = z.infer<typeof recordedValue>;

export const activityEntry = z.strictObject({
  /** The running number of the entry. */
  number: z.int(),
  at: instant,
  act: z.enum(activityActs),
  /** Null when nobody was signed in, as when a superuser's password is set by the recovery code. */
  actor: person.nullable(),
  subject: z.strictObject({ kind: z.enum(subjectKinds), label: z.string(), person: person.nullable() }),
  onBehalfOf: person.nullable(),
  reason: z.string().nullable(),
  /** How it was made sure who asked for it, where staff acted for somebody else. */
  identityVerifiedBy: z.string().nullable(),
  /** The changed fields, before and after. Secrets are never among them. */
  changes: z.array(z.strictObject({ field: z.string(), before: recordedValue, after: recordedValue })),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

export const refusedCall = z.strictObject({
  number: z.int(),
  firstAt: instant,
  lastAt: instant,
  /** How often the same call was refused to the same person in that time. */
  count: z.int(),
  actor: person.nullable(),
  procedure: z.string(),
  code: z.enum(errorCodes as [string, ...string[]]),
});
export type RefusedCall = z.infer<typeof refusedCall>;

export const activity = {
  /** Newest first, 50 to a page. */
  list: procedure({
    access: 'read',
    audience: staffWith('activity.view'),
    scope: 'office',
    input: z.strictObject({
      act: z.enum(activityActs).optional(),
      /** Entries by or about this person. */
      personId: publicId.optional(),
      cursor: cursor.optional(),
    }),
    output: z.strictObject({ rows: z.array(activityEntry), next: cursor.nullable(), previous: cursor.nullable() }),
    errors: ['NOT_FOUND'],
  }),
  /** People to filter by, found by any part of name or e-mail. */
  people: procedure({
    access: 'read',
    audience: staffWith('activity.view'),
    scope: 'office',
    input: z.strictObject({ search: line(200) }),
    output: z.strictObject({ rows: z.array(person) }),
  }),
  /** The calls that were refused, the one refused last first, 50 to a page. */
  refusedCalls: procedure({
    access: 'read',
    audience: staffWith('activity.view'),
    scope: 'office',
    input: z.strictObject({ cursor: cursor.optional() }),
    output: z.strictObject({ rows: z.array(refusedCall), next: cursor.nullable(), previous: cursor.nullable() }),
  }),
};
