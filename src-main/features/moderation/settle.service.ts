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
import { type Settled, SettleNews } from './settle-news';
import { SignUpCase } from './sign-up-case.entity';

export interface SettleServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly profiles: ProfilesService;
  readonly outbox: Outbox;
  readonly events: Events;
  readonly report: (error: unknown) => void;
}

/** So few at once that nobody waits for it. */
const atOnce = 50;
const tellEveryMs = 500;

/**
 * What takes effect by itself lies in the store with its time, and is settled when it is read: no timer that a restart
 * loses has a part in it. What cannot be settled, as on a full disk, keeps nobody from reading: it is then not settled yet.
 */
export class Settle {
  readonly #services: SettleServices;
  #isStopping = false;
  /** So that of a disk that stays full it is reported once. */
  #isFailing = false;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(services: SettleServices) {
    this.#services = services;
  }

  /** Some of what is due. */
  async due(now: number): Promise<void> {
    await this.#some(now, new SettleNews(this.#services.events));
  }

  /** The same of one account, however many others are due. @returns whether anything was settled */
  async ofAccount(accountId: number, now: number): Promise<boolean> {
    const { store, events } = this.#services;
    if ((await dueCasesOf(store.read, accountId, now)).length === 0) return false;
    return this.#write(async (tx) => {
      await this.#settle(tx, await dueCasesOf(tx.manager, accountId, now), now, new SettleNews(events));
      return true;
    });
  }

  /** All of it, slice by slice, so that others come in between. */
  everything(now: number): Promise<void> {
    const turn = this.#underWay.then(async () => {
      const news = new SettleNews(this.#services.events, tellEveryMs);
      while (!this.#isStopping && (await this.#some(now, news))) await setImmediate();
      news.tell();
    });
    this.#underWay = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when nothing is under way, so that the store can be closed. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#underWay;
  }

  /** @returns whether there may be more */
  async #some(now: number, news: SettleNews): Promise<boolean> {
    if ((await dueCases(this.#services.store.read, now, 1)).length === 0) return false;
    return this.#write(async (tx) => {
      const due = await dueCases(tx.manager, now, atOnce);
      await this.#settle(tx, due, now, news);
      return due.length === atOnce;
    });
  }

  /** @returns false where it cannot be written */
  async #write(work: (tx: Transaction) => Promise<boolean>): Promise<boolean> {
    const { store, report } = this.#services;
    try {
      const result = await store.write({}, work);
      this.#isFailing = false;
      return result;
    } catch (error) {
      if (!this.#isFailing) report(error);
      this.#isFailing = true;
      return false;
    }
  }

  async #settle(tx: Transaction, due: readonly DueCase[], now: number, news: SettleNews): Promise<void> {
    const { accounts, profiles, outbox } = this.#services;
    const approved = due.filter(({ state }) => state === 'approved');
    const letIn = present(approved.filter(({ kind }) => kind === 'account').map(({ accountId }) => accountId));
    const opened = present(approved.filter(({ kind }) => kind === 'profile').map(({ profileId }) => profileId));
    await accounts.letIn(tx, letIn, now);
    await profiles.noteApproval(tx, opened, 'open');
    const rejected = due.filter(({ state }) => state === 'rejected');
    const shutOut = present(rejected.filter(({ kind }) => kind === 'account').map(({ accountId }) => accountId));
    const closed = present(rejected.filter(({ kind }) => kind === 'profile').map(({ profileId }) => profileId));
    // Whoever is rejected after they were let in is not in any longer.
    await accounts.holdBack(tx, shutOut, now);
    await profiles.noteApproval(tx, closed, 'rejected');
    // Whoever is let in has nothing to answer any more.
    await outbox.overtaken(
      tx,
      approved.map(({ id }) => id),
      now,
    );
    // Nobody who looks at it has to be told that it is another version: it is what they were told it would become.
    await this.#change(
      tx,
      due.filter(({ state }) => state === 'parked'),
      unparked(now),
    );
    await this.#change(
      tx,
      due.filter(({ state }) => state !== 'parked'),
      { dueAt: null },
    );
    const isAccessChanged = letIn.length + shutOut.length > 0;
    const isProfileChanged = opened.length + closed.length > 0;
    this.#tell(tx, present(due.map(({ accountId }) => accountId)), { isAccessChanged, isProfileChanged }, news);
  }

  async #change({ manager }: Transaction, due: readonly DueCase[], changes: Partial<SignUpCase>): Promise<void> {
    if (due.length > 0) await manager.update(SignUpCase, { id: In(due.map(({ id }) => id)) }, changes);
  }

  /** Whoever it is about is told at once. */
  #tell(tx: Transaction, accountIds: readonly number[], settled: Settled, news: SettleNews): void {
    const { events } = this.#services;
    tx.afterCommit(() => {
      for (const accountId of accountIds) events.changedFor(accountId, 'signUp', 'messages', 'myAccount');
      news.add(settled);
    });
  }
}

function present(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
