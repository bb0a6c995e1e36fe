import type { EntityManager } from 'typeorm';
import type { Context } from '../context';
import type { ActivityService } from '../features/activity/activity.service';
import type { PasswordsService } from '../features/passwords/passwords.service';
import type { SettingsService } from '../features/settings/settings.service';
import { mergeSearchIndexes } from '../store/search/merge-indexes';
import type { Store } from '../store/store';
import { AccountInserts, lastIds } from './account-inserts';
import { seededAccount } from './account-rows';
import { addAuthorizedUsers } from './authorized-user-seeder';
import { addSeededTypes, type KnownType } from './known-types';
import { type Choice, Random } from './random';
import { SignUpInserts } from './sign-up-inserts';
import { waitingSignUp } from './sign-up-rows';
import { addSignUps, type SignUpCounts } from './sign-up-seeder';

export interface OfficeSeederServices {
  readonly store: Store;
  readonly activity: ActivityService;
  readonly settings: SettingsService;
  readonly passwords: PasswordsService;
}

/** The same people in every run. */
const seed = 20_261_121;
/**
 * Accounts of one transaction. Names and e-mails come in no order, so that each slice writes nearly every page of their
 * indexes anew: ten slices of a million write a tenth of what a hundred would, and still fit into half a gigabyte.
 */
const sliceSize = 100_000;
/** After so many it is told how far it has come. */
const stepSize = 10_000;

/** Fills an office with people who do not exist, through the write gate and with all triggers at work. */
export class OfficeSeeder {
  readonly #services: OfficeSeederServices;

  constructor(services: OfficeSeederServices) {
    this.#services = services;
  }

  /** @param progress told every now and then how many have been made */
  async fill(count: number, context: Context, progress: (done: number) => void): Promise<void> {
    const { store, activity, settings } = this.#services;
    const { trashDays, name } = await settings.office(store.read);
    const passwordHash = await this.#passwordHash();
    const random = new Random(seed);
    // From numbers of their own: the accounts stay who they are, whatever becomes of their sign-ups.
    const randomOfSignUps = new Random(seed + 2);
    const plan = { count, now: context.now, trashDays };
    let types: Choice<KnownType> | null = null;
    const groups = await groupIds(store.read);
    const { account: lastBefore } = await lastIds(store.read);
    for (let done = 0; done < count; ) {
      const until = Math.min(done + sliceSize, count);
      const from = done;
      await store.write({}, async (tx) => {
        types ??= await addSeededTypes(tx, context.now, random);
        const seeding = { now: context.now, passwordHash, groups, types, random };
        const accounts = new AccountInserts(tx, await lastIds(tx.manager), seeding);
        const signUps = await SignUpInserts.into(tx, randomOfSignUps);
        for (let index = from; index < until; index += 1) {
          const person = seededAccount(accounts.nextId, index, plan, random);
          const profile = accounts.add(person);
          if (person.access === 'awaiting-approval') signUps.add(waitingSignUp(person, profile));
          if ((index + 1) % stepSize === 0) progress(index + 1);
        }
        if (until < count) return;
        const subject = { kind: 'office', id: 1, label: name } as const;
        await activity.record(tx, context, { act: 'accounts.seeded', subject, after: { accounts: count } });
      });
      done = until;
    }
    const accounts = { first: lastBefore + 1, count };
    // From numbers of their own: the accounts stay who they are whatever becomes of those who act for them.
    await addAuthorizedUsers(store, { ...plan, accounts, passwordHash, random: new Random(seed + 1) });
    await store.write({}, mergeSearchIndexes);
  }

  /** Adds people who wait for a moderator, and decided cases of people who are there already. */
  async addSignUps(counts: SignUpCounts, context: Context): Promise<void> {
    const { store, activity, settings } = this.#services;
    const { name } = await settings.office(store.read);
    const seeding = { now: context.now, passwordHash: await this.#passwordHash(), random: new Random(seed + 3) };
    await addSignUps(store, counts, seeding);
    await store.write({}, async (tx) => {
      const subject = { kind: 'office', id: 1, label: name } as const;
      const after = { accounts: counts.waiting, signUps: counts.waiting + counts.decided };
      await activity.record(tx, context, { act: 'accounts.seeded', subject, after });
    });
    await store.write({}, mergeSearchIndexes);
  }

  /** Nobody has ever seen the password that leads to it, and nobody will. */
  async #passwordHash(): Promise<string> {
    const { passwords } = this.#services;
    return passwords.hash(await passwords.suggest());
  }
}

async function groupIds(manager: EntityManager): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>('SELECT id FROM staff_group ORDER BY id');
  return rows.map(({ id }) => id);
}
