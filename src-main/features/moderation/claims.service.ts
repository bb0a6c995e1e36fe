import type { ParsedInputOf } from '../../../src-shared/contract';
import type { CaseRow } from '../../../src-shared/contract/sign-up-cases';
import { actorOf, type Context } from '../../context';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { fullName } from '../accounts/accounts.service';
import type { ActivityService, Recordable } from '../activity/activity.service';
import { claimMs, type ModerationPolicies } from '../moderation-settings/policies.service';
import type { CaseAccess, FoundCase } from './case-access';
import type { CaseChanges } from './case-changes';
import { claimantOf, claimingRefusal } from './case-machine';
import type { CaseView } from './case-view';
import type { SignUpCases } from './sign-up-cases.service';

export interface ClaimsServices {
  readonly store: Store;
  readonly activity: ActivityService;
  readonly policies: ModerationPolicies;
  readonly cases: SignUpCases;
  readonly caseAccess: CaseAccess;
  readonly caseChanges: CaseChanges;
  readonly caseView: CaseView;
}

/** Who looks into a case, so that others do not. It lapses by itself: whether it holds is computed when it is read. */
export class Claims {
  readonly #services: ClaimsServices;

  constructor(services: ClaimsServices) {
    this.#services = services;
  }

  /** Holds it for as long as the policy says from now on, also where one holds it already. */
  claim(context: Context, { id, takesOver = false }: ParsedInputOf<'moderation.claim'>): Promise<CaseRow> {
    const { store, policies, cases, caseAccess, caseChanges, caseView } = this.#services;
    const { accountId } = actorOf(context);
    const { now } = context;
    return store.write(context, async (tx) => {
      const found = await caseAccess.found(tx.manager, context, id);
      await caseAccess.refuse(claimingRefusal(found.signUpCase, { accountId, now, takesOver }), context);
      const claimant = claimantOf(found.signUpCase, now);
      const claimedUntil = now + claimMs(await policies.get(tx.manager));
      const claimed = await cases.note(tx, found.signUpCase, { claimedBy: accountId, claimedUntil });
      if (claimant !== accountId) {
        const isTakenOver = claimant !== null;
        await this.#record(tx, context, 'sign-up.claimed', found, isTakenOver ? takenOver : undefined);
      }
      caseChanges.announceToOffice(tx);
      return caseView.row(tx.manager, context, claimed);
    });
  }

  /** What somebody else holds stays theirs. */
  release(context: Context, { id }: ParsedInputOf<'moderation.release'>): Promise<CaseRow> {
    const { store, cases, caseAccess, caseChanges, caseView } = this.#services;
    return store.write(context, async (tx) => {
      const found = await caseAccess.found(tx.manager, context, id);
      if (claimantOf(found.signUpCase, context.now) !== actorOf(context).accountId) {
        return caseView.row(tx.manager, context, found.signUpCase);
      }
      const released = await cases.note(tx, found.signUpCase, { claimedBy: null, claimedUntil: null });
      await this.#record(tx, context, 'sign-up.released', found);
      caseChanges.announceToOffice(tx);
      return caseView.row(tx.manager, context, released);
    });
  }

  #record(
    tx: Transaction,
    context: Context,
    act: 'sign-up.claimed' | 'sign-up.released',
    { account }: FoundCase,
    after: Recordable | null = null,
  ): Promise<void> {
    const subject = { kind: 'account', id: account.id, label: fullName(account) } as const;
    return this.#services.activity.record(tx, context, { act, subject, after });
  }
}

const takenOver: Recordable = { claim: 'taken over from somebody else' };
