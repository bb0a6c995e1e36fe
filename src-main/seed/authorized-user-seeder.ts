import type { EntityManager } from 'typeorm';
import { foldedName } from '../features/accounts/accounts.service';
import { digitsOf } from '../phone-digits';
import { fold } from '../store/fold';
import type { Store } from '../store/store';
import type { BulkStatement, Transaction } from '../store/write-gate';
import { type SeededAuthorizedUser, seededAuthorizedUser } from './authorized-user-rows';
import { addSeededDelegation, type KnownDelegation } from './known-delegation';
import { Choice, type Random } from './random';

/** Of the accounts that have any; the others have none. */
const perAccount = new Choice<number>([
  [1, 45],
  [2, 25],
  [3, 15],
  [4, 10],
  [5, 5],
]);
const meanPerAccount = 2.05;
/** One account has very many: one for so many accounts, but not fewer than fifty. */
const accountsForEachOfTheLargest = 200;
const leastOfTheLargest = 50;
/** Authorized users for so many accounts. */
const accountsForEach = 5;
/** Accounts that are read at once. */
const stepSize = 20_000;
/** Accounts of one transaction; see the seeder of accounts. */
const sliceSize = 500_000;

export interface AuthorizedUserPlan {
  /** Those of the accounts made in this run. */
  readonly accounts: { readonly first: number; readonly count: number };
  readonly now: number;
  readonly trashDays: number;
  readonly passwordHash: string;
  readonly random: Random;
}

interface Holder {
  readonly id: number;
  readonly createdAt: number;
}

/** Spreads authorized users over made-up accounts: most have none, some a few, one very many. */
export async function addAuthorizedUsers(store: Store, plan: AuthorizedUserPlan): Promise<number> {
  const { first, count } = plan.accounts;
  const all = Math.floor(count / accountsForEach);
  const ofTheLargest = Math.min(all, Math.max(leastOfTheLargest, Math.floor(count / accountsForEachOfTheLargest)));
  let wanting = all - ofTheLargest;
  let delegation: KnownDelegation | null = null;
  for (let from = first; from < first + count; from += sliceSize) {
    const before = Math.min(from + sliceSize, first + count);
    await store.write({}, async (tx) => {
      delegation ??= await addSeededDelegation(tx, plan.now, plan.random);
      const rows = new AuthorizedUserRows(tx, await lastIds(tx.manager), delegation, plan);
      for (let start = from; start < before; start += stepSize) {
        for (const holder of await holders(tx.manager, start, Math.min(start + stepSize, before))) {
          const left = first + count - holder.id;
          const hasSome = plan.random.isTrue(wanting / (left * meanPerAccount));
          const some = hasSome ? Math.min(wanting, perAccount.pick(plan.random)) : 0;
          for (let added = 0; added < some; added += 1) rows.add(holder);
          wanting -= some;
        }
      }
      if (before < first + count) return;
      const largest = await holderOfTheMost(tx.manager, first + Math.floor(count / 2));
      for (let added = 0; largest && added < ofTheLargest + wanting; added += 1) rows.add(largest);
    });
  }
  return all;
}

/** The rows of one slice. */
class AuthorizedUserRows {
  readonly #delegation: KnownDelegation;
  readonly #plan: AuthorizedUserPlan;
  readonly #login: BulkStatement;
  readonly #authorizedUser: BulkStatement;
  readonly #permission: BulkStatement;
  #lastId: number;
  #lastLoginId: number;

  constructor(
    tx: Transaction,
    last: { readonly id: number; readonly loginId: number },
    delegation: KnownDelegation,
    plan: AuthorizedUserPlan,
  ) {
    this.#lastId = last.id;
    this.#lastLoginId = last.loginId;
    this.#delegation = delegation;
    this.#plan = plan;
    this.#login = tx.prepare(
      `INSERT INTO login (id, public_id, sign_in_name, sign_in_name_folded, password_hash, password_set_at,
         must_change_password, password_expires_at, epoch, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
    );
    this.#authorizedUser = tx.prepare(
      `INSERT INTO authorized_user (id, public_id, version, account_id, given_name, family_name, name_folded, email,
         email_folded, phone, phone_digits, role, category_id, login_id, is_login_enabled, username_folded, recovery_email,
         epoch, last_sign_in_at, deleted_at, purge_at, created_at, updated_at)
       VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
    );
    this.#permission = tx.prepare(
      'INSERT INTO authorized_user_permission (authorized_user_id, permission) VALUES (?, ?)',
    );
  }

  add(holder: Holder): void {
    this.#lastId += 1;
    const person = seededAuthorizedUser(this.#lastId, holder.createdAt, this.#delegation, this.#plan);
    const loginId = this.#addLogin(person);
    this.#addPerson(holder.id, loginId, person);
    for (const permission of person.permissions) this.#permission.run(this.#lastId, permission);
  }

  #addLogin({ login, createdAt }: SeededAuthorizedUser): number | null {
    if (!login) return null;
    const { passwordHash, now, random } = this.#plan;
    this.#lastLoginId += 1;
    this.#login.run(
      this.#lastLoginId,
      random.publicId(),
      login.username,
      fold(login.username),
      login.isEnabled ? passwordHash : '',
      createdAt,
      Number(login.mustChangePassword),
      login.mustChangePassword ? now + oneTimePasswordLasts : null,
      createdAt,
    );
    return this.#lastLoginId;
  }

  #addPerson(accountId: number, loginId: number | null, person: SeededAuthorizedUser): void {
    const { random, trashDays } = this.#plan;
    this.#authorizedUser.run(
      this.#lastId,
      random.publicId(),
      accountId,
      person.givenName,
      person.familyName,
      foldedName(person),
      person.email,
      fold(person.email),
      person.phone,
      digitsOf(person.phone),
      person.role,
      person.categoryId,
      loginId,
      Number(person.login?.isEnabled ?? false),
      fold(person.login?.username ?? ''),
      person.recoveryEmail,
      person.lastSignInAt,
      person.deletedAt,
      person.deletedAt === null ? null : person.deletedAt + trashDays * day,
      person.createdAt,
      person.deletedAt ?? person.createdAt,
    );
  }
}

const day = 24 * 60 * 60_000;
const oneTimePasswordLasts = 3 * day;

function holders(manager: EntityManager, from: number, before: number): Promise<Holder[]> {
  return manager.query<Holder[]>(
    'SELECT id, created_at AS createdAt FROM account WHERE id >= ? AND id < ? ORDER BY id',
    [from, before],
  );
}

async function holderOfTheMost(manager: EntityManager, from: number): Promise<Holder | undefined> {
  const [holder] = await manager.query<Holder[]>(
    `SELECT id, created_at AS createdAt FROM account
     WHERE id >= ? AND +status = 'active' AND is_staff = 0 ORDER BY id LIMIT 1`,
    [from],
  );
  return holder;
}

async function lastIds(manager: EntityManager): Promise<{ id: number; loginId: number }> {
  const [last] = await manager.query<{ id: number; loginId: number }[]>(
    `SELECT coalesce((SELECT max(id) FROM authorized_user), 0) AS id, (SELECT max(id) FROM login) AS loginId`,
  );
  if (!last) throw new Error('This query has one row, whatever there is.');
  return last;
}
