import type { ActivityAct } from '../../../src-shared/activity';
import type { Context } from '../../context';
import type { Events } from '../../events';
import type { Transaction } from '../../store/write-gate';
import { type Account, fullName } from '../accounts/accounts.service';
import type { ActivityService, Recordable } from '../activity/activity.service';
import type { Changes } from './case-machine';
import type { SignUpCase, SignUpCases } from './sign-up-cases.service';

export interface CaseChangesServices {
  readonly cases: SignUpCases;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** What is done with a case, and why the office says it is. */
export interface CaseChange {
  readonly act: ActivityAct;
  readonly account: Account;
  readonly reason?: string;
  /** Whether the person is not to know of it: it can still be taken back, or was. */
  readonly isAmongOffice?: boolean;
}

/** How every change of a case ends: written, recorded under the account it is about, and told to the windows. */
export class CaseChanges {
  readonly #services: CaseChangesServices;

  constructor(services: CaseChangesServices) {
    this.#services = services;
  }

  async write(
    tx: Transaction,
    context: Context,
    change: CaseChange,
    signUpCase: SignUpCase,
    changes: Changes,
  ): Promise<SignUpCase> {
    const after = await this.#services.cases.write(tx, signUpCase, changes);
    await this.recorded(tx, context, change, signUpCase, after);
    return after;
  }

  /** @param before null for a case that is new */
  async recorded(
    tx: Transaction,
    context: Context,
    { act, account, reason, isAmongOffice }: CaseChange,
    before: SignUpCase | null,
    after: SignUpCase,
  ): Promise<void> {
    await this.#services.activity.record(tx, context, {
      act,
      subject: { kind: 'account', id: account.id, label: fullName(account) },
      before: before && recordable(before),
      after: recordable(after),
      ...(reason && { reason }),
    });
    if (isAmongOffice) this.announceToOffice(tx);
    else this.announce(tx, account.id);
  }

  /** Where the person is not to know that something has happened. */
  announceToOffice(tx: Transaction): void {
    tx.afterCommit(() => this.#services.events.changed('moderation'));
  }

  /** Somebody is let in or held back: they may be at another window. */
  announceAccess(tx: Transaction): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      events.changed('accounts', 'dashboard');
      events.everySession();
    });
  }

  announce(tx: Transaction, accountId: number): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      events.changed('moderation');
      events.changedFor(accountId, 'signUp');
    });
  }
}

const words: Readonly<Record<SignUpCase['state'], string>> = {
  waiting: 'waiting',
  parked: 'parked',
  'changes-requested': 'changes requested',
  approved: 'approved',
  rejected: 'rejected',
};

/** A case as it stands in the activity. What is said about it, and who looks into it, stands elsewhere. */
export function recordable(one: SignUpCase): Recordable {
  const state = one.isAppeal && one.state === 'waiting' ? 'appeal waiting' : words[one.state];
  return {
    [one.kind === 'account' ? 'signUp' : 'profileApproval']: state,
    firstApproval: one.firstApprovalBy === null ? null : 'given',
    comesBackAt: one.parkedUntil,
  };
}
