import type { EntityManager } from 'typeorm';
import type { Context } from '../context';
import { foldedName } from '../features/accounts/accounts.service';
import type { ActivityService } from '../features/activity/activity.service';
import type { PasswordsService } from '../features/passwords/passwords.service';
import type { SettingsService } from '../features/settings/settings.service';
import { digitsOf } from '../phone-digits';
import { fold } from '../store/fold';
import { mergeSearchIndexes } from '../store/search/merge-indexes';
import type { Store } from '../store/store';
import type { BulkStatement, Transaction } from '../store/write-gate';
import { type SeededAccount, type SeedingPlan, seededAccount } from './account-rows';
import { addAuthorizedUsers } from './authorized-user-seeder';
import { addSeededTypes, type KnownType } from './known-types';
import { filledIn } from './profile-types';
import { type Choice, Random } from './random';

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
const oneTimePasswordLasts = 72 * 60 * 60_000;

/** Fills an office with people who do not exist, through the write gate and with all triggers at work. */
export class OfficeSeeder {
  readonly #services: OfficeSeederServices;

  constructor(services: OfficeSeederServices) {
    this.#services = services;
  }

  /** @param progress told every now and then how many have been made */
  async fill(count: number, context: Context, progress: (done: number) => void): Promise<void> {
    const { store, activity, settings, passwords } = this.#services;
    const { trashDays, name } = await settings.office(store.read);
    // Nobody has ever seen the password that leads to it, and nobody will.
    const passwordHash = await passwords.hash(await passwords.suggest());
    const random = new Random(seed);
    const plan = { count, now: context.now, trashDays };
    let types: Choice<KnownType> | null = null;
    const groups = await groupIds(store.read);
    const { account: lastBefore } = await lastIds(store.read);
    for (let done = 0; done < count; ) {
      const until = Math.min(done + sliceSize, count);
      const from = done;
      await store.write({}, async (tx) => {
        types ??= await addSeededTypes(tx, context.now, random);
        const ids = await lastIds(tx.manager);
        const rows = new AccountRows(tx, { ...ids, passwordHash, groups, types, plan, random });
        for (let index = from; index < until; index += 1) {
          rows.add(index);
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
}

interface Seeding {
  readonly account: number;
  readonly login: number;
  readonly profile: number;
  readonly passwordHash: string;
  readonly groups: readonly number[];
  readonly types: Choice<KnownType>;
  readonly plan: SeedingPlan;
  readonly random: Random;
}

/** The rows of one slice. */
class AccountRows {
  readonly #seeding: Seeding;
  readonly #login: BulkStatement;
  readonly #account: BulkStatement;
  readonly #profile: BulkStatement;
  readonly #value: BulkStatement;
  readonly #group: BulkStatement;
  #added = 0;

  constructor(tx: Transaction, seeding: Seeding) {
    this.#seeding = seeding;
    this.#login = tx.prepare(
      `INSERT INTO login (id, public_id, sign_in_name, sign_in_name_folded, password_hash, password_set_at,
         must_change_password, password_expires_at, epoch, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
    );
    this.#account = tx.prepare(
      `INSERT INTO account (id, public_id, version, email, email_folded, given_name, family_name, name_folded, phone,
         phone_digits, notes, is_active, is_staff, is_superuser, access, login_id, must_change_password, last_sign_in_at,
         deleted_at, purge_at, created_at, updated_at)
       VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#profile = tx.prepare(
      `INSERT INTO profile (id, public_id, version, account_id, type_id, created_at, updated_at)
       VALUES (?, ?, 1, ?, ?, ?, ?)`,
    );
    this.#value = tx.prepare('INSERT INTO profile_value (field_id, profile_id, value) VALUES (?, ?, ?)');
    this.#group = tx.prepare('INSERT INTO account_group (account_id, group_id) VALUES (?, ?)');
  }

  add(index: number): void {
    const { account, login, profile, plan, random } = this.#seeding;
    this.#added += 1;
    const person = seededAccount(account + this.#added, index, plan, random);
    const emailFolded = fold(person.email);
    this.#addLogin(login + this.#added, person, emailFolded);
    this.#addAccount(login + this.#added, person, emailFolded);
    this.#addProfile(profile + this.#added, person);
    if (person.isStaff) this.#addToGroup(person.id);
  }

  #addLogin(id: number, { email, createdAt, mustChangePassword }: SeededAccount, emailFolded: string): void {
    const { passwordHash, plan, random } = this.#seeding;
    this.#login.run(
      id,
      random.publicId(),
      email,
      emailFolded,
      passwordHash,
      createdAt,
      Number(mustChangePassword),
      mustChangePassword ? plan.now + oneTimePasswordLasts : null,
      createdAt,
    );
  }

  #addAccount(loginId: number, person: SeededAccount, emailFolded: string): void {
    this.#account.run(
      person.id,
      this.#seeding.random.publicId(),
      person.email,
      emailFolded,
      person.givenName,
      person.familyName,
      foldedName(person),
      person.phone,
      digitsOf(person.phone),
      person.notes,
      Number(person.isActive),
      Number(person.isStaff),
      person.access,
      loginId,
      Number(person.mustChangePassword),
      person.lastSignInAt,
      person.deletedAt,
      person.purgeAt,
      person.createdAt,
      person.deletedAt ?? person.createdAt,
    );
  }

  #addProfile(id: number, { id: accountId, createdAt }: SeededAccount): void {
    const { types, plan, random } = this.#seeding;
    const type = types.pick(random);
    this.#profile.run(id, random.publicId(), accountId, type.id, createdAt, createdAt);
    for (const field of type.fields) {
      if (field.isRequired || random.isTrue(filledIn)) this.#value.run(field.id, id, field.value(random, plan.now));
    }
  }

  #addToGroup(accountId: number): void {
    const { groups, random } = this.#seeding;
    const group = groups[random.below(groups.length)];
    if (group !== undefined) this.#group.run(accountId, group);
  }
}

async function lastIds(manager: EntityManager): Promise<{ account: number; login: number; profile: number }> {
  const [last] = await manager.query<{ account: number; login: number; profile: number }[]>(
    `SELECT coalesce((SELECT max(id) FROM account), 0) AS account, coalesce((SELECT max(id) FROM login), 0) AS login,
            coalesce((SELECT max(id) FROM profile), 0) AS profile`,
  );
  if (!last) throw new Error('This query has one row, whatever there is.');
  return last;
}

async function groupIds(manager: EntityManager): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>('SELECT id FROM staff_group ORDER BY id');
  return rows.map(({ id }) => id);
}
