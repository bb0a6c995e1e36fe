import { z } from 'zod';
import { hasWholePlaceholders } from '../placeholders';
import { accountStatuses } from './accounts';
import { activityEntry } from './activity';
import { procedure, staffWith } from './define';
import { messageKinds } from './messages';
import { decisionKinds } from './moderation-settings';
import { fieldValue, profileColors, profileFieldKinds } from './profiles';
import { cursor, instant, line, nothing, paragraph, publicId, requiredParagraph, version } from './shapes';

/** The parts of the queue. What is parked comes back to `waiting`, or to `appeals`, by itself. */
export const caseTabs = ['waiting', 'appeals', 'parked', 'changes-requested', 'decided'] as const;
export type CaseTab = (typeof caseTabs)[number];

export const caseStates = ['waiting', 'parked', 'changes-requested', 'approved', 'rejected'] as const;
export type CaseState = (typeof caseStates)[number];

/** `account`: whether a new account is let in, with its first profile. `profile`: one that was added later. */
const caseKinds = ['account', 'profile'] as const;

const named = z.strictObject({ id: publicId, name: z.string() });

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

const caseFilter = {
  tab: z.enum(caseTabs),
  /** Words, each of which the name, the e-mail or the phone has in it. */
  search: line(200).optional(),
  typeId: publicId.optional(),
  /** The part of the e-mail behind the `@`. */
  domain: line(254).optional(),
  /** Only who waits, or was decided, since before this moment. */
  before: instant.optional(),
  claimedBy: publicId.optional(),
  hasDuplicates: z.literal(true).optional(),
  /** Of those that are decided. */
  decision: z.enum(['approved', 'rejected']).optional(),
};
const filterShape = z.strictObject(caseFilter);
export type CaseFilter = z.infer<typeof filterShape>;

const chosen = { id: publicId, version };
/** `internalReason` stays in the office. `message` is for the person; its placeholders are filled when it is sent. */
const words = { internalReason: paragraph(1_000), templateId: publicId.nullable() };
// A brace that is not closed would go out as it stands.
const malformed = { params: { code: 'PLACEHOLDER_MALFORMED' } };
const optionalMessage = paragraph(2_000).refine(hasWholePlaceholders, malformed);
const neededMessage = requiredParagraph(2_000).refine(hasWholePlaceholders, malformed);

const whyADecisionIsRefused = [
  'NOT_FOUND',
  'STALE_VERSION',
  'CASE_DECIDED',
  'CASE_RESUBMITTED',
  'CASE_CLAIMED',
  'OWN_CASE',
  'BEYOND_OWN_RIGHTS',
  'IN_TRASH',
] as const;
const whyAMessageIsRefused = ['MESSAGE_UNFILLED', 'UNKNOWN_TEMPLATE'] as const;

const decidedNow = z.strictObject({
  case: caseRow,
  /** Until then it can be undone; null where there is nothing to wait for. */
  undoableUntil: instant.nullable(),
});

export const bulkSkipReasons = [
  'OWN_CASE',
  'CASE_CLAIMED',
  'CASE_DECIDED',
  'SECOND_MODERATOR_NEEDED',
  'BEYOND_OWN_RIGHTS',
  'IN_TRASH',
  'MESSAGE_UNFILLED',
  'STALE_VERSION',
  'MESSAGE_READ',
  'NOT_FOUND',
  'INTERNAL',
] as const;

const jobStates = ['running', 'done', 'cancelled', 'undoing', 'undone'] as const;

/** Something that is done to many records, one after the other. */
export const bulkJob = z.strictObject({
  id: publicId,
  decision: z.enum(['approve', 'reject']),
  state: z.enum(jobStates),
  /** How many there are in all; of these so many are done, left out, and could not be done. */
  total: z.int(),
  done: z.int(),
  skipped: z.int(),
  failed: z.int(),
  undone: z.int(),
  by: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
});
export type BulkJob = z.infer<typeof bulkJob>;

const undecidedTab = z.enum(caseTabs).refine((tab) => tab !== 'decided', { params: { code: 'TAB_DECIDED' } });

/** Those that are named, or all undecided ones that the filter lets through: now, or of those who waited already then. */
const bulkChoice = z.union([
  z.strictObject({ ids: z.array(publicId).min(1).max(1_000) }),
  z.strictObject({ filter: filterShape.extend({ tab: undecidedTab }), asOf: instant.optional() }),
]);

const moderators = staffWith('moderation.decide');

export const moderation = {
  /** How many there are in each part of the queue. */
  counts: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: nothing,
    output: z.strictObject({
      waiting: z.int(),
      appeals: z.int(),
      parked: z.int(),
      changesRequested: z.int(),
      decided: z.int(),
      /** From this age on, in milliseconds, a case is late. */
      reminderAge: z.int(),
    }),
  }),
  /** 50 to a page: oldest first, but what is decided newest first, unless the other way round is asked for. */
  queue: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ ...caseFilter, isReversed: z.boolean().optional(), cursor: cursor.optional() }),
    output: z.strictObject({
      rows: z.array(caseRow),
      next: cursor.nullable(),
      previous: cursor.nullable(),
      last: cursor.nullable(),
      atLeast: z.int(),
    }),
    errors: ['NOT_FOUND'],
  }),
  /** How many match, exactly. */
  total: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: filterShape,
    output: z.strictObject({ total: z.int().nullable() }),
    errors: ['NOT_FOUND'],
  }),
  get: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: signUpCase,
    errors: ['NOT_FOUND'],
  }),
  /** The newest case of an account, for whoever comes from its record. */
  caseOf: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ accountId: publicId }),
    output: z.strictObject({ id: publicId.nullable() }),
    errors: ['NOT_FOUND'],
  }),
  /** Who may decide, by name: for filters. */
  moderators: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: nothing,
    output: z.strictObject({ rows: z.array(named) }),
  }),
  /** Others see it. One that somebody else holds is only taken over where that is asked for. */
  claim: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ id: publicId, takesOver: z.boolean().optional() }),
    output: caseRow,
    errors: ['NOT_FOUND', 'CASE_DECIDED', 'CASE_CLAIMED', 'OWN_CASE'],
  }),
  release: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: caseRow,
    errors: ['NOT_FOUND'],
  }),
  /** Where a second moderator is needed, the first approval only notes that. */
  approve: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ ...chosen, ...words, message: optionalMessage }),
    output: decidedNow,
    errors: [...whyADecisionIsRefused, ...whyAMessageIsRefused, 'SECOND_MODERATOR_NEEDED'],
  }),
  /** Needs a reason: a template's, or one in words. */
  reject: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ ...chosen, ...words, message: neededMessage }),
    output: decidedNow,
    errors: [...whyADecisionIsRefused, ...whyAMessageIsRefused, 'DECISION_REASON_NEEDED'],
  }),
  /** Only of a new account: whose profile was added by the office has nothing to correct. */
  requestChanges: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ ...chosen, ...words, message: neededMessage }),
    output: decidedNow,
    errors: [...whyADecisionIsRefused, ...whyAMessageIsRefused, 'NOTHING_TO_CORRECT'],
  }),
  /** Until a moment to come. */
  park: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ ...chosen, until: instant, internalReason: paragraph(1_000) }),
    output: decidedNow,
    errors: [...whyADecisionIsRefused, 'NOT_IN_FUTURE'],
  }),
  /** Back to where it waits: one that is parked, that waits for changes, or that was decided. */
  reopen: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ ...chosen, internalReason: paragraph(1_000) }),
    output: caseRow,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'OWN_CASE', 'BEYOND_OWN_RIGHTS', 'IN_TRASH', 'CASE_OPEN', 'CASE_CLAIMED'],
  }),
  /** Takes one's own last decision back as long as nobody has been told of it. */
  undo: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject(chosen),
    output: caseRow,
    errors: ['NOT_FOUND', 'STALE_VERSION', 'OTHERS_DECISION', 'TOO_LATE_TO_UNDO'],
  }),
  /** Read by moderators only. */
  addNote: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ id: publicId, text: requiredParagraph(2_000) }),
    output: nothing,
    errors: ['NOT_FOUND', 'OWN_CASE'],
  }),
  /** What a bulk decision would do. */
  previewBulk: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ decision: z.enum(['approve', 'reject']), choice: bulkChoice }),
    output: z.strictObject({
      /** The moment for which that is true: whoever comes later is not among them. */
      asOf: instant,
      touches: z.int(),
      skipped: z.array(z.strictObject({ code: z.enum(bulkSkipReasons), count: z.int() })),
    }),
    errors: ['NOT_FOUND'],
  }),
  startBulk: procedure({
    access: 'write',
    audience: moderators,
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({
      decision: z.enum(['approve', 'reject']),
      choice: bulkChoice,
      ...words,
      message: optionalMessage,
    }),
    output: bulkJob,
    errors: ['NOT_FOUND', 'UNKNOWN_TEMPLATE', 'DECISION_REASON_NEEDED', 'JOB_UNDER_WAY'],
  }),
  /** The newest first; ten at most. */
  bulkJobs: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: nothing,
    output: z.strictObject({ rows: z.array(bulkJob) }),
  }),
  /** What of a job was left out or could not be done, and why. */
  bulkFailures: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ id: publicId, cursor: cursor.optional() }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          /** Null where it is not there any more. */
          caseId: publicId.nullable(),
          name: z.string(),
          email: z.string(),
          outcome: z.enum(['skipped', 'failed', 'not-undone']),
          code: z.enum(bulkSkipReasons),
        }),
      ),
      next: cursor.nullable(),
      previous: cursor.nullable(),
    }),
    errors: ['NOT_FOUND'],
  }),
  /** What is done stays done. */
  cancelBulk: procedure({
    access: 'write',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: bulkJob,
    errors: ['NOT_FOUND', 'JOB_ENDED'],
  }),
  /** Of those that nobody has touched since, and whose person has not read of it. */
  undoBulk: procedure({
    access: 'write',
    audience: moderators,
    isSensitive: true,
    scope: 'office',
    input: z.strictObject({ id: publicId }),
    output: bulkJob,
    errors: ['NOT_FOUND', 'JOB_UNDER_WAY', 'JOB_UNDONE'],
  }),
  insight: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: z.strictObject({ days: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]) }),
    output: z.strictObject({
      waiting: z.int(),
      appeals: z.int(),
      parked: z.int(),
      changesRequested: z.int(),
      oldestSince: instant.nullable(),
      /** From being sent to being decided, in milliseconds; null where nothing was decided in these days. */
      medianToDecide: z.int().nullable(),
      perDay: z.array(z.strictObject({ day: z.string(), approved: z.int(), rejected: z.int() })),
      /** Most first. `id` is null for rules, and for whoever is no longer there. */
      byModerator: z.array(
        z.strictObject({ id: publicId.nullable(), name: z.string(), approved: z.int(), rejected: z.int() }),
      ),
      /** Most first; ten at most. */
      rejectionReasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
    }),
  }),
  /** Those that can be chosen, by name. */
  templates: procedure({
    access: 'read',
    audience: moderators,
    scope: 'office',
    input: nothing,
    output: z.strictObject({
      rows: z.array(
        z.strictObject({ id: publicId, decision: z.enum(decisionKinds), name: z.string(), text: z.string() }),
      ),
    }),
  }),
};
