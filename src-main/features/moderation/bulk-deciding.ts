import type { EntityManager } from 'typeorm';
import { actorOf, byItself, type Context } from '../../context';
import { mayDo } from '../../rights';
import type { Transaction } from '../../store/write-gate';
import type { BulkAct, BulkJob, JobItem, Outcome } from '../jobs/bulk-jobs.service';
import { retentionMs } from '../moderation-settings/policies.service';
import type { SettingsService } from '../settings/settings.service';
import { type Decided, recordDecided } from './bulk-decided';
import { bulkActs, bulkRecord, detailsOf } from './bulk-details';
import { type BulkFacts, bulkFacts } from './bulk-facts.repository';
import { BulkJudge } from './bulk-judge';
import { BulkMessages } from './bulk-messages';
import { BulkUndoing, type BulkUndoingServices } from './bulk-undoing';
import { BulkWrites } from './bulk-writes';
import { approved, type Decision, firstApproved, isFirstApproval, rejected, undoableForMs } from './case-machine';

export interface BulkDecidingServices extends BulkUndoingServices {
  readonly settings: SettingsService;
}

/** Decides on many sign-ups, by the same rules as on one. */
export class BulkDeciding implements BulkAct {
  readonly #services: BulkDecidingServices;
  readonly #undoing: BulkUndoing;

  constructor(services: BulkDecidingServices) {
    this.#services = services;
    this.#undoing = new BulkUndoing(services);
  }

  async contextOf({ manager }: Transaction, job: BulkJob, now: number): Promise<Context | null> {
    const { accounts } = this.#services;
    const isUndoing = job.state === 'undoing';
    const [account] = await accounts.byIds(manager, [(isUndoing ? job.undoneBy : job.startedBy) ?? 0]);
    if (!account?.isActive || !account.isStaff || account.deletedAt !== null) return null;
    const rights = await accounts.rightsOf(manager, account);
    if (!mayDo(rights, detailsOf(job).permission)) return null;
    const { id: accountId, loginId, publicId, email, givenName, familyName, isStaff } = account;
    const person = { publicId, email, givenName, familyName };
    return { window: '', now, actor: { accountId, loginId, delegate: null, ...person, isStaff, rights } };
  }

  /** Why each could not be decided on, in the order of the ids; null for those that could. */
  async refusals(
    manager: EntityManager,
    context: Context,
    decision: 'approve' | 'reject',
    ids: readonly number[],
  ): Promise<(string | null)[]> {
    const facts = await bulkFacts(manager, ids, context.now);
    const judge = await BulkJudge.prepare(manager, this.#services, context, [...facts.values()]);
    return ids.map((id) => {
      const one = facts.get(id);
      return one ? (judge.refusal(one, decision)?.code ?? null) : 'NOT_FOUND';
    });
  }

  async do(tx: Transaction, context: Context, job: BulkJob, items: readonly JobItem[]): Promise<Outcome[]> {
    const { policies } = this.#services;
    const { message, ...said } = detailsOf(job);
    const found = await bulkFacts(
      tx.manager,
      items.map(({ recordId }) => recordId),
      context.now,
    );
    const facts = new Map([...found].map(([id, one]) => [id, said.isForEverybody ? unclaimed(one) : one]));
    const all = [...facts.values()];
    const judge = await BulkJudge.prepare(tx.manager, this.#services, context, all, said);
    const messages = await BulkMessages.prepare(tx.manager, this.#services, message, all);
    const retention = retentionMs(await policies.get(tx.manager));
    const decision: Decision = { ...said, by: actorOf(context).accountId, now: context.now };
    const isApproval = job.act === bulkActs.approve;
    const writes = new BulkWrites(tx);
    const decided: Decided[] = [];
    // From here on nothing is waited for, so that nobody comes between.
    const outcomes = items.map(({ recordId, version }): Outcome => {
      const one = facts.get(recordId);
      if (!one) return { outcome: 'skipped', code: 'NOT_FOUND' };
      const refusal = judge.refusal(one, isApproval ? 'approve' : 'reject', version);
      if (refusal) return { outcome: 'skipped', code: refusal.code };
      const { signUpCase, account } = one;
      const isFirst = isApproval && isFirstApproval(signUpCase, judge.policyOf(signUpCase));
      // The person is written when it is decided, and not when a second moderator has still to look at it.
      const text = isFirst ? '' : messages.textFor(one, context.now);
      if (text === null) return { outcome: 'skipped', code: 'MESSAGE_UNFILLED' };
      const changes = isFirst
        ? firstApproved(signUpCase, decision)
        : isApproval
          ? approved(signUpCase, decision)
          : rejected(signUpCase, decision, retention);
      const after = writes.write(signUpCase, changes);
      if (text !== '') {
        const kind = isApproval ? 'approved' : 'rejected';
        const sentAt = context.now + undoableForMs;
        writes.send({ accountId: account.id, caseId: signUpCase.id, kind, text, sentAt });
      }
      const act = isFirst ? 'sign-up.approved-first' : isApproval ? 'sign-up.approved' : 'sign-up.rejected';
      decided.push({ facts: one, after, act });
      return { outcome: 'done', version: after.version };
    });
    await recordDecided(tx, context, this.#services.activity, decided, said.internalReason);
    return outcomes;
  }

  undo(tx: Transaction, context: Context, _: BulkJob, items: readonly JobItem[]): Promise<Outcome[]> {
    return this.#undoing.undo(tx, context, items);
  }

  async recordStop(tx: Transaction, job: BulkJob, now: number): Promise<void> {
    const { activity, settings } = this.#services;
    const { name: label } = await settings.office(tx.manager);
    await activity.record(tx, byItself(now), {
      act: 'moderation.bulk-cancelled',
      subject: { kind: 'office', id: 1, label },
      after: bulkRecord(job),
      reason: 'Whoever had asked for it no longer may.',
    });
  }

  announce(): void {
    this.#services.events.changed('moderation', 'activity');
  }
}

function unclaimed(one: BulkFacts): BulkFacts {
  return { ...one, signUpCase: Object.assign(one.signUpCase, { claimedBy: null, claimedUntil: null }) };
}
