import { z } from 'zod';
import { instant, publicId } from './shapes';
import { caseFilterShape, caseTabs } from './sign-up-cases';

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
export const bulkChoice = z.union([
  z.strictObject({ ids: z.array(publicId).min(1).max(1_000) }),
  z.strictObject({ filter: caseFilterShape.extend({ tab: undecidedTab }), asOf: instant.optional() }),
]);
