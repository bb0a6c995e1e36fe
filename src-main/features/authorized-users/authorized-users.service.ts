import { type EntityManager, In } from 'typeorm';
import { digitsOf } from '../../phone-digits';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { type Account, foldedName, isPurged } from '../accounts/accounts.service';
import { AuthorizedUser } from './authorized-user.entity';
import {
  countsOfAccount,
  type DelegateRow,
  delegatesByIds,
  delegatesOfLogins,
  nextAuthorizedUserId,
  replaceTicked,
  tickedPermissions,
} from './authorized-users.repository';
import {
  type LoginUses,
  loginsOfAccount,
  loginUses,
  removeUnusedLogins,
  settleUsernames,
} from './shared-logins.repository';

export type { AuthorizedUser };

type AccountActedFor = Pick<
  Account,
  'id' | 'publicId' | 'givenName' | 'familyName' | 'email' | 'isActive' | 'isStaff' | 'access' | 'deletedAt'
>;

/** An authorized user and the account they act for. */
export type Delegate = Pick<
  AuthorizedUser,
  | 'id'
  | 'publicId'
  | 'loginId'
  | 'givenName'
  | 'familyName'
  | 'email'
  | 'isLoginEnabled'
  | 'epoch'
  | 'lastSignInAt'
  | 'deletedAt'
> & { readonly account: AccountActedFor };

/** What is typed about an authorized user. */
export interface PersonDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
  readonly recoveryEmail: string;
}

/** How somebody signs in. */
export interface WayIn {
  readonly loginId: number | null;
  readonly isLoginEnabled: boolean;
}

/** The people who may act for accounts, and what was ticked for them; who may do what with them is decided elsewhere. */
export class AuthorizedUsersService {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async find(manager: EntityManager, publicId: string, now: number): Promise<AuthorizedUser | null> {
    const found = await manager.findOneBy(AuthorizedUser, { publicId });
    return found && !isPurged(found, now) ? found : null;
  }

  /** Also who counts as purged, for whoever comes round to it. */
  byIds(manager: EntityManager, ids: readonly number[]): Promise<AuthorizedUser[]> {
    return manager.findBy(AuthorizedUser, { id: In(ids) });
  }

  /** Everybody who has this login, whether it is switched on or not, and whether they count as purged or not. */
  ofLogin(manager: EntityManager, loginId: number): Promise<AuthorizedUser[]> {
    return manager.findBy(AuthorizedUser, { loginId });
  }

  /** Everybody with one of these logins, with the account they act for; also who may not do so at the moment. */
  async delegatesOfLogins(manager: EntityManager, loginIds: readonly number[], now: number): Promise<Delegate[]> {
    return (await delegatesOfLogins(manager, loginIds, now)).map(delegateOf);
  }

  async delegateById(manager: EntityManager, id: number, now: number): Promise<Delegate | null> {
    const [row] = await delegatesByIds(manager, [id], now);
    return row ? delegateOf(row) : null;
  }

  /** For naming people. Whoever was purged, or whose account was, is not among them. */
  async delegatesByIds(ids: readonly number[], now: number): Promise<Delegate[]> {
    return (await delegatesByIds(this.#store.read, ids, now)).map(delegateOf);
  }

  /** What was ticked for these people, by their ids: what Steward knows by its key, the office's by its public id. */
  async tickedOf(manager: EntityManager, ids: readonly number[]): Promise<ReadonlyMap<number, string[]>> {
    const given = Map.groupBy(await tickedPermissions(manager, ids), (row) => row.id);
    return new Map(ids.map((id) => [id, (given.get(id) ?? []).map(({ permission }) => permission)]));
  }

  async tickedOfOne(manager: EntityManager, id: number): Promise<string[]> {
    return (await tickedPermissions(manager, [id])).map(({ permission }) => permission);
  }

  replaceTicked(tx: Transaction, id: number, permissions: readonly string[]): Promise<void> {
    return replaceTicked(tx.manager, id, permissions);
  }

  countsOf(manager: EntityManager, accountId: number): Promise<{ all: number; withLogin: number }> {
    return countsOfAccount(manager, accountId);
  }

  usesOfLogin(manager: EntityManager, loginId: number): Promise<LoginUses> {
    return loginUses(manager, loginId);
  }

  /** For logins that somebody has got, given up or renamed: who has none goes, and who alone has one is found by it. */
  async settleLogins(tx: Transaction, loginIds: readonly (number | null)[]): Promise<void> {
    const ids = loginIds.filter((id) => id !== null);
    if (ids.length === 0) return;
    await removeUnusedLogins(tx.manager, ids);
    await settleUsernames(tx.manager, ids);
  }

  /** `settleLogins` has to follow where there is a login. */
  async add(
    tx: Transaction,
    details: PersonDetails & { readonly categoryId: number | null },
    given: WayIn & { readonly accountId: number; readonly now: number },
  ): Promise<AuthorizedUser> {
    const { now, ...rest } = given;
    const person = tx.manager.create(AuthorizedUser, {
      id: await nextAuthorizedUserId(tx.manager),
      publicId: newPublicId(),
      version: 1,
      ...details,
      ...derivedFrom(details),
      ...rest,
      usernameFolded: '',
      epoch: 1,
      lastSignInAt: null,
      deletedAt: null,
      purgeAt: null,
      createdAt: now,
      updatedAt: now,
    });
    await tx.manager.insert(AuthorizedUser, person);
    return person;
  }

  /** Writes the next version of somebody. */
  change(
    tx: Transaction,
    person: AuthorizedUser,
    changes: Partial<AuthorizedUser>,
    now: number,
  ): Promise<AuthorizedUser> {
    const changed = tx.manager.create(AuthorizedUser, { ...person, ...changes });
    Object.assign(changed, derivedFrom(changed), { version: person.version + 1, updatedAt: now });
    return tx.manager.save(changed);
  }

  /** Takes the row away, and with it what was ticked and a login that nobody else has. */
  async remove(tx: Transaction, { id, loginId }: AuthorizedUser): Promise<void> {
    await tx.manager.delete(AuthorizedUser, { id });
    await this.settleLogins(tx, [loginId]);
  }

  /** The same for everybody who may act for an account. */
  async removeOfAccount(tx: Transaction, accountId: number): Promise<void> {
    const loginIds = await loginsOfAccount(tx.manager, accountId);
    await tx.manager.delete(AuthorizedUser, { accountId });
    await this.settleLogins(tx, loginIds);
  }

  /** Ends every session in which somebody else acts for an account. */
  async endSessionsOfAccount(tx: Transaction, accountId: number): Promise<void> {
    await tx.manager.increment(AuthorizedUser, { accountId }, 'epoch', 1);
  }

  async recordSignIn(tx: Transaction, id: number, now: number): Promise<void> {
    // Signing in is no change of the record: somebody who is editing it must not be told so.
    await tx.manager.update(AuthorizedUser, { id }, { lastSignInAt: now });
  }
}

function derivedFrom(details: Pick<PersonDetails, 'givenName' | 'familyName' | 'email' | 'phone'>) {
  return {
    nameFolded: foldedName(details),
    emailFolded: fold(details.email),
    phoneDigits: digitsOf(details.phone),
  };
}

function delegateOf(row: DelegateRow): Delegate {
  const { accountId, accountPublicId, accountGivenName, accountFamilyName, accountEmail, ...rest } = row;
  const { accountIsActive, accountIsStaff, accountAccess, accountDeletedAt, isLoginEnabled, ...person } = rest;
  const account = {
    id: accountId,
    publicId: accountPublicId,
    givenName: accountGivenName,
    familyName: accountFamilyName,
    email: accountEmail,
    isActive: accountIsActive === 1,
    isStaff: accountIsStaff === 1,
    access: accountAccess,
    deletedAt: accountDeletedAt,
  };
  return { ...person, isLoginEnabled: isLoginEnabled === 1, account };
}
