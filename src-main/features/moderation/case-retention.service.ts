import { byItself } from '../../context';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountPurge } from '../accounts/account-purge.service';
import { type Account, type AccountsService, fullName, isBehindGate } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { ProfilesService } from '../profiles/profiles.service';
import { casesToRemove, deleteTextsOf } from './settle.repository';
import type { SignUpCase, SignUpCases } from './sign-up-cases.service';

export interface CaseRetentionServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly profiles: ProfilesService;
  readonly cases: SignUpCases;
  readonly purge: AccountPurge;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** So few at once that nobody waits for it. */
const atOnce = 20;

/** Deletes for good what was rejected, once the office has kept it for as long as its policy says. */
export class CaseRetention {
  readonly #services: CaseRetentionServices;

  constructor(services: CaseRetentionServices) {
    this.#services = services;
  }

  async purgeSome(now: number): Promise<void> {
    const { store, cases } = this.#services;
    if ((await casesToRemove(store.read, now, 1)).length === 0) return;
    await store.write({}, async (tx) => {
      for (const one of await cases.byIds(tx.manager, await casesToRemove(tx.manager, now, atOnce))) {
        await this.#remove(tx, now, one);
      }
    });
  }

  async #remove(tx: Transaction, now: number, signUpCase: SignUpCase): Promise<void> {
    const { accounts, cases, purge, events } = this.#services;
    const [account] = signUpCase.accountId === null ? [] : await accounts.byIds(tx.manager, [signUpCase.accountId]);
    if (account && signUpCase.kind === 'profile') return this.#removeProfile(tx, now, signUpCase, account);
    // Who was let in another way since, as by being made staff, is no longer a rejected stranger.
    if (!account || !isBehindGate(account)) {
      await cases.note(tx, signUpCase, { purgeAt: null });
      return;
    }
    await purge.purge(tx, byItself(now), account);
    // The person may be at a window.
    tx.afterCommit(() => events.everySession());
  }

  /** The account stays, and so does that there was a case. */
  async #removeProfile(tx: Transaction, now: number, signUpCase: SignUpCase, account: Account): Promise<void> {
    const { profiles, cases, activity, events } = this.#services;
    if (signUpCase.profileId !== null) await profiles.removeForGood(tx, signUpCase.profileId);
    await deleteTextsOf(tx.manager, signUpCase.id);
    const blank = { profileId: null, internalReason: '', appeal: '', undo: null, purgeAt: null };
    await cases.note(tx, signUpCase, blank);
    const subject = { kind: 'account', id: account.id, label: fullName(account) } as const;
    await activity.record(tx, byItself(now), { act: 'sign-up.removed', subject });
    tx.afterCommit(() => events.changed('moderation'));
  }
}
