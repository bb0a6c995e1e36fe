import type { EntityManager } from 'typeorm';
import type { SessionState } from '../../../src-shared/contract/define';
import type { SessionView } from '../../../src-shared/contract/session';
import { delegatePermissions } from '../../../src-shared/delegate-permissions';
import { type Actor, actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { includesRights, mayDoForAccount } from '../../rights';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { ActivityService } from '../activity/activity.service';
import type { Login, LoginsService } from '../logins/logins.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { Settle } from '../moderation/settle.service';
import type { PasswordsService } from '../passwords/passwords.service';
import { idleLockMs, reauthenticationMs, type SettingsService } from '../settings/settings.service';
import { ownAct } from './own-act';
import { actorAt, firstPlace, type Places } from './places';
import { isExpired, type Over, type SessionReader, type Standing } from './session-reader';
import type { WindowSession, WindowSessions } from './window-sessions';

export interface SessionServices {
  readonly store: Store;
  readonly sessions: WindowSessions;
  readonly reader: SessionReader;
  readonly settle: Settle;
  readonly places: Places;
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
  /** Of the holder of the account. */
  readonly holderName: string;
}

const signedOut: Resolved = { state: 'signed-out', actor: null, holderName: '' };

type OfficeView = Omit<SessionView, 'host' | 'wasOpenedByRecoveryCode'>;

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
    const read = await this.#read(session, now);
    if (read.isOver) {
      if (sessions.get(window) === session) sessions.end(window, read.ending);
      return signedOut;
    }
    // A clock that was set back must not put the lock off.
    session.touchedAt = Math.min(session.touchedAt, now);
    if (now - session.touchedAt >= idleLockMs(await settings.office(store.read))) session.isLocked = true;
    const { actor, holderName, state } = read;
    return { state: session.isLocked ? 'locked' : state, actor, holderName };
  }

  /** Whoever was approved is in from the moment on at which it has effect, whether anybody has come round to it or not. */
  async #read(session: WindowSession, now: number): Promise<Standing | Over> {
    const { reader, store, settle } = this.#services;
    const read = await reader.read(store.read, session, now);
    if (read.isOver || read.state !== 'awaiting-approval') return read;
    return (await settle.ofAccount(session.accountId, now)) ? reader.read(store.read, session, now) : read;
  }

  /**
   * Asked when the turn of a write has come: whoever was let in a moment ago may have been signed out, deactivated or
   * given fewer rights since, have been put back behind the gate, or have gone over to another account.
   * @throws UserError NOT_SIGNED_IN, NOT_ALLOWED, AWAITING_APPROVAL
   */
  async assertStillAllowed(
    manager: EntityManager,
    window: string,
    { state, actor }: { readonly state: SessionState; readonly actor: Actor },
    now: number,
  ): Promise<void> {
    const { sessions, reader } = this.#services;
    const session = sessions.get(window);
    if (!session || !isSessionOf(session, actor)) throw new UserError('NOT_SIGNED_IN');
    const read = await reader.read(manager, session, now);
    if (read.isOver) {
      if (sessions.get(window) === session) sessions.end(window, read.ending);
      throw new UserError('NOT_SIGNED_IN');
    }
    if (state === 'full' && read.state === 'awaiting-approval') throw new UserError('AWAITING_APPROVAL');
    if (!includesRights(read.actor.rights, actor.rights)) throw new UserError('NOT_ALLOWED');
    const lost = delegatePermissions.filter((one) => mayDoForAccount(actor, one) && !mayDoForAccount(read.actor, one));
    if (lost.length > 0) throw new UserError('NOT_ALLOWED');
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
    const { settings, store, sessions } = this.#services;
    const { state, actor, holderName } = await this.resolve(window, now);
    const office = await settings.office(store.read);
    return {
      state,
      officeName: office.name,
      user: actor && userOf(actor),
      account: actor && (await this.#accountOf(actor, holderName, now)),
      ended: sessions.endingOf(window),
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
    const { logins, places, waits, sessions, activity } = this.#services;
    const { window, now } = context;
    const login = await logins.findById(tx.manager, proven.id);
    if (login?.passwordHash !== proven.passwordHash) return new UserError('SIGN_IN_FAILED');
    const found = await places.of(tx.manager, login.id, now);
    const place = firstPlace(found.places);
    if (!place && found.whyNone === 'SIGN_IN_FAILED') return new UserError('SIGN_IN_FAILED');
    await waits.clear(tx, login);
    if (!place) return new UserError(found.whyNone);
    if (isExpired(login, now)) return new UserError('PASSWORD_EXPIRED');
    if (sessions.get(window)) return new UserError('ALREADY_SIGNED_IN');
    await places.noteComing(tx, place, now);
    const actor = actorAt(place, login.id);
    await activity.record(tx, { ...context, actor }, ownAct(actor, 'session.signed-in'));
    const { account, authorizedUser } = place;
    const session = { loginId: login.id, accountId: account.id, authorizedUser, epoch: login.epoch, isLocked: false };
    tx.afterCommit(() => sessions.begin(window, { ...session, touchedAt: now, authenticatedAt: now }));
    return null;
  }

  /** Ends the session whatever happens to its record: on a full disk, too, whoever leaves the desk has left. */
  async signOut(context: Context): Promise<void> {
    const { store, activity, sessions } = this.#services;
    try {
      await store.write(context, (tx) => activity.record(tx, context, ownAct(actorOf(context), 'session.signed-out')));
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
    const { session } = await this.#provePassword(context, password);
    // Entered twice at once: the window is open, and its host has been told so.
    if (!session.isLocked) return;
    session.isLocked = false;
    session.touchedAt = context.now;
    session.authenticatedAt = context.now;
    this.#services.sessions.renew(context.window);
  }

  /** @throws UserError WRONG_PASSWORD, SIGN_IN_WAIT */
  async reauthenticate(context: Context, password: string): Promise<void> {
    const { session } = await this.#provePassword(context, password);
    session.authenticatedAt = context.now;
  }

  /** Ends the person's sessions in other windows. @throws UserError in `currentPassword` or `newPassword` */
  async changeOwnPassword(context: Context, current: string, wanted: string): Promise<void> {
    const { store, logins, passwords, settings, activity, sessions, events } = this.#services;
    const actor = actorOf(context);
    const { session, login } = await this.#provePassword(context, current, 'currentPassword');
    if (wanted.normalize('NFKC') === current.normalize('NFKC')) {
      throw UserError.inField('newPassword', 'PASSWORD_UNCHANGED');
    }
    const { minLength, about } = await settings.passwordRules(actor);
    await passwords.assertAcceptable(wanted, { minLength, about: [...about, login.signInName] }, 'newPassword');
    const passwordHash = await passwords.hash(wanted);
    await store.write(context, async (tx) => {
      const epoch = await logins.setPassword(tx, login.id, { passwordHash, now: context.now }, { by: 'owner' });
      await activity.record(tx, context, ownAct(actor, 'password.changed'));
      tx.afterCommit(() => {
        session.epoch = epoch;
        session.authenticatedAt = context.now;
        sessions.renew(context.window);
        events.changed('accounts', 'authorizedUsers', 'dashboard', 'staff');
        events.changedFor(actor.accountId, 'myAuthorizedUsers');
        events.everySession();
      });
    });
  }

  async #accountOf(actor: Actor, holderName: string, now: number): Promise<SessionView['account']> {
    const { places, store } = this.#services;
    const permissions = delegatePermissions.filter((one) => mayDoForAccount(actor, one));
    const found = await places.of(store.read, actor.loginId, now);
    return { holderName, isOwn: actor.delegate === null, permissions, hasOthers: found.places.length > 1 };
  }

  /** @returns the session the password was asked for, which is still the window's, and its login */
  async #provePassword(
    context: Context,
    password: string,
    field = 'password',
  ): Promise<{ session: WindowSession; login: Login }> {
    const { store, logins, waits, passwords } = this.#services;
    const session = this.#session(context);
    const login = await logins.findById(store.read, session.loginId);
    if (!login) throw new UserError('NOT_SIGNED_IN');
    await waits.charge(login, context.now);
    if (!(await passwords.verify(login.passwordHash, password))) throw UserError.inField(field, 'WRONG_PASSWORD');
    await store.write(context, (tx) => waits.clear(tx, login));
    // Somebody else can have taken the window over while the password was being checked.
    if (this.#session(context) !== session) throw new UserError('NOT_SIGNED_IN');
    return { session, login };
  }

  #session(context: Context): WindowSession {
    const session = this.#services.sessions.get(context.window);
    if (!session) throw new UserError('NOT_SIGNED_IN');
    return session;
  }
}

/** Whether a window's session is still the one by which somebody was let in: a login can lead to several accounts. */
function isSessionOf({ loginId, accountId, authorizedUser }: WindowSession, actor: Actor): boolean {
  const isSamePerson = (authorizedUser?.id ?? null) === (actor.delegate?.id ?? null);
  return loginId === actor.loginId && accountId === actor.accountId && isSamePerson;
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
