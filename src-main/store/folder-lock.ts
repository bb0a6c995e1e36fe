import Database from 'better-sqlite3-multiple-ciphers';
import { OperationalError } from '../errors';
import { codeOf, operationalErrorOf } from './disk-errors';
import type { DataFolder } from './folder';

/** The right to use a data folder. Keep hold of it: one that nobody refers to any more is collected, and released by that. */
export interface FolderLock {
  /** The folder's absolute path. */
  readonly folder: string;
  readonly isHeld: boolean;
  /** Lets go of the folder; the second time it does nothing. */
  release(): void;
}

/**
 * Takes the folder for this process, whichever host it is: an exclusive transaction that stays open in a database with
 * nothing in it. The operating system ends it with the process, so that nothing is left to clean up after kill -9.
 * Throws ALREADY_RUNNING, FOLDER_READ_ONLY, DISK_FULL or NO_FILES.
 *
 * Hazard: nobody else in this process may open and close the lock file, not even to copy it. On Linux and macOS that
 * drops the lock (https://sqlite.org/howtocorrupt.html, 2.2).
 */
export function acquireFolderLock(folder: DataFolder): FolderLock {
  const database = openExclusively(folder);
  return {
    folder: folder.dir,
    get isHeld() {
      return database.open;
    },
    release() {
      database.close();
    },
  };
}

function openExclusively(folder: DataFolder): Database.Database {
  let database: Database.Database | null = null;
  try {
    database = new Database(folder.lock, { timeout: 0 });
    // Nothing is ever committed here, so the journal need not survive and leaves no file beside the lock.
    database.pragma('journal_mode = MEMORY');
    // Where the file cannot be written, SQLite makes of BEGIN EXCLUSIVE a shared lock without a word; a change fails.
    database.exec('BEGIN EXCLUSIVE; PRAGMA user_version = 1');
    return database;
  } catch (error) {
    database?.close();
    throw lockErrorOf(error, folder);
  }
}

function lockErrorOf(error: unknown, folder: DataFolder): unknown {
  const code = codeOf(error) ?? '';
  if (code.startsWith('SQLITE_BUSY')) {
    return new OperationalError('ALREADY_RUNNING', { folder: folder.dir }, { cause: error });
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    const why = `its file ${folder.lock} was not made by Steward; it holds no data, so remove it`;
    return new OperationalError('NO_FILES', { folder: folder.dir, why }, { cause: error });
  }
  if (code === 'SQLITE_PROTOCOL' || code.startsWith('SQLITE_IOERR_LOCK')) {
    const why = 'its disk cannot lock files';
    return new OperationalError('NO_FILES', { folder: folder.dir, why }, { cause: error });
  }
  return operationalErrorOf(error, folder) ?? error;
}
