import type { Page } from '@playwright/test';

/** How a host is started, as its command line says it. */
export interface HostStart {
  readonly dataDir: string;
  readonly options: readonly string[];
}

/** Steward as one test has it: with a folder, a process and a clock of its own. */
export interface TestHost {
  readonly dataDir: string;
  /** Opens one more window, which is one more session. */
  openWindow(): Promise<Page>;
  /** Moves the application's clock. */
  advance(milliseconds: number): Promise<void>;
  /**
   * Stops it, if it runs, and starts it again on the same folder, with nobody to open the store for it.
   * The windows of before do not follow.
   */
  restart(): Promise<void>;
  /** Ends the process as a power cut does. */
  kill(): Promise<void>;
  /** As a person ends it. */
  stop(): Promise<void>;
}
