import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { CaseRow } from '../../../src-shared/contract/sign-up-cases';
import { actorOf, type Context } from '../../context';
import { domainOf } from '../../store/mail-address';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { Account, AccountsService } from '../accounts/accounts.service';
import { type ModerationPolicies, retentionMs } from '../moderation-settings/policies.service';
import type { ModerationRules, RuleDecision } from '../moderation-settings/rules.service';
import type { ProfilesService } from '../profiles/profiles.service';
import type { CaseAccess, FoundCase } from './case-access';
import type { CaseChanges } from './case-changes';
import {
  approved,
  type Changes,
  type DecidingAct,
  type Decision,
  decidedByRule,
  decidingRefusal,
  firstApproved,
  isFirstApproval,
  type Policy,
  parked,
  parkingRefusal,
  rejected,
  reopened,
  reopeningRefusal,
  sentBack,
  undoingRefusal,
  undone,
} from './case-machine';
import type { CaseView } from './case-view';
import type { CaseWords } from './case-words';
import type { Outbox } from './outbox.service';
import type { SignUpCase } from './sign-up-cases.service';

type Decided = OutputOf<'moderation.approve'>;

export interface CaseDecisionsServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly profiles: ProfilesService;
  readonly policies: ModerationPolicies;
  readonly rules: ModerationRules;
  readonly caseAccess: CaseAccess;
  readonly caseChanges: CaseChanges;
  readonly caseView: CaseView;
  readonly caseWords: CaseWords;
  readonly outbox: Outbox;
}

/** What moderators decide on sign-ups, and what rules do. */
export class CaseDecisions {
  readonly #services: CaseDecisionsServices;

  constructor(services: CaseDecisionsServices) {
    this.#services = services;
  }

  approve(context: Context, { message, ...input }: ParsedInputOf<'moderation.approve'>): Promise<Decided> {
    const { caseWords } = this.#services;
    return this.#decide(context, input, 'approve', async (tx, found, policy) => {
      const reason = await caseWords.reason(tx.manager, 'approve', input);
      const decision = { ...decisionBy(context), ...reason };
      // The person is written when it is decided, and not when a second moderator has still to look at it.
      if (isFirstApproval(found.signUpCase, policy)) {
        const changes = firstApproved(found.signUpCase, decision);
        return { act: 'sign-up.approved-first', changes };
      }
      await caseWords.write(tx, context, found, 'approved', message);
      return { act: 'sign-up.approved', changes: approved(found.signUpCase, decision) };
    });
  }

  reject(context: Context, { message, ...input }: ParsedInputOf<'moderation.reject'>): Promise<Decided> {
    const { caseWords, policies } = this.#services;
    return this.#decide(context, input, 'reject', async (tx, found) => {
      const reason = await caseWords.reason(tx.manager, 'reject', input);
      await caseWords.write(tx, context, found, 'rejected', message);
      const retention = retentionMs(await policies.get(tx.manager));
      const changes = rejected(found.signUpCase, { ...decisionBy(context), ...reason }, retention);
      return { act: 'sign-up.rejected', changes };
    });
  }

  requestChanges(
    context: Context,
    { message, ...input }: ParsedInputOf<'moderation.requestChanges'>,
  ): Promise<Decided> {
    const { caseWords } = this.#services;
    return this.#decide(context, input, 'request-changes', async (tx, found) => {
      const reason = await caseWords.reason(tx.manager, 'request-changes', input);
      await caseWords.write(tx, context, found, 'changes-requested', message);
      const changes = sentBack(found.signUpCase, { ...decisionBy(context), ...reason });
      return { act: 'sign-up.changes-requested', changes };
    });
  }

  park(context: Context, { until, ...input }: ParsedInputOf<'moderation.park'>): Promise<Decided> {
    const { caseAccess } = this.#services;
    return this.#decide(context, input, 'park', async (_, { signUpCase }) => {
      await caseAccess.refuse(parkingRefusal(until, context.now), context);
      const decision = { ...decisionBy(context), internalReason: input.internalReason, decisionReason: '' };
      return { act: 'sign-up.parked', changes: parked(signUpCase, decision, until) };
    });
  }

  /** Who was let in is held back again until it is decided anew. */
  reopen(context: Context, { id, version, internalReason }: ParsedInputOf<'moderation.reopen'>): Promise<CaseRow> {
    const { store, outbox, caseAccess, caseChanges } = this.#services;
    return store.write(context, async (tx) => {
      const { signUpCase, account } = await caseAccess.found(tx.manager, context, id);
      const asking = await caseAccess.asking(tx.manager, context, account, version);
      await caseAccess.refuse(reopeningRefusal(signUpCase, asking), context);
      await this.#holdBack(tx, signUpCase, account, context.now);
      await outbox.takeBack(tx, signUpCase.id, context.now);
      const change = { act: 'sign-up.reopened', account, reason: internalReason } as const;
      // Whoever looks for it finds it by the e-mail it is decided on under.
      const changes = { ...reopened(signUpCase, context.now), domain: domainOf(account.email) };
      return this.#row(tx, context, await caseChanges.write(tx, context, change, signUpCase, changes));
    });
  }

  undo(context: Context, { id, version }: ParsedInputOf<'moderation.undo'>): Promise<CaseRow> {
    const { store, outbox, caseAccess, caseChanges } = this.#services;
    const { accountId } = actorOf(context);
    return store.write(context, async (tx) => {
      const { signUpCase, account } = await caseAccess.found(tx.manager, context, id);
      const { now } = context;
      await caseAccess.refuse(undoingRefusal(signUpCase, { accountId, version, now }), context);
      // The clock may have been set back since it had effect.
      await this.#holdBack(tx, signUpCase, account, now);
      await outbox.takeBack(tx, signUpCase.id, now);
      const change = { act: 'sign-up.undone', account, isAmongOffice: true } as const;
      const changes = undone(signUpCase, now);
      return this.#row(tx, context, await caseChanges.write(tx, context, change, signUpCase, changes));
    });
  }

  /** What a rule has to say of what was just sent. It has effect at once, and counts as one of the rule's. */
  async byRule(
    tx: Transaction,
    context: Context,
    { signUpCase, account }: FoundCase,
    rule: RuleDecision,
  ): Promise<SignUpCase> {
    const { policies, rules, caseChanges } = this.#services;
    const { decision, label } = rule;
    const retention = retentionMs(await policies.get(tx.manager));
    const changes = decidedByRule(signUpCase, { decision, rule: label, retentionMs: retention, now: context.now });
    if (decision === 'approve') await this.#letIn(tx, signUpCase, account, context.now);
    await rules.noteDecided(tx, rule.id);
    const act = decision === 'approve' ? 'sign-up.approved' : 'sign-up.rejected';
    // Whoever is signed in has not decided it, but the rule.
    const byItself = { ...context, actor: null };
    const reason = `Rule ${label}`;
    return caseChanges.write(tx, byItself, { act, account, reason }, signUpCase, changes);
  }

  #decide(
    context: Context,
    { id, version, internalReason }: { readonly id: string; readonly version: number; readonly internalReason: string },
    act: DecidingAct,
    decide: (
      tx: Transaction,
      found: FoundCase,
      policy: Policy,
    ) => Promise<{
      readonly act:
        | 'sign-up.approved-first'
        | 'sign-up.approved'
        | 'sign-up.rejected'
        | 'sign-up.changes-requested'
        | 'sign-up.parked';
      readonly changes: Changes;
    }>,
  ): Promise<Decided> {
    const { store, policies, caseAccess, caseChanges } = this.#services;
    return store.write(context, async (tx) => {
      const found = await caseAccess.found(tx.manager, context, id);
      const { signUpCase, account } = found;
      const policy = await policies.ofType(tx.manager, signUpCase.typeId);
      const asking = await caseAccess.asking(tx.manager, context, account, version);
      await caseAccess.refuse(decidingRefusal(signUpCase, act, asking, policy), context);
      const decided = await decide(tx, found, policy);
      const change = { act: decided.act, account, reason: internalReason, isAmongOffice: true };
      const after = await caseChanges.write(tx, context, change, signUpCase, decided.changes);
      return { case: await this.#row(tx, context, after), undoableUntil: after.effectiveAt };
    });
  }

  async #letIn(tx: Transaction, { kind, profileId }: SignUpCase, account: Account, now: number): Promise<void> {
    const { accounts, profiles, caseChanges } = this.#services;
    if (kind === 'account') {
      await accounts.letIn(tx, [account.id], now);
      caseChanges.announceAccess(tx);
    } else if (profileId !== null) await profiles.setApproval(tx, [profileId], 'open');
  }

  /** Also whoever is staff by now: the gate lets them through as long as they are. */
  async #holdBack(tx: Transaction, { kind, state, profileId }: SignUpCase, account: Account, now: number) {
    const { accounts, profiles, caseChanges } = this.#services;
    if (kind === 'profile' && profileId !== null) await profiles.setApproval(tx, [profileId], 'awaiting-approval');
    if (kind === 'profile' || state !== 'approved' || account.access === 'awaiting-approval') return;
    await accounts.holdBack(tx, [account.id], now);
    caseChanges.announceAccess(tx);
  }

  #row(tx: Transaction, context: Context, signUpCase: SignUpCase): Promise<CaseRow> {
    return this.#services.caseView.row(tx.manager, context, signUpCase);
  }
}

function decisionBy(context: Context): Pick<Decision, 'by' | 'now'> {
  return { by: actorOf(context).accountId, now: context.now };
}
