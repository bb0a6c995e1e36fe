import type { EntityManager } from 'typeorm';
import type { SessionState } from '../../../src-shared/contract/define';
import type { Ending } from '../../../src-shared/contract/session';
import { effectiveDelegatePermissions } from '../../../src-shared/delegate-permissions';
import type { Actor } from '../../context';
import { noRights, rightsOf } from '../../rights';
import { type AccountsService, fullName } from '../accounts/accounts.service';
import type { AuthorizedUsersService } from '../authorized-users/authorized-users.service';
import { type DelegateRow, delegateRow, type HolderRow, holderRow } from './session.repository';
import type { WindowSession } from './window-sessions';

export interface SessionReaderServices {
  readonly accounts: AccountsService;
  readonly authorizedUsers: AuthorizedUsersService;
}

/** Whom a session stands for at this moment. */
export interface Standing {
  readonly isOver: false;
  readonly actor: Actor;
  /** Of the account's holder. */
  readonly holderName: string;
  /** What the session can be as long as it is not locked. */
  readonly state: Extract<SessionState, 'awaiting-approval' | 'must-change-password' | 'full'>;
}

export interface Over {
  readonly isOver: true;
  /** Why, where the person has to be told. */
  readonly ending: Ending | null;
}

type Facts = Pick<WindowSession, 'loginId' | 'accountId' | 'authorizedUser' | 'epoch'>;

/** Reads sessions anew at every call: what was taken away a moment ago is gone. */
export class SessionReader {
  readonly #services: SessionReaderServices;

  constructor(services: SessionReaderServices) {
    this.#services = services;
  }

  read(manager: EntityManager, session: Facts, now: number): Promise<Standing | Over> {
    const { authorizedUser } = session;
    if (authorizedUser === null) return this.#readHolder(manager, session, now);
    // Not a copy of the session, whose epoch a change of password moves on while it is read.
    return this.#readDelegate(manager, session, authorizedUser, now);
  }

  async #readHolder(manager: EntityManager, session: Facts, now: number): Promise<Standing | Over> {
    const { accountId, loginId } = session;
    const row = await holderRow(manager, accountId, loginId);
    if (!row?.isActive || row.deletedAt !== null || hasLoginMovedOn(session, row, now)) return over(null);
    const { publicId, email, givenName, familyName } = row;
    const isStaff = row.isStaff === 1;
    const given = isStaff ? await this.#services.accounts.permissionsOf(manager, accountId) : [];
    const rights = isStaff ? rightsOf(row.isSuperuser === 1, given) : noRights;
    const person = { publicId, email, givenName, familyName };
    return {
      isOver: false,
      actor: { accountId, loginId, delegate: null, ...person, isStaff, rights },
      holderName: fullName(row),
      state: stateOf(row, isStaff),
    };
  }

  async #readDelegate(
    manager: EntityManager,
    session: Facts,
    authorizedUser: NonNullable<Facts['authorizedUser']>,
    now: number,
  ): Promise<Standing | Over> {
    const { accountId, loginId } = session;
    const row = await delegateRow(manager, authorizedUser.id, loginId);
    if (!row) return over(await this.#endingOfPurged(manager, accountId));
    const ending = endingOf({ loginId, authorizedUser }, row);
    if (ending !== null) return over(ending);
    // What was done to the person's own account, or to the login they have with it, ends what they came in by.
    if (row.ownAccountIsActive === 0 || row.ownAccountDeletedAt !== null) return over(null);
    if (hasLoginMovedOn(session, row, now)) return over(null);
    const { publicId, email, givenName, familyName } = row;
    const permissions = effectiveDelegatePermissions(
      await this.#services.authorizedUsers.tickedOfOne(manager, authorizedUser.id),
    );
    const delegate = { id: authorizedUser.id, publicId, permissions };
    const person = { publicId, email, givenName, familyName };
    return {
      isOver: false,
      // Whatever the account may do as staff, who acts for it may not.
      actor: { accountId, loginId, delegate, ...person, isStaff: false, rights: noRights },
      holderName: fullName({ givenName: row.holderGivenName, familyName: row.holderFamilyName }),
      state: stateOf(row, row.accountIsStaff === 1),
    };
  }

  async #endingOfPurged(manager: EntityManager, accountId: number): Promise<Ending> {
    const [account] = await this.#services.accounts.byIds(manager, [accountId]);
    return account?.isActive && account.deletedAt === null ? 'LOGIN_SWITCHED_OFF' : 'ACCESS_TO_ACCOUNT_ENDED';
  }
}

function over(ending: Ending | null): Over {
  return { isOver: true, ending };
}

function endingOf(
  session: { readonly loginId: number; readonly authorizedUser: { readonly epoch: number } },
  row: DelegateRow,
): Ending | null {
  if (!row.accountIsActive || row.accountDeletedAt !== null) return 'ACCESS_TO_ACCOUNT_ENDED';
  if (row.deletedAt !== null || !row.isLoginEnabled || row.loginId !== session.loginId) return 'LOGIN_SWITCHED_OFF';
  return row.personsEpoch > session.authorizedUser.epoch ? 'PERMISSIONS_CHANGED' : null;
}

function hasLoginMovedOn(session: Facts, row: HolderRow | DelegateRow, now: number): boolean {
  // An epoch behind the session's was read before the session's own change of password was written.
  return row.epoch > session.epoch || isExpired(row, now);
}

export function isExpired({ passwordExpiresAt }: { readonly passwordExpiresAt: number | null }, now: number): boolean {
  return passwordExpiresAt !== null && passwordExpiresAt <= now;
}

/** @param isOfStaff whether the account is; staff are never behind the gate */
function stateOf(row: HolderRow | DelegateRow, isOfStaff: boolean): Standing['state'] {
  if (row.access === 'awaiting-approval' && !isOfStaff) return 'awaiting-approval';
  return row.mustChangePassword ? 'must-change-password' : 'full';
}
