import { setImmediate } from 'node:timers/promises';
import { In } from 'typeorm';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountsService } from '../accounts/accounts.service';
import type { ProfilesService } from '../profiles/profiles.service';
import { unparked } from './case-machine';
import type { Outbox } from './outbox.service';
import { type DueCase, dueCases, dueCasesOf } from './settle.repository';
import { SignUpCase } from './sign-up-case.entity';

export interface SettleServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly profiles: ProfilesService;
  readonly outbox: Outbox;
  readonly events: Events;
}

/** So few at once that nobody waits for it. */
const atOnce = 50;

/**
 * What takes effect by itself lies in the store with its time, and is settled when it is read: no timer that a restart
 * loses has a part in it.
 */
export class Settle {
  readonly #services: SettleServices;
  #isStopping = false;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(services: SettleServices) {
    this.#services = services;
  }

  /** Some of what is due. @returns whether there may be more */
  async due(now: number): Promise<boolean> {
    const { store } = this.#services;
    if ((await dueCases(store.read, now, 1)).length === 0) return false;
    return store.write({}, async (tx) => {
      const due = await dueCases(tx.manager, now, atOnce);
      await this.#settle(tx, due, now);
      return due.length === atOnce;
    });
  }

  /** The same of one account, however many others are due. @returns whether there was anything */
  async ofAccount(accountId: number, now: number): Promise<boolean> {
    const { store } = this.#services;
    if ((await dueCasesOf(store.read, accountId, now)).length === 0) return false;
    await store.write({}, async (tx) => this.#settle(tx, await dueCasesOf(tx.manager, accountId, now), now));
    return true;
  }

  /** All of it, slice by slice, so that others come in between. */
  everything(now: number): Promise<void> {
    const turn = this.#underWay.then(async () => {
      while (!this.#isStopping && (await this.due(now))) {
        await setImmediate();
      }
    });
    this.#underWay = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when nothing is under way, so that the store can be closed. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#underWay;
  }

  async #settle(tx: Transaction, due: readonly DueCase[], now: number): Promise<void> {
    const { accounts, profiles, outbox } = this.#services;
    const approved = due.filter(({ state }) => state === 'approved');
    const letIn = present(approved.filter(({ kind }) => kind === 'account').map(({ accountId }) => accountId));
    const opened = present(approved.filter(({ kind }) => kind === 'profile').map(({ profileId }) => profileId));
    await accounts.letIn(tx, letIn, now);
    await profiles.setApproval(tx, opened, 'open');
    const rejected = due.filter(({ state }) => state === 'rejected');
    const shutOut = present(rejected.filter(({ kind }) => kind === 'account').map(({ accountId }) => accountId));
    const closed = present(rejected.filter(({ kind }) => kind === 'profile').map(({ profileId }) => profileId));
    // Whoever is rejected after they were let in is not in any longer.
    await accounts.holdBack(tx, shutOut, now);
    await profiles.setApproval(tx, closed, 'rejected');
    // Whoever is let in has nothing to answer any more.
    await outbox.overtaken(
      tx,
      approved.map(({ id }) => id),
      now,
    );
    // Nobody who looks at it has to be told that it is another version: it is what they were told it would become.
    await this.#write(
      tx,
      due.filter(({ state }) => state === 'parked'),
      unparked(now),
    );
    await this.#write(
      tx,
      due.filter(({ state }) => state !== 'parked'),
      { dueAt: null },
    );
    this.#tell(tx, present(due.map(({ accountId }) => accountId)), letIn.length + shutOut.length > 0);
  }

  async #write({ manager }: Transaction, due: readonly DueCase[], changes: Partial<SignUpCase>): Promise<void> {
    if (due.length > 0) await manager.update(SignUpCase, { id: In(due.map(({ id }) => id)) }, changes);
  }

  #tell(tx: Transaction, accountIds: readonly number[], isAccessChanged: boolean): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      events.changed('moderation');
      for (const accountId of accountIds) events.changedFor(accountId, 'signUp', 'messages', 'myAccount');
      if (!isAccessChanged) return;
      events.changed('accounts', 'dashboard');
      events.everySession();
    });
  }
}

function present(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
