import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ending } from '../../../src-shared/contract/session';

/** One window's session: a login, and the account it acts for. Lives in memory and ends with the process. */
export interface WindowSession {
  readonly loginId: number;
  readonly accountId: number;
  /** As whom the person acts for the account, and that one's epoch when the session began; null for its holder. */
  readonly authorizedUser: { readonly id: number; readonly epoch: number } | null;
  /** The login's epoch when the session began; when the login's moves on, the session is over. */
  epoch: number;
  /** When the person last did something, in epoch milliseconds. */
  touchedAt: number;
  /** When the person last proved who they are. */
  authenticatedAt: number;
  isLocked: boolean;
}

/** The sessions of all windows. */
export class WindowSessions {
  readonly #sessions = new Map<string, WindowSession>();
  /** Why the windows' last sessions were ended by somebody else, until somebody signs in there. */
  readonly #endings = new Map<string, { readonly ending: Ending; isTold: boolean }>();
  readonly #underWay = new AsyncLocalStorage<{ readonly window: string; hasRenewed: boolean }>();

  get(window: string): WindowSession | undefined {
    return this.#sessions.get(window);
  }

  entries(): [string, WindowSession][] {
    return [...this.#sessions];
  }

  begin(window: string, session: WindowSession): void {
    this.#sessions.set(window, session);
    this.#endings.delete(window);
    this.renew(window);
  }

  /** @param ending why, where somebody else has ended it and the person has to be told */
  end(window: string, ending: Ending | null = null): void {
    if (!this.#sessions.delete(window)) return;
    if (ending !== null) this.#endings.set(window, { ending, isTold: false });
    this.renew(window);
  }

  endingOf(window: string): Ending | null {
    return this.#endings.get(window)?.ending ?? null;
  }

  /** The same, but only for the first to ask: a refused call says it once. */
  tellEnding(window: string): Ending | null {
    const ended = this.#endings.get(window);
    if (!ended || ended.isTold) return null;
    ended.isTold = true;
    return ended.ending;
  }

  /**
   * Runs a call of this window and tells whether it was this very call that renewed the session. Others that are
   * under way at the same time have come by the token from before, so that they must not be told of the new one.
   */
  async noteRenewal<T>(window: string, call: () => Promise<T>): Promise<{ result: T; hasRenewed: boolean }> {
    const underWay = { window, hasRenewed: false };
    const result = await this.#underWay.run(underWay, call);
    return { result, hasRenewed: underWay.hasRenewed };
  }

  /** From now on this window is somebody else's, or the same person's in another way: hosts change its token. */
  renew(window: string): void {
    const call = this.#underWay.getStore();
    // A call may end the sessions of other windows too, whose tokens then lead to nobody.
    if (call?.window === window) call.hasRenewed = true;
  }

  forget(window: string): void {
    this.#sessions.delete(window);
    this.#endings.delete(window);
  }
}
