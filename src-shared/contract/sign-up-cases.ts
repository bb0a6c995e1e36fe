import { z } from 'zod';
import { accountStatuses } from './accounts';
import { activityEntry } from './activity';
import { messageKinds } from './messages';
import { fieldValue, profileColors, profileFieldKinds } from './profiles';
import { instant, line, publicId, version } from './shapes';

/** The parts of the queue. What is parked comes back to `waiting`, or to `appeals`, by itself. */
export const caseTabs = ['waiting', 'appeals', 'parked', 'changes-requested', 'decided'] as const;
export type CaseTab = (typeof caseTabs)[number];

export const caseStates = ['waiting', 'parked', 'changes-requested', 'approved', 'rejected'] as const;
export type CaseState = (typeof caseStates)[number];

/** `account`: whether a new account is let in, with its first profile. `profile`: one that was added later. */
const caseKinds = ['account', 'profile'] as const;

/** A line of the queue. */
export const caseRow = z.strictObject({
  id: publicId,
  version,
  kind: z.enum(caseKinds),
  tab: z.enum(caseTabs),
  state: z.enum(caseStates),
  isAppeal: z.boolean(),
  accountId: publicId,
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  type: z.strictObject({ id: publicId, name: z.string(), color: z.enum(profileColors) }).nullable(),
  /** Since when it waits: when it was last sent, or decided where it is decided. */
  since: instant,
  hasDuplicates: z.boolean(),
  /** Whoever looks into it at this moment; it lapses by itself. */
  claim: z.strictObject({ name: z.string(), isSelf: z.boolean(), until: instant }).nullable(),
  /** Who has approved it where a second moderator is needed. */
  firstApproval: z.strictObject({ name: z.string(), isSelf: z.boolean(), at: instant }).nullable(),
  parkedUntil: instant.nullable(),
  decision: z
    .strictObject({
      /** Empty where a rule has decided. */
      by: z.string(),
      isSelf: z.boolean(),
      at: instant,
      /** Until then it can be undone, and nobody else is told. */
      effectiveAt: instant,
      /** The rule that has decided, such as "@example.org"; null where somebody has. */
      rule: z.string().nullable(),
      /** What the office says among itself; the name of the template where nothing else was said. */
      reason: z.string(),
    })
    .nullable(),
});
export type CaseRow = z.infer<typeof caseRow>;

/** Why somebody cannot decide on a case they may look at. */
const decidingObstacles = [
  'OWN_CASE',
  'CASE_CLAIMED',
  'SECOND_MODERATOR_NEEDED',
  'BEYOND_OWN_RIGHTS',
  'IN_TRASH',
] as const;

/** All a moderator needs to decide. */
export const signUpCase = z.strictObject({
  ...caseRow.shape,
  submittedAt: instant,
  /** How often it was sent; 1 where nothing was ever corrected. */
  revision: z.int(),
  phone: z.string(),
  message: z.string(),
  appeal: z.string(),
  values: z.array(
    z.strictObject({ fieldId: publicId, label: z.string(), kind: z.enum(profileFieldKinds), value: fieldValue }),
  ),
  /** What was changed since it was sent before; of what is no field of the profile, or no longer, the kind is null. */
  changes: z.array(
    z.strictObject({
      label: z.string(),
      kind: z.enum(profileFieldKinds).nullable(),
      before: fieldValue,
      after: fieldValue,
    }),
  ),
  duplicates: z.array(
    z.strictObject({
      accountId: publicId,
      givenName: z.string(),
      familyName: z.string(),
      email: z.string(),
      phone: z.string(),
      status: z.enum(accountStatuses),
      reasons: z.array(z.enum(['name', 'phone'])),
    }),
  ),
  /** Decided cases of the same account, or of accounts with the same phone; newest first, ten at most. */
  earlier: z.array(
    z.strictObject({
      caseId: publicId,
      name: z.string(),
      email: z.string(),
      state: z.enum(['approved', 'rejected']),
      at: instant,
      by: z.string(),
      reason: z.string(),
    }),
  ),
  domain: z.strictObject({
    name: z.string(),
    waiting: z.int(),
    approved: z.int(),
    rejected: z.int(),
    /** What a rule does with sign-ups from it. */
    rule: z.enum(['approve', 'reject']).nullable(),
  }),
  notes: z.array(z.strictObject({ at: instant, by: z.string(), text: z.string() })),
  /** What was written to the person, newest first. */
  messages: z.array(
    z.strictObject({ kind: z.enum(messageKinds), text: z.string(), sentAt: instant, readAt: instant.nullable() }),
  ),
  /** What the activity has about the account, newest first, twenty at most. */
  activity: z.array(activityEntry),
  /** What fills the placeholders of a message, by their names. */
  placeholders: z.record(z.string(), z.string()),
  needsSecondModerator: z.boolean(),
  obstacle: z.enum(decidingObstacles).nullable(),
});
export type SignUpCase = z.infer<typeof signUpCase>;

/** What the queue leaves out. */
export const caseFilter = {
  tab: z.enum(caseTabs),
  /** Words, each of which the name, the e-mail or the phone has in it. */
  search: line(200).optional(),
  typeId: publicId.optional(),
  /** The part of the e-mail behind the `@`. */
  domain: line(254).optional(),
  /** Only who waits, or was decided, since this moment or later. */
  from: instant.optional(),
  /** Only who waits, or was decided, since before this moment. */
  before: instant.optional(),
  claimedBy: publicId.optional(),
  hasDuplicates: z.literal(true).optional(),
  /** Of those that are decided. */
  decision: z.enum(['approved', 'rejected']).optional(),
};
export const caseFilterShape = z.strictObject(caseFilter);
export type CaseFilter = z.infer<typeof caseFilterShape>;
