import type { EntityManager } from 'typeorm';
import type { OutputOf } from '../../../src-shared/contract';
import type { Actor } from '../../context';
import type { Events } from '../../events';
import { noRights } from '../../rights';
import type { Transaction } from '../../store/write-gate';
import { type Account, type AccountsService, foldedName, fullName, isBehindGate } from '../accounts/accounts.service';
import type { AuthorizedUsersService, Delegate } from '../authorized-users/authorized-users.service';

/** An account that a login lets its person act for: the own one, or one whose authorized user they are. */
export interface Place {
  /** The public id of the account where it is the person's own, otherwise of them as its authorized user. */
  readonly id: string;
  readonly account: Pick<Account, 'id' | 'givenName' | 'familyName'>;
  /** The person, as they are called there. */
  readonly person: Pick<Account, 'email' | 'givenName' | 'familyName'>;
  /** Null where the account is the person's own. */
  readonly authorizedUser: Pick<Delegate, 'id' | 'epoch' | 'lastSignInAt'> | null;
  /** Whether the account is held back, so that from there nobody goes over to another. */
  readonly isHeldBack: boolean;
}

export interface PlacesFound {
  readonly places: readonly Place[];
  /** What to say where there are none, and the password is right. */
  readonly whyNone: 'SIGN_IN_FAILED' | 'ACCOUNT_DEACTIVATED';
}

/** So many are listed; nobody acts for more. */
const mostListed = 200;

export interface PlacesServices {
  readonly accounts: AccountsService;
  readonly authorizedUsers: AuthorizedUsersService;
  readonly events: Events;
}

/** The accounts a login leads to. */
export class Places {
  readonly #accounts: AccountsService;
  readonly #authorizedUsers: AuthorizedUsersService;
  readonly #events: Events;

  constructor({ accounts, authorizedUsers, events }: PlacesServices) {
    this.#accounts = accounts;
    this.#authorizedUsers = authorizedUsers;
    this.#events = events;
  }

  /** Notes that the person is there now, whether they signed in or went over from another account. */
  async noteComing(tx: Transaction, { account, authorizedUser }: Place, now: number): Promise<void> {
    if (authorizedUser === null) await this.#accounts.recordSignIn(tx, account.id, now);
    else await this.#authorizedUsers.recordSignIn(tx, authorizedUser.id, now);
    tx.afterCommit(() => {
      const lists = authorizedUser === null ? (['accounts', 'staff'] as const) : (['authorizedUsers'] as const);
      this.#events.changed('dashboard', ...lists);
      if (authorizedUser !== null) this.#events.changedFor(account.id, 'myAuthorizedUsers');
    });
  }

  /** The own account first. Whoever's own account is deactivated or in the trash acts for nobody else either. */
  async of(manager: EntityManager, loginId: number, now: number): Promise<PlacesFound> {
    const own = await this.#accounts.findByLogin(manager, loginId, now);
    if (own && (!own.isActive || own.deletedAt !== null)) return { places: [], whyNone: 'ACCOUNT_DEACTIVATED' };
    const delegates = await this.#authorizedUsers.delegatesOfLogins(manager, [loginId], now);
    const enabled = delegates.filter((one) => one.isLoginEnabled && one.deletedAt === null);
    // The own account may count as purged, and the login as gone with it, before anybody has come round to it.
    const isGone =
      enabled.length > 0 && !own && (await this.#authorizedUsers.usesOfLogin(manager, loginId)).accounts > 0;
    if (isGone) return { places: [], whyNone: 'SIGN_IN_FAILED' };
    const open = enabled.filter(({ account }) => account.isActive && account.deletedAt === null);
    return {
      places: [...(own ? [ownPlace(own)] : []), ...open.map(placeOf)],
      whyNone: enabled.length > 0 ? 'ACCOUNT_DEACTIVATED' : 'SIGN_IN_FAILED',
    };
  }
}

/**
 * Where the person comes in: at their own account, otherwise where they were last. Where an account is held back they
 * could only sign out again, so that any other comes first.
 */
export function firstPlace(places: readonly Place[]): Place | undefined {
  const open = places.filter(({ isHeldBack }) => !isHeldBack);
  const when = ({ authorizedUser }: Place) =>
    authorizedUser === null ? Number.POSITIVE_INFINITY : (authorizedUser.lastSignInAt ?? Number.NEGATIVE_INFINITY);
  return (open.length > 0 ? open : places).toSorted((one, other) =>
    when(one) === when(other) ? 0 : when(other) - when(one),
  )[0];
}

/** The places as their list shows them: the own one, then by the holders' names. */
export function listedPlaces(places: readonly Place[], current: string): OutputOf<'session.accounts'>['rows'] {
  const isOwn = ({ authorizedUser }: Place) => authorizedUser === null;
  const key = (place: Place) => `${isOwn(place) ? '0' : '1'}${foldedName(place.account)}`;
  return places
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
    .slice(0, mostListed)
    .map((place) => ({
      id: place.id,
      holderName: fullName(place.account),
      isOwn: isOwn(place),
      isCurrent: place.id === current,
    }));
}

/** Who acts there, for the record of having come: what they may do is read at their next call. */
export function actorAt({ id, account, person, authorizedUser }: Place, loginId: number): Actor {
  const { email, givenName, familyName } = person;
  return {
    accountId: account.id,
    loginId,
    delegate: authorizedUser && { id: authorizedUser.id, publicId: id, permissions: new Set() },
    publicId: id,
    email,
    givenName,
    familyName,
    isStaff: false,
    rights: noRights,
  };
}

function ownPlace(account: Account): Place {
  const isHeldBack = isBehindGate(account);
  return { id: account.publicId, account, person: account, authorizedUser: null, isHeldBack };
}

function placeOf(delegate: Delegate): Place {
  const { id, epoch, lastSignInAt, publicId, account } = delegate;
  // A session keeps no more of the person than this.
  const isHeldBack = isBehindGate(account);
  return { id: publicId, account, person: delegate, authorizedUser: { id, epoch, lastSignInAt }, isHeldBack };
}
