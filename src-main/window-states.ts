import type { SessionState } from '../src-shared/contract/define';
import type { SessionView } from '../src-shared/contract/session';
import { passwordMinimum } from '../src-shared/contract/shapes';
import type { DelegatePermission } from '../src-shared/delegate-permissions';
import type { StaffPermission } from '../src-shared/permissions';
import type { Clock } from './clock';
import type { Actor, Context } from './context';
import type { AccountFeature, Change, OfficeFeature } from './events';
import type { WindowSessions } from './features/session/window-sessions';
import type { OfficeSlot } from './office-slot';
import { mayDo, mayDoForAccount } from './rights';

/** Whoever has one of these hears of changes there: they may read something that tells of them. */
const permissionsToHearOf: Readonly<Record<OfficeFeature, readonly StaffPermission[]>> = {
  accounts: ['accounts.view'],
  profiles: ['accounts.view', 'profile-types.manage'],
  dashboard: ['accounts.view'],
  authorizedUsers: ['accounts.view'],
  delegation: ['accounts.view', 'delegation.manage'],
  moderation: ['moderation.decide'],
  moderationSettings: ['moderation.manage', 'moderation.decide'],
  staff: ['staff.view'],
  groups: ['groups.manage'],
  settings: ['settings.manage'],
  activity: ['activity.view'],
};

/** The same for who acts for the account; null where all of them may. */
const permissionToHearOf: Readonly<Record<AccountFeature, DelegatePermission | null>> = {
  myAccount: null,
  myAuthorizedUsers: 'authorized-users.view',
  signUp: null,
  messages: null,
};

export interface WindowStatesParts {
  readonly host: SessionView['host'];
  readonly clock: Clock;
  readonly office: OfficeSlot;
  readonly sessions: WindowSessions;
}

/** What a window may see and do at this moment, whether there is an office, and whether it is open. */
export class WindowStates {
  readonly #parts: WindowStatesParts;

  constructor(parts: WindowStatesParts) {
    this.#parts = parts;
  }

  /** @throws OperationalError KEY_FILE_MISSING, STORE_FILE_MISSING */
  async resolve(window: string, now: number): Promise<{ state: SessionState; actor: Actor | null }> {
    const { office } = this.#parts;
    if (office.opened) return office.opened.services.session.resolve(window, now);
    return { state: office.stateUntilOpened(), actor: null };
  }

  async view({ window, now }: Pick<Context, 'window' | 'now'>): Promise<SessionView> {
    const { host, office } = this.#parts;
    if (office.opened) {
      const { services, by } = office.opened;
      const wasOpenedByRecoveryCode = by === 'recovery code' && !services.storeWays.hasNewPassphrase;
      return { ...(await services.session.view(window, now)), host, wasOpenedByRecoveryCode };
    }
    const nobody = {
      officeName: null,
      user: null,
      account: null,
      ended: null,
      idleLockMs: null,
      trashDays: null,
      wasOpenedByRecoveryCode: false,
    };
    return { ...nobody, state: office.stateUntilOpened(), host, passwordMinLength: passwordMinimum };
  }

  /** Whether the person at a window may know that something of this feature has changed. */
  async mayHear(window: string, { feature, accountId }: Change): Promise<boolean> {
    // Told without asking the store: of many who are decided on at once hardly anybody is at a window.
    if (accountId !== null && this.#parts.sessions.get(window)?.accountId !== accountId) return false;
    const { state, actor } = await this.resolve(window, this.#parts.clock.now());
    if (actor === null) return false;
    // Somebody who is held back hears of nothing but that.
    if (state === 'awaiting-approval')
      return feature === 'signUp' && actor.delegate === null && actor.accountId === accountId;
    if (state !== 'full') return false;
    if (accountId === null) return permissionsToHearOf[feature].some((permission) => mayDo(actor.rights, permission));
    const permission = permissionToHearOf[feature];
    return actor.accountId === accountId && (permission === null || mayDoForAccount(actor, permission));
  }

  /** The windows whose session has ended or locked itself since it was last looked at. */
  async newlyIdle(): Promise<string[]> {
    const { sessions, clock } = this.#parts;
    const idle: string[] = [];
    for (const [window, session] of sessions.entries()) {
      const wasLocked = session.isLocked;
      const { state } = await this.resolve(window, clock.now());
      if (state === 'signed-out' || (state === 'locked' && !wasLocked)) idle.push(window);
    }
    return idle;
  }
}
