import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import { bulkSkipReasons, type BulkJob as View } from '../../../src-shared/contract/bulk-decisions';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { pageOf, readCursor } from '../../paging';
import { mayDo } from '../../rights';
import { everySignUp } from '../../store/sign-up-list/sign-up-total';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { BulkJob, BulkJobs } from '../jobs/bulk-jobs.service';
import type { SettingsService } from '../settings/settings.service';
import type { BulkDeciding } from './bulk-deciding';
import { type BulkDetails, bulkActs, bulkRecord, detailsOf } from './bulk-details';
import { casesNamed, idsOfCases, undecidedCases, versionsOf } from './bulk-facts.repository';
import { refuseUnknownPlaceholders } from './bulk-messages';
import type { CaseWords } from './case-words';
import type { Queue } from './queue.service';
import type { Settle } from './settle.service';

const pageSize = 50;
/** So many are judged in a few milliseconds. */
const judgedAtOnce = 250;

type Choice = ParsedInputOf<'moderation.previewBulk'>['choice'];
type SkipReason = (typeof bulkSkipReasons)[number];

export interface BulkDecisionsServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly activity: ActivityService;
  readonly settings: SettingsService;
  readonly caseWords: CaseWords;
  readonly queue: Queue;
  readonly settle: Settle;
  readonly bulkDeciding: BulkDeciding;
  readonly bulkJobs: BulkJobs;
}

/** Decisions on many sign-ups at once, as jobs. */
export class BulkDecisions {
  readonly #services: BulkDecisionsServices;

  constructor(services: BulkDecisionsServices) {
    this.#services = services;
  }

  /** What it would do at this moment; whether a message can be filled is only seen when it is done. */
  async preview(
    context: Context,
    { decision, choice }: ParsedInputOf<'moderation.previewBulk'>,
  ): Promise<OutputOf<'moderation.previewBulk'>> {
    const { store, bulkDeciding } = this.#services;
    const ids = await this.#chosen(context, choice);
    const skipped = new Map<SkipReason, number>();
    for (let start = 0; start < ids.length; start += judgedAtOnce) {
      const part = ids.slice(start, start + judgedAtOnce);
      for (const refusal of await bulkDeciding.refusals(store.read, context, decision, part)) {
        if (refusal !== null) skipped.set(reasonOf(refusal), (skipped.get(reasonOf(refusal)) ?? 0) + 1);
      }
      await setImmediate();
    }
    const all = [...skipped.values()].reduce((sum, count) => sum + count, 0);
    return {
      asOf: context.now,
      touches: ids.length - all,
      skipped: [...skipped]
        .map(([code, count]) => ({ code, count }))
        .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1)),
    };
  }

  /** @throws UserError NOT_FOUND, UNKNOWN_TEMPLATE, DECISION_REASON_NEEDED, MESSAGE_UNFILLED, JOB_UNDER_WAY */
  async start(context: Context, input: ParsedInputOf<'moderation.startBulk'>): Promise<View> {
    const { store, caseWords, bulkJobs } = this.#services;
    const { decision, choice, message } = input;
    const said = await caseWords.reason(store.read, decision, input);
    await refuseUnknownPlaceholders(store.read, message);
    const details = { ...said, message, permission: 'moderation.decide', isForEverybody: false } as const;
    const ids = inOrder(await this.#chosen(context, choice));
    const wanted = { ...asked(context, decision, details), ids, recordsOf: asTheyAre };
    return bulkJobs.prepare(context, wanted, (tx, job) => this.#noteStart(tx, context, job, details));
  }

  /**
   * Everybody who waits, whoever looks into it: for when moderation is switched off.
   * @returns whether there is anybody
   * @throws UserError JOB_UNDER_WAY
   */
  async letEverybodyIn(tx: Transaction, context: Context): Promise<boolean> {
    const ids = await undecidedCases(tx.manager);
    if (ids.length === 0) return false;
    const details: BulkDetails = {
      internalReason: 'Moderation was switched off.',
      decisionReason: '',
      message: '',
      permission: 'moderation.manage',
      isForEverybody: true,
    };
    // What somebody changes meanwhile was meant too.
    const records = inOrder(ids).map((id) => [id, null] as const);
    const job = await this.#services.bulkJobs.start(tx, asked(context, 'approve', details), records);
    await this.#noteStart(tx, context, job, details);
    return true;
  }

  async jobs({ now }: Context): Promise<OutputOf<'moderation.bulkJobs'>> {
    const { store, bulkJobs } = this.#services;
    return { rows: await this.#views(await bulkJobs.newest(store.read), now) };
  }

  /** @throws UserError NOT_FOUND */
  async failures(
    _: Context,
    { id, cursor }: ParsedInputOf<'moderation.bulkFailures'>,
  ): Promise<OutputOf<'moderation.bulkFailures'>> {
    const { store, bulkJobs } = this.#services;
    const job = await bulkJobs.find(store.read, id);
    if (!job) throw new UserError('NOT_FOUND');
    const place = readCursor(cursor);
    const page = pageOf(await bulkJobs.notDone(store.read, job, place, pageSize), place, pageSize);
    const cases = await casesNamed(
      store.read,
      page.rows.map(({ recordId }) => recordId),
    );
    const rows = page.rows.map(({ recordId, outcome, code }) => {
      const one = cases.get(recordId);
      const who = { caseId: one?.publicId ?? null, name: one ? fullName(one) : '', email: one?.email ?? '' };
      return { ...who, outcome, code: reasonOf(code) };
    });
    return { ...page, rows };
  }

  /** @throws UserError NOT_FOUND, JOB_ENDED, NOT_ALLOWED */
  cancel(context: Context, publicId: string): Promise<View> {
    const { store, bulkJobs } = this.#services;
    return store.write(context, async (tx) => {
      const job = await bulkJobs.cancel(tx, publicId, context.now);
      assertMay(context, job);
      await this.#record(tx, context, 'moderation.bulk-cancelled', job);
      return this.#view(job, context.now);
    });
  }

  /** @throws UserError NOT_FOUND, JOB_UNDER_WAY, JOB_UNDONE, NOT_ALLOWED */
  undo(context: Context, publicId: string): Promise<View> {
    const { store, bulkJobs } = this.#services;
    return store.write(context, async (tx) => {
      const job = await bulkJobs.undo(tx, publicId, actorOf(context).accountId);
      assertMay(context, job);
      await this.#record(tx, context, 'moderation.bulk-undone', job);
      return this.#view(job, context.now);
    });
  }

  async #noteStart(tx: Transaction, context: Context, job: BulkJob, { internalReason }: BulkDetails): Promise<View> {
    await this.#record(tx, context, 'moderation.bulk-started', job, internalReason);
    return this.#view(job, context.now);
  }

  async #record(
    tx: Transaction,
    context: Context,
    act: 'moderation.bulk-started' | 'moderation.bulk-cancelled' | 'moderation.bulk-undone',
    job: BulkJob,
    reason = '',
  ): Promise<void> {
    const { activity, settings } = this.#services;
    const { name: label } = await settings.office(tx.manager);
    const subject = { kind: 'office', id: 1, label } as const;
    await activity.record(tx, context, { act, subject, after: bulkRecord(job), ...(reason !== '' && { reason }) });
  }

  async #chosen(context: Context, choice: Choice): Promise<number[]> {
    const { store, queue, settle } = this.#services;
    await settle.due(context.now);
    if ('ids' in choice) return idsOfCases(store.read, [...new Set(choice.ids)]);
    const { filter, asOf = context.now } = choice;
    const before = Math.min(filter.before ?? Number.POSITIVE_INFINITY, asOf + 1);
    return everySignUp(store, await queue.filter(store.read, context, { ...filter, before }));
  }

  async #view(job: BulkJob, now: number): Promise<View> {
    const [view] = await this.#views([job], now);
    if (!view) throw new Error('There is a view of every job.');
    return view;
  }

  async #views(jobs: readonly BulkJob[], now: number): Promise<View[]> {
    const ids = [...new Set(jobs.map(({ startedBy }) => startedBy))];
    const people = new Map((await this.#services.accounts.peopleByIds(ids, now)).map((one) => [one.id, one]));
    return jobs.map((job) => {
      const { publicId, act, state, total, done, skipped, failed, undone, startedAt, finishedAt } = job;
      const by = people.get(job.startedBy);
      const decision = act === bulkActs.approve ? 'approve' : 'reject';
      const counts = { total, done, skipped, failed, undone };
      return { id: publicId, decision, state, ...counts, by: by ? fullName(by) : '', startedAt, finishedAt };
    });
  }
}

function asked(context: Context, decision: keyof typeof bulkActs, details: BulkDetails) {
  const startedBy = actorOf(context).accountId;
  return { act: bulkActs[decision], startedBy, details: JSON.stringify(details), now: context.now };
}

/** That in which they lie in the store, of which so the fewest pages are written anew. */
function inOrder(ids: readonly number[]): number[] {
  return ids.toSorted((one, other) => one - other);
}

/** What somebody changes meanwhile was not meant. */
async function asTheyAre(
  manager: EntityManager,
  ids: readonly number[],
): Promise<(readonly [number, number | null])[]> {
  const versions = await versionsOf(manager, ids);
  return ids.map((id, index) => [id, versions[index] ?? null] as const);
}

/** Whoever stops or undoes a job needs what starting it needs. */
function assertMay(context: Context, job: BulkJob): void {
  if (!mayDo(actorOf(context).rights, detailsOf(job).permission)) throw new UserError('NOT_ALLOWED');
}

/** Decisions are refused for no other reasons; what a later version wrote is not known here. */
function reasonOf(code: string): SkipReason {
  return bulkSkipReasons.find((one) => one === code) ?? 'INTERNAL';
}
