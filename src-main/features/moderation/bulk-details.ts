import type { StaffPermission } from '../../../src-shared/permissions';
import type { BulkJob } from '../jobs/bulk-jobs.service';

export const bulkActs = { approve: 'sign-ups.approve', reject: 'sign-ups.reject' } as const;

/** What a decision on many says, the same to all of them. */
export interface BulkDetails {
  readonly internalReason: string;
  readonly decisionReason: string;
  /** With placeholders, which are filled for each person; empty for none. */
  readonly message: string;
  /** What who has asked for it must be allowed as long as it lasts. */
  readonly permission: StaffPermission;
  /** Whether nobody needs a second moderator, and what others look into is decided too: moderation is switched off. */
  readonly isForEverybody: boolean;
}

export function detailsOf({ details }: Pick<BulkJob, 'details'>): BulkDetails {
  return JSON.parse(details) as BulkDetails;
}

/** A job as it stands in the activity. */
export function bulkRecord({ act, total, done }: Pick<BulkJob, 'act' | 'total' | 'done'>) {
  return { bulkDecision: act === bulkActs.approve ? 'approve' : 'reject', signUps: total, signUpsDone: done };
}
