import { type EntityManager, In } from 'typeorm';
import { UserError } from '../../errors';
import { noRights, type Rights, rightsOf } from '../../rights';
import { searchWords } from '../../search-words';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { Account } from './account.entity';
import { findPeople, type PersonRow, peopleByIds, permissionsOfAccounts } from './accounts.repository';

export type { Account };

/** What is typed about a person. */
export interface AccountDetails {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
}

/** People's accounts, whoever they are; what makes some of them staff is the staff feature's. */
export class AccountsService {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  find(manager: EntityManager, publicId: string): Promise<Account | null> {
    return manager.findOneBy(Account, { publicId });
  }

  /** In the order of the ids. */
  async byIds(manager: EntityManager, ids: readonly number[]): Promise<Account[]> {
    const found = new Map((await manager.findBy(Account, { id: In(ids) })).map((account) => [account.id, account]));
    return ids.map((id) => found.get(id)).filter((account) => account !== undefined);
  }

  findByLogin(manager: EntityManager, loginId: number): Promise<Account | null> {
    return manager.findOneBy(Account, { loginId });
  }

  findByEmail(manager: EntityManager, email: string): Promise<Account | null> {
    return manager.findOneBy(Account, { emailFolded: fold(email) });
  }

  findPeople(search: string, limit: number): Promise<PersonRow[]> {
    return findPeople(this.#store.read, searchWords(search), limit);
  }

  peopleByIds(ids: readonly number[]): Promise<PersonRow[]> {
    return peopleByIds(this.#store.read, ids);
  }

  /** What an account may do as staff, groups included; nothing for anybody else. */
  async rightsOf(manager: EntityManager, account: Account): Promise<Rights> {
    if (!account.isStaff) return noRights;
    return rightsOf(account.isSuperuser, await this.permissionsOf(manager, account.id));
  }

  /** The same for staff accounts by the dozen, by their ids. */
  async rightsOfStaff(manager: EntityManager, staff: readonly Account[]): Promise<ReadonlyMap<number, Rights>> {
    const ids = staff.map(({ id }) => id);
    const given = Map.groupBy(await permissionsOfAccounts(manager, ids), (row) => row.accountId);
    const permissionsOf = (id: number) => (given.get(id) ?? []).map((row) => row.permission);
    return new Map(staff.map(({ id, isSuperuser }) => [id, rightsOf(isSuperuser, permissionsOf(id))]));
  }

  async permissionsOf(manager: EntityManager, accountId: number): Promise<string[]> {
    const rows = await permissionsOfAccounts(manager, [accountId]);
    return rows.map((row) => row.permission);
  }

  /** What accounts may do as staff, by their ids; whoever is not staff is not among them. */
  async rightsOfIds(manager: EntityManager, ids: readonly number[]): Promise<ReadonlyMap<number, Rights>> {
    const accounts = await this.byIds(manager, ids);
    return this.rightsOfStaff(
      manager,
      accounts.filter((account) => account.isStaff),
    );
  }

  countActiveSuperusers(manager: EntityManager): Promise<number> {
    return manager.countBy(Account, { isStaff: true, isSuperuser: true, isActive: true });
  }

  /** @throws UserError EMAIL_TAKEN in the field `email` */
  async add(
    tx: Transaction,
    details: AccountDetails,
    given: { readonly loginId: number; readonly isStaff: boolean; readonly isSuperuser: boolean; readonly now: number },
  ): Promise<Account> {
    await this.assertEmailIsFree(tx.manager, details.email, null);
    const { now, ...rest } = given;
    const account = tx.manager.create(Account, {
      ...details,
      ...rest,
      ...foldedOf(details),
      publicId: newPublicId(),
      version: 1,
      isActive: true,
      access: 'open',
      lastSignInAt: null,
      createdAt: now,
      updatedAt: now,
    });
    return tx.manager.save(account);
  }

  /** Writes a changed account as its next version. @throws UserError EMAIL_TAKEN in the field `email` */
  async change(tx: Transaction, account: Account, changes: Partial<Account>, now: number): Promise<Account> {
    const changed: Account = tx.manager.create(Account, { ...account, ...changes });
    if (changed.email !== account.email) await this.assertEmailIsFree(tx.manager, changed.email, account.id);
    Object.assign(changed, foldedOf(changed), { version: account.version + 1, updatedAt: now });
    return tx.manager.save(changed);
  }

  async recordSignIn(tx: Transaction, accountId: number, now: number): Promise<void> {
    // Signing in is no change of the record: somebody who is editing it must not be told so.
    await tx.manager.update(Account, { id: accountId }, { lastSignInAt: now });
  }

  async assertEmailIsFree(manager: EntityManager, email: string, exceptId: number | null): Promise<void> {
    const other = await this.findByEmail(manager, email);
    if (other && other.id !== exceptId) throw UserError.inField('email', 'EMAIL_TAKEN');
  }
}

function foldedOf({ email, givenName, familyName }: AccountDetails): { emailFolded: string; nameFolded: string } {
  return { emailFolded: fold(email), nameFolded: fold(`${familyName} ${givenName}`) };
}

/** A stale version means that somebody else has changed the record since it was opened. */
export function assertVersion(record: { readonly version: number }, version: number): void {
  if (record.version !== version) throw new UserError('STALE_VERSION');
}

/** A person's name in one line. */
export function fullName({ givenName, familyName }: Pick<Account, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`.trim();
}
