import type { EntityManager } from 'typeorm';
import type { FieldValue } from '../../src-shared/contract/profiles';
import { foldedName } from '../features/accounts/accounts.service';
import { digitsOf } from '../phone-digits';
import { fold } from '../store/fold';
import type { BulkStatement, Transaction } from '../store/write-gate';
import type { SeededAccount } from './account-rows';
import type { KnownType } from './known-types';
import { filledIn } from './profile-types';
import type { Choice, Random } from './random';

const oneTimePasswordLasts = 72 * 60 * 60_000;

export interface AccountSeeding {
  readonly now: number;
  readonly passwordHash: string;
  readonly groups: readonly number[];
  readonly types: Choice<KnownType>;
  readonly random: Random;
}

/** What an account was given along with it. */
export interface SeededProfile {
  readonly id: number;
  readonly typeId: number;
  /** As they were sent. */
  readonly values: readonly { readonly fieldId: string; readonly label: string; readonly value: FieldValue }[];
}

/** The rows of the accounts of one slice, each with its login and its profile. */
export class AccountInserts {
  readonly #seeding: AccountSeeding;
  readonly #login: BulkStatement;
  readonly #account: BulkStatement;
  readonly #profile: BulkStatement;
  readonly #value: BulkStatement;
  readonly #group: BulkStatement;
  readonly #last: LastIds;
  #added = 0;

  constructor(tx: Transaction, last: LastIds, seeding: AccountSeeding) {
    this.#last = last;
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

  get nextId(): number {
    return this.#last.account + this.#added + 1;
  }

  /** @param person whose id is the next */
  add(person: SeededAccount): SeededProfile {
    const { login, profile } = this.#last;
    this.#added += 1;
    const emailFolded = fold(person.email);
    this.#addLogin(login + this.#added, person, emailFolded);
    this.#addAccount(login + this.#added, person, emailFolded);
    const added = this.#addProfile(profile + this.#added, person);
    if (person.isStaff) this.#addToGroup(person.id);
    return added;
  }

  #addLogin(id: number, { email, createdAt, mustChangePassword }: SeededAccount, emailFolded: string): void {
    const { passwordHash, now, random } = this.#seeding;
    this.#login.run(
      id,
      random.publicId(),
      email,
      emailFolded,
      passwordHash,
      createdAt,
      Number(mustChangePassword),
      mustChangePassword ? now + oneTimePasswordLasts : null,
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

  #addProfile(id: number, { id: accountId, createdAt }: SeededAccount): SeededProfile {
    const { types, now, random } = this.#seeding;
    const type = types.pick(random);
    this.#profile.run(id, random.publicId(), accountId, type.id, createdAt, createdAt);
    const values: SeededProfile['values'][number][] = [];
    for (const { id: fieldId, publicId, label, ...field } of type.fields) {
      if (!field.isRequired && !random.isTrue(filledIn)) continue;
      const value = field.value(random, now);
      this.#value.run(fieldId, id, value);
      values.push({ fieldId: publicId, label, value: field.kind === 'yes-no' ? value === 1 : value });
    }
    return { id, typeId: type.id, values };
  }

  #addToGroup(accountId: number): void {
    const { groups, random } = this.#seeding;
    const group = groups[random.below(groups.length)];
    if (group !== undefined) this.#group.run(accountId, group);
  }
}

export interface LastIds {
  readonly account: number;
  readonly login: number;
  readonly profile: number;
}

export async function lastIds(manager: EntityManager): Promise<LastIds> {
  const [last] = await manager.query<LastIds[]>(
    `SELECT coalesce((SELECT max(id) FROM account), 0) AS account, coalesce((SELECT max(id) FROM login), 0) AS login,
            coalesce((SELECT max(id) FROM profile), 0) AS profile`,
  );
  if (!last) throw new Error('This query has one row, whatever there is.');
  return last;
}
