import type { EntityManager } from 'typeorm';
import type { StaffPermission } from '../../../src-shared/permissions';
import { actorOf, byItself, type Context } from '../../context';
import type { Events } from '../../events';
import { includesRights, mayDo } from '../../rights';
import type { Transaction } from '../../store/write-gate';
import { type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService, Recorded } from '../activity/activity.service';
import type { BulkAct, BulkJob, JobItem, Outcome } from '../jobs/bulk-jobs.service';
import { type ModerationPolicies, retentionMs, type TypePolicy } from '../moderation-settings/policies.service';
import type { ProfilesService } from '../profiles/profiles.service';
import type { SettingsService } from '../settings/settings.service';
import { type BulkFacts, bulkFacts, casesReadOf } from './bulk-facts.repository';
import { BulkMessages } from './bulk-messages';
import { BulkWrites } from './bulk-writes';
import { recordable } from './case-changes';
import {
  type Asking,
  approved,
  type Decision,
  decidingRefusal,
  firstApproved,
  generalRefusal,
  isFirstApproval,
  rejected,
  undoableForMs,
  undone,
} from './case-machine';
import type { SignUpCase } from './sign-up-case.entity';

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

export interface BulkDecidingServices {
  readonly accounts: AccountsService;
  readonly profiles: ProfilesService;
  readonly policies: ModerationPolicies;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** What one case becomes, with what is done and recorded along with it. */
interface Decided {
  readonly facts: BulkFacts;
  readonly after: SignUpCase;
  readonly act: Recorded['act'];
}

/** Decides on many sign-ups, by the same rules as on one. */
export class BulkDeciding implements BulkAct {
  readonly #services: BulkDecidingServices;

  constructor(services: BulkDecidingServices) {
    this.#services = services;
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
    const judge = await this.#judge(manager, context, [...facts.values()]);
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
    const judge = await this.#judge(tx.manager, context, all, said);
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
    await this.#record(tx, context, decided, said.internalReason);
    return outcomes;
  }

  async undo(tx: Transaction, context: Context, _: BulkJob, items: readonly JobItem[]): Promise<Outcome[]> {
    const ids = items.map(({ recordId }) => recordId);
    const facts = await bulkFacts(tx.manager, ids, context.now);
    const read = await casesReadOf(tx.manager, ids);
    const judge = await this.#judge(tx.manager, context, [...facts.values()]);
    const writes = new BulkWrites(tx);
    const decided: Decided[] = [];
    const outcomes = items.map(({ recordId, version }): Outcome => {
      const one = facts.get(recordId);
      if (!one) return { outcome: 'not-undone', code: 'NOT_FOUND' };
      const general = judge.general(one);
      if (general) return { outcome: 'not-undone', code: general };
      const { signUpCase } = one;
      if (signUpCase.version !== version || signUpCase.undo === null) {
        return { outcome: 'not-undone', code: 'STALE_VERSION' };
      }
      if (read.has(recordId)) return { outcome: 'not-undone', code: 'MESSAGE_READ' };
      writes.takeMessageBack(signUpCase);
      decided.push({
        facts: one,
        after: writes.write(signUpCase, undone(signUpCase, context.now)),
        act: 'sign-up.undone',
      });
      return { outcome: 'undone' };
    });
    await this.#holdBack(tx, decided, context.now);
    await this.#awaitProfiles(tx, decided);
    await this.#record(tx, context, decided);
    this.#tell(tx, decided, context.now);
    return outcomes;
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

  async #judge(
    manager: EntityManager,
    context: Context,
    cases: readonly BulkFacts[],
    { isForEverybody }: Pick<BulkDetails, 'isForEverybody'> = { isForEverybody: false },
  ): Promise<Judge> {
    const { accounts, policies } = this.#services;
    const staff = [...new Set(cases.filter(({ account }) => account.isStaff).map(({ account }) => account.id))];
    const rights = staff.length === 0 ? new Map() : await accounts.rightsOfIds(manager, staff);
    const { rights: own } = actorOf(context);
    const beyond = new Set(staff.filter((id) => !includesRights(own, rights.get(id) ?? own)));
    const byType = new Map<number | null, TypePolicy>();
    for (const typeId of new Set(cases.map(({ signUpCase }) => signUpCase.typeId))) {
      const policy = await policies.ofType(manager, typeId);
      byType.set(typeId, isForEverybody ? { ...policy, needsSecondModerator: false } : policy);
    }
    return new Judge(context, beyond, byType);
  }

  /** Who was let in by it waits again. */
  async #holdBack(tx: Transaction, undoneOnes: readonly Decided[], now: number): Promise<void> {
    const { accounts, events } = this.#services;
    const letIn = undoneOnes.filter(
      ({ facts: { signUpCase } }) => signUpCase.kind === 'account' && signUpCase.state === 'approved',
    );
    await accounts.holdBack(
      tx,
      letIn.map(({ facts }) => facts.account.id),
      now,
    );
    if (letIn.length > 0) {
      tx.afterCommit(() => {
        events.changed('accounts', 'dashboard');
        events.everySession();
      });
    }
  }

  /** Whoever was told of it is told that it is not so any more. */
  #tell(tx: Transaction, undoneOnes: readonly Decided[], now: number): void {
    const told = undoneOnes.filter(({ facts: { signUpCase } }) => (signUpCase.effectiveAt ?? now) <= now);
    tx.afterCommit(() => {
      for (const { facts } of told) this.#services.events.changedFor(facts.account.id, 'signUp', 'messages');
    });
  }

  async #awaitProfiles(tx: Transaction, decided: readonly Decided[]): Promise<void> {
    const ids = decided
      .filter(({ facts }) => facts.signUpCase.kind === 'profile')
      .map(({ facts }) => facts.signUpCase.profileId)
      .filter((id) => id !== null);
    if (ids.length > 0) await this.#services.profiles.setApproval(tx, ids, 'awaiting-approval');
  }

  #record(tx: Transaction, context: Context, decided: readonly Decided[], reason = ''): Promise<void> {
    const recorded = decided.map(({ facts: { signUpCase, account }, after, act }) => ({
      act,
      subject: { kind: 'account', id: account.id, label: fullName(account) } as const,
      before: recordable(signUpCase),
      after: recordable(after),
      ...(reason !== '' && { reason }),
    }));
    return this.#services.activity.recordMany(tx, context, recorded);
  }
}

/** Says of the cases of a slice what stands in the way of a decision. */
class Judge {
  readonly #asking: Omit<Asking, 'isBeyondRights'>;
  readonly #beyond: ReadonlySet<number>;
  readonly #policies: ReadonlyMap<number | null, TypePolicy>;

  constructor(context: Context, beyond: ReadonlySet<number>, policies: ReadonlyMap<number | null, TypePolicy>) {
    this.#asking = { now: context.now, accountId: actorOf(context).accountId };
    this.#beyond = beyond;
    this.#policies = policies;
  }

  policyOf({ typeId }: SignUpCase): TypePolicy {
    const policy = this.#policies.get(typeId);
    if (!policy) throw new Error('The policies of all types of the slice were read.');
    return policy;
  }

  /** @param version the one that was meant; null where any is */
  refusal(one: BulkFacts, decision: 'approve' | 'reject', version: number | null = null): { code: string } | null {
    const { signUpCase } = one;
    const asking = { ...this.#askingOf(one), version: version ?? undefined };
    const refusal = decidingRefusal(signUpCase, decision, asking, this.policyOf(signUpCase));
    // Whoever has changed it, of many it is all the same.
    return refusal?.code === 'CASE_RESUBMITTED' ? { code: 'STALE_VERSION' } : refusal;
  }

  /** What keeps a moderator from a case, whatever it has come to. */
  general(one: BulkFacts): string | null {
    return generalRefusal(one.signUpCase, this.#askingOf(one))?.code ?? null;
  }

  #askingOf({ account }: BulkFacts): Asking {
    return { ...this.#asking, isBeyondRights: this.#beyond.has(account.id) };
  }
}

function unclaimed(one: BulkFacts): BulkFacts {
  return { ...one, signUpCase: Object.assign(one.signUpCase, { claimedBy: null, claimedUntil: null }) };
}

export function detailsOf({ details }: Pick<BulkJob, 'details'>): BulkDetails {
  return JSON.parse(details) as BulkDetails;
}

/** A job as it stands in the activity. */
export function bulkRecord({ act, total, done }: Pick<BulkJob, 'act' | 'total' | 'done'>) {
  return { bulkDecision: act === bulkActs.approve ? 'approve' : 'reject', signUps: total, signUpsDone: done };
}
