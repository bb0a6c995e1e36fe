import type { SessionState } from '../../../src-shared/contract/define';
import type { SessionView } from '../../../src-shared/contract/session';
import { type Actor, actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { noRights, rightsOf } from '../../rights';
import type { Store } from '../../store/store';
import { type AccountsService, fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { LoginsService } from '../logins/logins.service';
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

type OfficeView = Pick<SessionView, 'state' | 'officeName' | 'user' | 'idleLockMs' | 'passwordMinLength'>;

/** Who is at which window. */
export class SessionService {
  readonly #services: SessionServices;

  constructor(services: SessionServices) {
    this.#services = services;
  }

  /** Reads everything anew: rights that were taken away a moment ago are gone at this call. */
  async resolve(window: string, now: number): Promise<Resolved> {
    const { sessions, store, accounts, settings } = this.#services;
    const session = sessions.get(window);
    if (!session) return signedOut;
    const row = await signedIn(store.read, session.accountId, session.loginId);
    if (!row?.isActive || row.epoch !== session.epoch) {
      sessions.end(window);
      return signedOut;
    }
    if (now - session.touchedAt >= idleLockMs(await settings.office(store.read))) session.isLocked = true;
    const rights = row.isStaff
      ? rightsOf(row.isSuperuser === 1, await accounts.permissionsOf(store.read, row.accountId))
      : noRights;
    return { state: stateOf(session, row), actor: { ...row, isStaff: row.isStaff === 1, rights } };
  }

  async isRecentlyAuthenticated(window: string, now: number): Promise<boolean> {
    const { sessions, settings, store } = this.#services;
    const session = sessions.get(window);
    if (!session) return false;
    return now - session.authenticatedAt <= reauthenticationMs(await settings.office(store.read));
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
    };
  }

  /** @throws UserError SIGN_IN_FAILED, SIGN_IN_WAIT, PASSWORD_EXPIRED, ACCOUNT_DEACTIVATED */
  async signIn(context: Context, signInName: string, password: string): Promise<void> {
    const { store, logins, accounts, waits, passwords, sessions, activity } = this.#services;
    const { window, now } = context;
    await waits.charge(signInName, now);
    const login = await logins.findByName(store.read, signInName);
    const isRight = await passwords.verify(login?.passwordHash ?? null, password);
    const account = login && isRight ? await accounts.findByLogin(store.read, login.id) : null;
    if (!login || !account) throw new UserError('SIGN_IN_FAILED');
    const refusal = this.#refusalAfterPassword(account.isActive, login.passwordExpiresAt, now);
    await store.write(context, async (tx) => {
      await waits.clear(tx, signInName);
      if (refusal) return;
      await accounts.recordSignIn(tx, account.id, now);
      const actor = { ...account, accountId: account.id, loginId: login.id, rights: noRights };
      await activity.record(
        tx,
        { ...context, actor },
        {
          act: 'session.signed-in',
          subject: { kind: 'account', id: account.id, label: fullName(account) },
        },
      );
    });
    if (refusal) throw refusal;
    sessions.begin(window, {
      loginId: login.id,
      accountId: account.id,
      epoch: login.epoch,
      touchedAt: now,
      authenticatedAt: now,
      isLocked: false,
    });
  }

  async signOut(context: Context): Promise<void> {
    const { store, activity, sessions } = this.#services;
    await store.write(context, (tx) => activity.record(tx, context, this.#ownAct(context, 'session.signed-out')));
    sessions.end(context.window);
  }

  lock(context: Context): void {
    this.#session(context).isLocked = true;
  }

  /** @throws UserError WRONG_PASSWORD, SIGN_IN_WAIT */
  async unlock(context: Context, password: string): Promise<void> {
    await this.#provePassword(context, password);
    const session = this.#session(context);
    session.isLocked = false;
    session.touchedAt = context.now;
    session.authenticatedAt = context.now;
    this.#services.sessions.renew(context.window);
  }

  /** @throws UserError WRONG_PASSWORD, SIGN_IN_WAIT */
  async reauthenticate(context: Context, password: string): Promise<void> {
    await this.#provePassword(context, password);
    this.#session(context).authenticatedAt = context.now;
  }

  /** Ends the person's sessions in other windows. @throws UserError in `currentPassword` or `newPassword` */
  async changeOwnPassword(context: Context, current: string, wanted: string): Promise<void> {
    const { store, logins, passwords, settings, activity, sessions, events } = this.#services;
    const { loginId, ...actor } = actorOf(context);
    await this.#provePassword(context, current, 'currentPassword');
    if (wanted.normalize('NFKC') === current.normalize('NFKC')) {
      throw UserError.inField('newPassword', 'PASSWORD_UNCHANGED');
    }
    await passwords.assertAcceptable(wanted, await settings.passwordRules(actor), 'newPassword');
    const passwordHash = await passwords.hash(wanted);
    const session = this.#session(context);
    await store.write(context, async (tx) => {
      const epoch = await logins.setPassword(tx, loginId, { passwordHash, now: context.now }, { by: 'owner' });
      await activity.record(tx, context, this.#ownAct(context, 'password.changed'));
      tx.afterCommit(() => {
        session.epoch = epoch;
        session.authenticatedAt = context.now;
        sessions.renew(context.window);
        events.everySession();
      });
    });
  }

  #ownAct(context: Context, act: 'session.signed-out' | 'password.changed') {
    const actor = actorOf(context);
    return { act, subject: { kind: 'account', id: actor.accountId, label: fullName(actor) } } as const;
  }

  #refusalAfterPassword(isActive: boolean, expiresAt: number | null, now: number): UserError | null {
    if (!isActive) return new UserError('ACCOUNT_DEACTIVATED');
    return expiresAt !== null && expiresAt <= now ? new UserError('PASSWORD_EXPIRED') : null;
  }

  async #provePassword(context: Context, password: string, field = 'password'): Promise<void> {
    const { store, logins, waits, passwords } = this.#services;
    const login = await logins.findById(store.read, actorOf(context).loginId);
    if (!login) throw new UserError('NOT_SIGNED_IN');
    await waits.charge(login.signInName, context.now);
    if (!(await passwords.verify(login.passwordHash, password))) throw UserError.inField(field, 'WRONG_PASSWORD');
    await store.write(context, (tx) => waits.clear(tx, login.signInName));
  }

  #session(context: Context): WindowSession {
    const session = this.#services.sessions.get(context.window);
    // It can have ended while the password was being checked.
    if (!session) throw new UserError('NOT_SIGNED_IN');
    return session;
  }
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
