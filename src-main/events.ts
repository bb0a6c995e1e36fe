import type { ApplicationEvent } from '../src-shared/events';

type ChangedFeature = Extract<ApplicationEvent, { type: 'changed' }>['feature'];
/** What only the people of one account hear of. */
export type AccountFeature = Extract<ChangedFeature, 'myAccount' | 'myAuthorizedUsers' | 'signUp' | 'messages'>;
export type OfficeFeature = Exclude<ChangedFeature, AccountFeature>;
export type Change =
  | { readonly feature: OfficeFeature; readonly accountId: null }
  | { readonly feature: AccountFeature; readonly accountId: number };
type Listener = (event: ApplicationEvent) => void;

/** Tells windows what happened. Who may hear of it is decided when it happens, not when they subscribed. */
export class Events {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #mayHear: (window: string, change: Change) => Promise<boolean>;
  readonly #report: (error: unknown) => void;

  constructor(mayHear: (window: string, change: Change) => Promise<boolean>, report: (error: unknown) => void) {
    this.#mayHear = mayHear;
    this.#report = report;
  }

  subscribe(window: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(window) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(window, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(window);
    };
  }

  /** The state of a window's session may be another. */
  session(window: string): void {
    this.#send(window, { type: 'session' });
  }

  everySession(): void {
    for (const window of this.#listeners.keys()) this.session(window);
  }

  /** Something has changed that the office looks after. */
  changed(...features: OfficeFeature[]): void {
    for (const feature of features) this.#announce({ feature, accountId: null });
  }

  /** Something has changed that the people of an account see of it. */
  changedFor(accountId: number, ...features: AccountFeature[]): void {
    for (const feature of features) this.#announce({ feature, accountId });
  }

  /** Nobody is told anything any more: whether they may hear of it could not be looked up. */
  end(): void {
    this.#listeners.clear();
  }

  #announce(change: Change): void {
    for (const window of this.#listeners.keys()) {
      this.#mayHear(window, change)
        .then((may) => {
          if (may) this.#send(window, { type: 'changed', feature: change.feature });
        })
        .catch(this.#report);
    }
  }

  #send(window: string, event: ApplicationEvent): void {
    for (const listener of this.#listeners.get(window) ?? []) {
      // What happened has happened: a window that cannot be told must not make it look as if it had not.
      try {
        listener(event);
      } catch (error) {
        this.#report(error);
      }
    }
  }
}
