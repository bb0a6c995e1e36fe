import type { Context } from '../../context';
import type { Events } from '../../events';
import type { Transaction } from '../../store/write-gate';
import type { AccountsService } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { JobItem, Outcome } from '../jobs/bulk-jobs.service';
import type { ProfilesService } from '../profiles/profiles.service';
import { type Decided, recordDecided } from './bulk-decided';
import { bulkFacts, casesReadOf } from './bulk-facts.repository';
import { BulkJudge, type JudgeServices } from './bulk-judge';
import { BulkWrites } from './bulk-writes';
import { undone } from './case-machine';

export interface BulkUndoingServices extends JudgeServices {
  readonly accounts: AccountsService;
  readonly profiles: ProfilesService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** Takes back what was decided on many sign-ups, unless somebody has touched it since. */
export class BulkUndoing {
  readonly #services: BulkUndoingServices;

  constructor(services: BulkUndoingServices) {
    this.#services = services;
  }

  async undo(tx: Transaction, context: Context, items: readonly JobItem[]): Promise<Outcome[]> {
    const ids = items.map(({ recordId }) => recordId);
    const facts = await bulkFacts(tx.manager, ids, context.now);
    const read = await casesReadOf(tx.manager, ids);
    const judge = await BulkJudge.prepare(tx.manager, this.#services, context, [...facts.values()]);
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
    await recordDecided(tx, context, this.#services.activity, decided);
    this.#tell(tx, decided, context.now);
    return outcomes;
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
}
