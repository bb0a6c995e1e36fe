import { type EntityManager, In } from 'typeorm';
import type { AccountStatus } from '../../../src-shared/contract/accounts';
import type { StaffPermission } from '../../../src-shared/permissions';
import { UserError } from '../../errors';
import { digitsOf } from '../../phone-digits';
import { noRights, type Rights, rightsOf } from '../../rights';
import { AccountPages } from '../../store/account-list/account-pages';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import { accountSearch } from '../../store/search/account-search';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { Account } from './account.entity';
import {
  accountsByName,
  accountsByPhone,
  closeAccess,
  countActiveSuperusers,
  nextAccountId,
  openAccess,
  ownPermissions,
  type PersonRow,
  peopleByIds,
  permissionsOfAccounts,
  replaceOwnPermissions,
  staffWithPermission,
} from './accounts.repository';

export type { Account };

/** What is typed about a person. */
export interface AccountDetails {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
  readonly notes?: string;
}

interface NewAccount {
  readonly loginId: number;
  readonly isActive?: boolean;
  readonly isStaff: boolean;
  readonly isSuperuser: boolean;
  /** Open where nothing is said. */
  readonly access?: Account['access'];
  readonly now: number;
}

/** People's accounts, whoever they are; what makes some of them staff is the staff feature's. */
export class AccountsService {
  readonly #store: Store;
  readonly #pages: AccountPages;

  constructor(store: Store) {
    this.#store = store;
    this.#pages = new AccountPages(store);
  }

  async find(manager: EntityManager, publicId: string, now: number): Promise<Account | null> {
    return unlessPurged(await manager.findOneBy(Account, { publicId }), now);
  }

  /** In the order of the ids. */
  async byIds(manager: EntityManager, ids: readonly number[]): Promise<Account[]> {
    const found = new Map((await manager.findBy(Account, { id: In(ids) })).map((account) => [account.id, account]));
    return ids.map((id) => found.get(id)).filter((account) => account !== undefined);
  }

  async findByLogin(manager: EntityManager, loginId: number, now: number): Promise<Account | null> {
    return unlessPurged(await manager.findOneBy(Account, { loginId }), now);
  }

  /** Also one in the trash whose time is over: as long as it is in the store, so is its e-mail. */
  findByEmail(manager: EntityManager, email: string): Promise<Account | null> {
    return manager.findOneBy(Account, { emailFolded: fold(email) });
  }

  /** By name. Also who is in the trash: what was done with them can still be looked up. */
  async findPeople(typed: string, limit: number, now: number): Promise<PersonRow[]> {
    const search = accountSearch(typed);
    const order = { sort: 'name', isDescending: false, place: null } as const;
    const listed = await this.#pages.find({ search, now }, order, limit);
    const trashed = await this.#pages.find({ search, now, status: 'trash' }, order, limit);
    const places = [...listed.places, ...trashed.places].sort((one, other) => (one.key < other.key ? -1 : 1));
    const ids = places.slice(0, limit).map(({ id }) => id);
    const people = new Map((await this.peopleByIds(ids, now)).map((person) => [person.id, person]));
    return ids.map((id) => people.get(id)).filter((person) => person !== undefined);
  }

  peopleByIds(ids: readonly number[], now: number): Promise<PersonRow[]> {
    return peopleByIds(this.#store.read, ids, now);
  }

  /** What an account may do as staff, groups included; nothing for anybody else. In the trash it keeps what it had. */
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

  /** The permissions given to accounts themselves, without those of their groups, by their ids. */
  async ownPermissions(manager: EntityManager, ids: readonly number[]): Promise<ReadonlyMap<number, string[]>> {
    const given = Map.groupBy(await ownPermissions(manager, ids), (row) => row.accountId);
    return new Map([...given].map(([id, rows]) => [id, rows.map((row) => row.permission)]));
  }

  replaceOwnPermissions(tx: Transaction, accountId: number, permissions: readonly StaffPermission[]): Promise<void> {
    return replaceOwnPermissions(tx.manager, accountId, permissions);
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
    return countActiveSuperusers(manager);
  }

  /** @throws UserError EMAIL_TAKEN, EMAIL_IN_TRASH in the field `email` */
  async add(tx: Transaction, details: AccountDetails, given: NewAccount): Promise<Account> {
    await this.assertEmailIsFree(tx.manager, details.email, null);
    const { now, ...rest } = given;
    const account = tx.manager.create(Account, {
      id: await nextAccountId(tx.manager),
      isActive: true,
      notes: '',
      access: 'open',
      ...details,
      ...rest,
      ...derivedFrom(details),
      publicId: newPublicId(),
      version: 1,
      lastSignInAt: null,
      deletedAt: null,
      purgeAt: null,
      createdAt: now,
      updatedAt: now,
    });
    await tx.manager.insert(Account, account);
    return account;
  }

  /** Writes a changed account as its next version. @throws UserError EMAIL_TAKEN, EMAIL_IN_TRASH in the field `email` */
  async change(tx: Transaction, account: Account, changes: Partial<Account>, now: number): Promise<Account> {
    const changed: Account = tx.manager.create(Account, { ...account, ...changes });
    if (changed.email !== account.email) await this.assertEmailIsFree(tx.manager, changed.email, account.id);
    Object.assign(changed, derivedFrom(changed), { version: account.version + 1, updatedAt: now });
    return tx.manager.save(changed);
  }

  /** Lets accounts in. It is no change of the record: somebody who is editing it must not be told so. */
  letIn(tx: Transaction, ids: readonly number[], now: number): Promise<void> {
    return openAccess(tx.manager, ids, now);
  }

  /** The same the other way round, for those that were let in and are to be decided on anew. */
  holdBack(tx: Transaction, ids: readonly number[], now: number): Promise<void> {
    return closeAccess(tx.manager, ids, now);
  }

  /** Other accounts outside the trash with the same phone or name: the newest `limit` of each. */
  async idsOfDuplicates(manager: EntityManager, account: Account, limit: number): Promise<number[]> {
    const byPhone = await this.idsWithPhoneOf(manager, account, limit);
    const byName = await accountsByName(manager, account.nameFolded, limit + 1);
    return [...new Set([...byPhone, ...byName.filter((id) => id !== account.id).slice(0, limit)])];
  }

  /** Other accounts outside the trash with the same phone, its prefix aside; the newest first. */
  async idsWithPhoneOf(
    manager: EntityManager,
    { id, phoneDigits }: Pick<Account, 'id' | 'phoneDigits'>,
    limit: number,
  ): Promise<number[]> {
    // One more than is wanted, since the account itself may be among them.
    const ids = await accountsByPhone(manager, phoneDigits, limit + 1);
    return ids.filter((other) => other !== id).slice(0, limit);
  }

  /** Active staff who have a permission, their own or that of a group, by name. */
  staffWith(manager: EntityManager, permission: StaffPermission): Promise<PersonRow[]> {
    return staffWithPermission(manager, permission);
  }

  /** Takes the row away, and with it whatever hangs on it but the login. */
  async remove(tx: Transaction, account: Account): Promise<void> {
    await tx.manager.delete(Account, { id: account.id });
  }

  async recordSignIn(tx: Transaction, accountId: number, now: number): Promise<void> {
    // Signing in is no change of the record: somebody who is editing it must not be told so.
    await tx.manager.update(Account, { id: accountId }, { lastSignInAt: now });
  }

  async assertEmailIsFree(manager: EntityManager, email: string, exceptId: number | null): Promise<void> {
    const other = await this.findByEmail(manager, email);
    if (!other || other.id === exceptId) return;
    throw UserError.inField('email', other.deletedAt === null ? 'EMAIL_TAKEN' : 'EMAIL_IN_TRASH');
  }
}

function derivedFrom({ email, phone, ...name }: AccountDetails) {
  return { emailFolded: fold(email), nameFolded: foldedName(name), phoneDigits: digitsOf(phone) };
}

/** The name as it is sorted and compared. */
export function foldedName({ givenName, familyName }: Pick<Account, 'givenName' | 'familyName'>): string {
  return fold(`${familyName} ${givenName}`);
}

/** The same as the store's own column `status`, which lists are walked by. */
export function statusOf({
  deletedAt,
  isActive,
  access,
  isStaff,
}: Pick<Account, 'deletedAt' | 'isActive' | 'access' | 'isStaff'>): AccountStatus {
  if (deletedAt !== null) return 'trash';
  if (!isActive) return 'deactivated';
  return isBehindGate({ access, isStaff }) ? 'awaiting-approval' : 'active';
}

/** Whether an account is held back until somebody has decided on it, which nobody of the staff ever is. */
export function isBehindGate({ access, isStaff }: Pick<Account, 'access' | 'isStaff'>): boolean {
  return access === 'awaiting-approval' && !isStaff;
}

/** Whether an account has been in the trash for so long that it counts as purged. */
export function isPurged({ purgeAt }: Pick<Account, 'purgeAt'>, now: number): boolean {
  return purgeAt !== null && purgeAt <= now;
}

function unlessPurged(account: Account | null, now: number): Account | null {
  return account && !isPurged(account, now) ? account : null;
}

/** A stale version means that somebody else has changed the record since it was opened. */
export function assertVersion(record: { readonly version: number }, version: number): void {
  if (record.version !== version) throw new UserError('STALE_VERSION');
}

/** A person's name in one line. */
export function fullName({ givenName, familyName }: Pick<Account, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`.trim();
}
