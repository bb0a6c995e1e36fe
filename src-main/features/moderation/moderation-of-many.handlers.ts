import type { HandlersOf } from '../../handlers';
import type { BulkDecisions } from './bulk-decisions.service';
import type { Insight } from './insight.service';
import type { OfMany } from './moderation.handlers';
import type { Queue } from './queue.service';

export interface ModerationOfManyHandled {
  readonly queue: Queue;
  readonly insight: Insight;
  readonly bulkDecisions: BulkDecisions;
}

/** The queue as a whole, and what is done to many cases at once. */
export function moderationOfManyHandlers({
  queue,
  insight,
  bulkDecisions,
}: ModerationOfManyHandled): Pick<HandlersOf<'moderation'>, OfMany> {
  return {
    queue: (context, input) => queue.page(context, input),
    total: (context, input) => queue.total(context, input),
    counts: (context) => queue.counts(context),
    insight: (context, { days }) => insight.of(context, days),
    previewBulk: (context, input) => bulkDecisions.preview(context, input),
    startBulk: (context, input) => bulkDecisions.start(context, input),
    bulkJobs: (context) => bulkDecisions.jobs(context),
    bulkFailures: (context, input) => bulkDecisions.failures(context, input),
    cancelBulk: (context, { id }) => bulkDecisions.cancel(context, id),
    undoBulk: (context, { id }) => bulkDecisions.undo(context, id),
  };
}
