import { z } from 'zod';
import { hasWholePlaceholders } from '../placeholders';
import { bulkChoice, bulkJob, bulkSkipReasons } from './bulk-decisions';
import { procedure, staffWith } from './define';
import { decisionKinds } from './moderation-settings';
import { cursor, instant, nothing, paragraph, publicId, requiredParagraph, version } from './shapes';
import { caseFilter, caseFilterShape, caseRow, signUpCase } from './sign-up-cases';

const named = z.strictObject({ id: publicId, name: z.string() });

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
    input: caseFilterShape,
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
    errors: ['NOT_FOUND', 'DECISION_REASON_NEEDED', ...whyAMessageIsRefused, 'JOB_UNDER_WAY'],
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
