import type { ApplicationEvent } from '../src-shared/events';

export type ChangedFeature = Extract<ApplicationEvent, { type: 'changed' }>['feature'];
type Listener = (event: ApplicationEvent) => void;

/** Tells windows what happened. Who may hear of it is decided when it happens, not when they subscribed. */
export class Events {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #mayHear: (window: string, feature: ChangedFeature) => Promise<boolean>;
  readonly #report: (error: unknown) => void;

  constructor(
    mayHear: (window: string, feature: ChangedFeature) => Promise<boolean>,
    report: (error: unknown) => void,
  ) {
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

  changed(...features: ChangedFeature[]): void {
    for (const window of this.#listeners.keys()) {
      for (const feature of features) {
        this.#mayHear(window, feature)
          .then((may) => {
            if (may) this.#send(window, { type: 'changed', feature });
          })
          .catch(this.#report);
      }
    }
  }

  /** Nobody is told anything any more: whether they may hear of it could not be looked up. */
  end(): void {
    this.#listeners.clear();
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
