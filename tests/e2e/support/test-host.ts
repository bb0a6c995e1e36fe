import type { Page } from '@playwright/test';

/** Steward as one test has it: with a folder, a process and a clock of its own. */
export interface TestHost {
  readonly dataDir: string;
  /** Opens one more window, which is one more session. */
  openWindow(): Promise<Page>;
  /** Moves the application's clock. */
  advance(milliseconds: number): Promise<void>;
  /** Stops it, if it runs, and starts it again on the same folder. The windows of before do not follow. */
  restart(): Promise<void>;
  /** Ends the process as a power cut does. */
  kill(): Promise<void>;
  /** As a person ends it. */
  stop(): Promise<void>;
}
