/** One window's session: a login, and the account it acts for. Lives in memory and ends with the process. */
export interface WindowSession {
  readonly loginId: number;
  readonly accountId: number;
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
  readonly #renewals = new Map<string, number>();

  get(window: string): WindowSession | undefined {
    return this.#sessions.get(window);
  }

  entries(): [string, WindowSession][] {
    return [...this.#sessions];
  }

  begin(window: string, session: WindowSession): void {
    this.#sessions.set(window, session);
    this.renew(window);
  }

  end(window: string): void {
    if (this.#sessions.delete(window)) this.renew(window);
  }

  /** From now on this window is somebody else's, or the same person's in another way: hosts change its token. */
  renew(window: string): void {
    this.#renewals.set(window, this.renewals(window) + 1);
  }

  renewals(window: string): number {
    return this.#renewals.get(window) ?? 0;
  }

  forget(window: string): void {
    this.#sessions.delete(window);
    this.#renewals.delete(window);
  }
}
