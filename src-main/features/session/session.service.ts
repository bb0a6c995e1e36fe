import type { EntityManager } from 'typeorm';
import type { SessionState } from '../../../src-shared/contract/define';
import type { SessionView } from '../../../src-shared/contract/session';
import { type Actor, actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { includesRights, noRights, type Rights, rightsOf } from '../../rights';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { Login, LoginsService } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { PasswordsService } from '../passwords/passwords.service';
import { idleLockMs, reauthenticationMs, type SettingsService } from '../settings/settings.service';
import { type SignedInRow, signedIn } from './session.repository';
import type { WindowSession, WindowSessions } from './window-sessions';

export interface SessionServices {
  readonly store: Store;
  readonly sessions: WindowSessions;
  readonly accounts: AccountsService;
  readonly logins: LoginsService;
  readonly waits: SignInWaits;
  readonly passwords: PasswordsService;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** A window's session as the store and the clock see it at this call. */
export interface Resolved {
  readonly state: Exclude<SessionState, 'no-office' | 'store-locked'>;
  readonly actor: Actor | null;
}

const signedOut: Resolved = { state: 'signed-out', actor: null };

type OfficeView = Pick<SessionView, 'state' | 'officeName' | 'user' | 'idleLockMs' | 'passwordMinLength' | 'trashDays'>;

/** Who is at which window. */
export class SessionService {
  readonly #services: SessionServices;

  constructor(services: SessionServices) {
    this.#services = services;
  }

  /** Reads everything anew: rights that were taken away a moment ago are gone at this call. */
  async resolve(window: string, now: number): Promise<Resolved> {
    const { sessions, store, settings } = this.#services;
    const session = sessions.get(window);
    if (!session) return signedOut;
    const row = await signedIn(store.read, session.accountId, session.loginId);
    if (!row || isOver(session, row, now)) {
      if (sessions.get(window) === session) sessions.end(window);
      return signedOut;
    }
    // A clock that was set back must not put the lock off.
    session.touchedAt = Math.min(session.touchedAt, now);
    if (now - session.touchedAt >= idleLockMs(await settings.office(store.read))) session.isLocked = true;
    const rights = await this.#rights(store.read, row);
    return { state: stateOf(session, row), actor: { ...row, isStaff: row.isStaff === 1, rights } };
  }

  /**
   * Asked when the turn of a write has come: whoever was let in a moment ago may have been signed out, deactivated or
   * given fewer rights since.
   * @throws UserError NOT_SIGNED_IN, NOT_ALLOWED
   */
  async assertStillAllowed(manager: EntityManager, window: string, actor: Actor, now: number): Promise<void> {
    const session = this.#services.sessions.get(window);
    const row = await signedIn(manager, actor.accountId, actor.loginId);
    if (!row || session?.loginId !== actor.loginId || isOver(session, row, now)) throw new UserError('NOT_SIGNED_IN');
    if (!includesRights(await this.#rights(manager, row), actor.rights)) throw new UserError('NOT_ALLOWED');
  }

  async isRecentlyAuthenticated(window: string, now: number): Promise<boolean> {
    const { sessions, settings, store } = this.#services;
    const session = sessions.get(window);
    if (!session) return false;
    const age = now - session.authenticatedAt;
    return age >= 0 && age <= reauthenticationMs(await settings.office(store.read));
  }

  /** The person did something: the idle lock starts counting again. */
  touch(window: string, now: number): void {
    const session = this.#services.sessions.get(window);
    if (session && !session.isLocked) session.touchedAt = now;
  }

  async view(window: string, now: number): Promise<OfficeView> {
    const { settings, store } = this.#services;
    const { state, actor } = await this.resolve(window, now);
    const office = await settings.office(store.read);
    return {
      state,
      officeName: office.name,
      user: actor && userOf(actor),
      idleLockMs: actor && idleLockMs(office),
      passwordMinLength: office.passwordMinLength,
      trashDays: actor && office.trashDays,
    };
  }

  /** @throws UserError SIGN_IN_FAILED, SIGN_IN_WAIT, PASSWORD_EXPIRED, ACCOUNT_DEACTIVATED, ALREADY_SIGNED_IN */
  async signIn(context: Context, signInName: string, password: string): Promise<void> {
    const { store, logins, waits, passwords } = this.#services;
    await waits.charge({ signInName }, context.now);
    const login = await logins.findByName(store.read, signInName);
    const isRight = await passwords.verify(login?.passwordHash ?? null, password);
    if (!login || !isRight) throw new UserError('SIGN_IN_FAILED');
    // Answered and not thrown: that the password was right is kept, whether the person comes in or not.
    const refusal = await store.write(context, (tx) => this.#letIn(tx, context, login));
    if (refusal) throw refusal;
  }

  /** Reads everything anew, since checking the password took its time. @returns why the person stays outside, or null */
  async #letIn(tx: Transaction, context: Context, proven: Login): Promise<UserError | null> {
    const { logins, accounts, waits, sessions, activity, events } = this.#services;
    const { window, now } = context;
    const login = await logins.findById(tx.manager, proven.id);
    const account = await accounts.findByLogin(tx.manager, proven.id, now);
    if (!account || login?.passwordHash !== proven.passwordHash) return new UserError('SIGN_IN_FAILED');
    await waits.clear(tx, login);
    if (!account.isActive || account.deletedAt !== null) return new UserError('ACCOUNT_DEACTIVATED');
    if (isExpired(login, now)) return new UserError('PASSWORD_EXPIRED');
    if (sessions.get(window)) return new UserError('ALREADY_SIGNED_IN');
    await accounts.recordSignIn(tx, account.id, now);
    const actor = { ...account, accountId: account.id, loginId: login.id, rights: noRights };
    const subject = { kind: 'account', id: account.id, label: fullName(account) } as const;
    await activity.record(tx, { ...context, actor }, { act: 'session.signed-in', subject });
    const session = { loginId: login.id, accountId: account.id, epoch: login.epoch, isLocked: false };
    tx.afterCommit(() => {
      sessions.begin(window, { ...session, touchedAt: now, authenticatedAt: now });
      events.changed('accounts', 'dashboard', 'staff');
    });
    return null;
  }

  /** Ends the session whatever happens to its record: on a full disk, too, whoever leaves the desk has left. */
  async signOut(context: Context): Promise<void> {
    const { store, activity, sessions } = this.#services;
    try {
      await store.write(context, (tx) => activity.record(tx, context, this.#ownAct(context, 'session.signed-out')));
    } finally {
      sessions.end(context.window);
    }
  }

  lock(context: Context): void {
    this.#session(context).isLocked = true;
    this.#services.events.session(context.window);
  }

  /** @throws UserError WRONG_PASSWORD, SIGN_IN_WAIT */
  async unlock(context: Context, password: string): Promise<void> {
    const session = await this.#provePassword(context, password);
    // Entered twice at once: the window is open, and its host has been told so.
    if (!session.isLocked) return;
    session.isLocked = false;
    session.touchedAt = context.now;
    session.authenticatedAt = context.now;
    this.#services.sessions.renew(context.window);
  }

  /** @throws UserError WRONG_PASSWORD, SIGN_IN_WAIT */
  async reauthenticate(context: Context, password: string): Promise<void> {
    const session = await this.#provePassword(context, password);
    session.authenticatedAt = context.now;
  }

  /** Ends the person's sessions in other windows. @throws UserError in `currentPassword` or `newPassword` */
  async changeOwnPassword(context: Context, current: string, wanted: string): Promise<void> {
    const { store, logins, passwords, settings, activity, sessions, events } = this.#services;
    const { loginId, ...actor } = actorOf(context);
    const session = await this.#provePassword(context, current, 'currentPassword');
    if (wanted.normalize('NFKC') === current.normalize('NFKC')) {
      throw UserError.inField('newPassword', 'PASSWORD_UNCHANGED');
    }
    await passwords.assertAcceptable(wanted, await settings.passwordRules(actor), 'newPassword');
    const passwordHash = await passwords.hash(wanted);
    await store.write(context, async (tx) => {
      const epoch = await logins.setPassword(tx, loginId, { passwordHash, now: context.now }, { by: 'owner' });
      await activity.record(tx, context, this.#ownAct(context, 'password.changed'));
      tx.afterCommit(() => {
        session.epoch = epoch;
        session.authenticatedAt = context.now;
        sessions.renew(context.window);
        events.changed('accounts', 'dashboard', 'staff');
        events.everySession();
      });
    });
  }

  #ownAct(context: Context, act: 'session.signed-out' | 'password.changed') {
    const actor = actorOf(context);
    return { act, subject: { kind: 'account', id: actor.accountId, label: fullName(actor) } } as const;
  }

  /** @returns the session the password was asked for, which is still the window's */
  async #provePassword(context: Context, password: string, field = 'password'): Promise<WindowSession> {
    const { store, logins, waits, passwords } = this.#services;
    const session = this.#session(context);
    const login = await logins.findById(store.read, session.loginId);
    if (!login) throw new UserError('NOT_SIGNED_IN');
    await waits.charge(login, context.now);
    if (!(await passwords.verify(login.passwordHash, password))) throw UserError.inField(field, 'WRONG_PASSWORD');
    await store.write(context, (tx) => waits.clear(tx, login));
    // Somebody else can have taken the window over while the password was being checked.
    if (this.#session(context) !== session) throw new UserError('NOT_SIGNED_IN');
    return session;
  }

  #session(context: Context): WindowSession {
    const session = this.#services.sessions.get(context.window);
    if (!session) throw new UserError('NOT_SIGNED_IN');
    return session;
  }

  async #rights(manager: EntityManager, { isStaff, isSuperuser, accountId }: SignedInRow): Promise<Rights> {
    if (!isStaff) return noRights;
    return rightsOf(isSuperuser === 1, await this.#services.accounts.permissionsOf(manager, accountId));
  }
}

function isOver(session: WindowSession, row: SignedInRow, now: number): boolean {
  // An epoch behind the session's was read before the session's own change of password was written.
  return !row.isActive || row.deletedAt !== null || row.epoch > session.epoch || isExpired(row, now);
}

function isExpired({ passwordExpiresAt }: { readonly passwordExpiresAt: number | null }, now: number): boolean {
  return passwordExpiresAt !== null && passwordExpiresAt <= now;
}

function stateOf(session: WindowSession, row: SignedInRow): Resolved['state'] {
  if (session.isLocked) return 'locked';
  if (row.access === 'awaiting-approval' && !row.isStaff) return 'awaiting-approval';
  return row.mustChangePassword ? 'must-change-password' : 'full';
}

function userOf({ publicId, email, givenName, familyName, isStaff, rights }: Actor): SessionView['user'] {
  return {
    id: publicId,
    email,
    givenName,
    familyName,
    isStaff,
    isSuperuser: rights.isSuperuser,
    permissions: [...rights.permissions],
  };
}
