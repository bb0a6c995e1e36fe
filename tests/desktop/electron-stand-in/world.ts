import { EventEmitter } from 'node:events';
import type { MessageBoxOptions, Rectangle, SafeStorage } from 'electron';

/** The computer on which the stand-in pretends to run. */
export interface Computer {
  readonly isPackaged: boolean;
  /** False where another instance has the profile folder. */
  readonly isFirstInstance: boolean;
  readonly keyStoreBackend: ReturnType<SafeStorage['getSelectedStorageBackend']>;
  /** False where the backend is only what fits the desktop, and nothing of the kind is running. */
  readonly doesKeyStoreAnswer: boolean;
  /** Counts the keys that the key store has had. It keeps the last two of them. */
  readonly keyOfKeyStore: number;
  readonly workArea: Rectangle;
  readonly isDark: boolean;
}

/** What the application has asked of Electron, in the words of Electron. */
export interface Journal {
  readonly beforeReady: string[];
  readonly errorBoxes: { title: string; content: string }[];
  readonly messageBoxes: MessageBoxOptions[];
  readonly openedOutside: string[];
  exitCode: number | null;
}

function computerFromEnvironment(): Computer {
  const described = process.env.STEWARD_STAND_IN_COMPUTER;
  if (described === undefined) throw new Error('Nothing says in STEWARD_STAND_IN_COMPUTER what computer to be.');
  return JSON.parse(described) as Computer;
}

/** Everything that the parts of the stand-in share. */
class World {
  /** What the parts tell the stand-in's `app`, which emits some of it in Electron's name. */
  readonly events = new EventEmitter();
  readonly computer = computerFromEnvironment();
  readonly journal: Journal = { beforeReady: [], errorBoxes: [], messageBoxes: [], openedOutside: [], exitCode: null };
  /** The button that the person presses in the next message box; without one they press Escape. */
  nextButton: number | null = null;
  isReady = false;

  /** Electron throws where it is asked too late. */
  noteBeforeReady(what: string): void {
    if (this.isReady) throw new Error(`${what} should be called before app is ready`);
    this.journal.beforeReady.push(what);
  }

  /** And where it is asked too early. */
  assertReady(what: string): void {
    if (!this.isReady) throw new Error(`${what} cannot be used before app is ready`);
  }
}

export const world = new World();
