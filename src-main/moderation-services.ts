import type { Clock } from './clock';
import { BulkJobs } from './features/jobs/bulk-jobs.service';
import { BulkDeciding } from './features/moderation/bulk-deciding';
import { BulkDecisions } from './features/moderation/bulk-decisions.service';
import { bulkActs } from './features/moderation/bulk-details';
import { CaseAccess } from './features/moderation/case-access';
import { CaseChanges, type CaseChangesServices } from './features/moderation/case-changes';
import { CaseDecisions, type CaseDecisionsServices } from './features/moderation/case-decisions.service';
import { CaseNotes } from './features/moderation/case-notes.service';
import { CaseRetention, type CaseRetentionServices } from './features/moderation/case-retention.service';
import { CaseView } from './features/moderation/case-view';
import { CaseWords, type CaseWordsServices } from './features/moderation/case-words';
import { Claims } from './features/moderation/claims.service';
import { Insight } from './features/moderation/insight.service';
import { Outbox } from './features/moderation/outbox.service';
import { Queue } from './features/moderation/queue.service';
import { Settle } from './features/moderation/settle.service';
import { WholeCases, type WholeCasesServices } from './features/moderation/whole-case.service';
import type { ProfileTypesService } from './features/profiles/profile-types.service';

type MadeHere = 'caseAccess' | 'caseChanges' | 'caseView' | 'caseWords' | 'outbox';

type Shared = CaseChangesServices &
  CaseRetentionServices &
  Omit<CaseWordsServices, MadeHere> &
  Omit<CaseDecisionsServices, MadeHere> &
  Omit<WholeCasesServices, MadeHere> & {
    readonly profileTypes: ProfileTypesService;
    readonly clock: Clock;
    readonly report: (error: unknown) => void;
  };

type Deciding = CaseChangesServices & Omit<CaseWordsServices, MadeHere> & Omit<CaseDecisionsServices, MadeHere>;

/** What decides on sign-ups one by one. It needs nothing but the store, so that a new office can have some decided. */
export function createDecidingServices(shared: Deciding) {
  const outbox = new Outbox();
  const looking = {
    outbox,
    caseAccess: new CaseAccess(shared),
    caseChanges: new CaseChanges(shared),
    caseView: new CaseView(),
    caseWords: new CaseWords({ ...shared, outbox }),
  };
  const deciding = { ...shared, ...looking };
  return { ...looking, decisions: new CaseDecisions(deciding), caseNotes: new CaseNotes(deciding) };
}

/** What has to do with sign-ups, wired by hand. */
export function createModerationServices(shared: Shared) {
  const deciding = createDecidingServices(shared);
  const { outbox, decisions, caseNotes } = deciding;
  const looking = { ...shared, ...deciding };
  const settle = new Settle({ ...shared, outbox });
  const queue = new Queue({ ...looking, settle });
  const bulkDeciding = new BulkDeciding(looking);
  const bulkJobs = new BulkJobs(shared, { [bulkActs.approve]: bulkDeciding, [bulkActs.reject]: bulkDeciding });
  return {
    queue,
    insight: new Insight({ ...looking, settle }),
    bulkJobs,
    bulkDecisions: new BulkDecisions({ ...looking, settle, queue, bulkDeciding, bulkJobs }),
    outbox,
    caseAccess: looking.caseAccess,
    caseView: looking.caseView,
    decisions,
    claims: new Claims(looking),
    caseNotes,
    settle,
    caseRetention: new CaseRetention(shared),
    wholeCases: new WholeCases(looking),
  };
}
