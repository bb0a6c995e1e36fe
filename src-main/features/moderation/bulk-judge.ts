import type { EntityManager } from 'typeorm';
import { actorOf, type Context } from '../../context';
import { includesRights } from '../../rights';
import type { AccountsService } from '../accounts/accounts.service';
import type { ModerationPolicies, TypePolicy } from '../moderation-settings/policies.service';
import type { BulkDetails } from './bulk-details';
import type { BulkFacts } from './bulk-facts.repository';
import { type Asking, decidingRefusal, generalRefusal } from './case-machine';
import type { SignUpCase } from './sign-up-case.entity';

export interface JudgeServices {
  readonly accounts: AccountsService;
  readonly policies: ModerationPolicies;
}

/** Says of the cases of a slice what stands in the way of a decision. */
export class BulkJudge {
  readonly #asking: Omit<Asking, 'isBeyondRights'>;
  readonly #beyond: ReadonlySet<number>;
  readonly #policies: ReadonlyMap<number | null, TypePolicy>;

  private constructor(context: Context, beyond: ReadonlySet<number>, policies: ReadonlyMap<number | null, TypePolicy>) {
    this.#asking = { now: context.now, accountId: actorOf(context).accountId };
    this.#beyond = beyond;
    this.#policies = policies;
  }

  static async prepare(
    manager: EntityManager,
    { accounts, policies }: JudgeServices,
    context: Context,
    cases: readonly BulkFacts[],
    { isForEverybody }: Pick<BulkDetails, 'isForEverybody'> = { isForEverybody: false },
  ): Promise<BulkJudge> {
    const staff = [...new Set(cases.filter(({ account }) => account.isStaff).map(({ account }) => account.id))];
    const rights = staff.length === 0 ? new Map() : await accounts.rightsOfIds(manager, staff);
    const { rights: own } = actorOf(context);
    const beyond = new Set(staff.filter((id) => !includesRights(own, rights.get(id) ?? own)));
    const byType = new Map<number | null, TypePolicy>();
    for (const typeId of new Set(cases.map(({ signUpCase }) => signUpCase.typeId))) {
      const policy = await policies.ofType(manager, typeId);
      byType.set(typeId, isForEverybody ? { ...policy, needsSecondModerator: false } : policy);
    }
    return new BulkJudge(context, beyond, byType);
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
