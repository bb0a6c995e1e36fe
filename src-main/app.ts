import type { Answer } from '../src-shared/contract';
import type { ApplicationEvent } from '../src-shared/events';
import type { Clock } from './clock';
import type { KeyStore } from './store/key/key-store';

export interface AppOptions {
  readonly dataDir: string;
  readonly host: 'desktop' | 'browser';
  readonly clock: Clock;
  /** The built (or, in tests, the source) file of the reader thread. */
  readonly readerThread: URL;
  /** The operating system's key store; null where there is none, as in the browser host. */
  readonly keyStore: KeyStore | null;
  /** Told of errors nobody expected, with their stack; windows never see them. */
  readonly report: (error: unknown) => void;
}

export interface Reply {
  readonly answer: Answer;
  /** Somebody signed in, out or changed the password: a host that names sessions by a token gives this window a new one. */
  readonly isSessionRenewed: boolean;
}

export interface App {
  /**
   * The one door. `window` is the host's own name for the window that asks, never taken from the payload.
   * Never rejects.
   */
  call(window: string, procedure: string, input: unknown): Promise<Reply>;
  /** Events for one window, until the returned function is called. */
  subscribe(window: string, listener: (event: ApplicationEvent) => void): () => void;
  /** The window is gone and its session with it. */
  forget(window: string): void;
  /** Ends every session and closes the store. Calls that are under way are finished first. */
  close(): Promise<void>;
}
