import { dirname } from 'node:path';
import { OperationalError } from '../errors';

/** What an error about the store has to name: a data folder has it. */
interface StorePlace {
  readonly dir: string;
  readonly office: { readonly store: string };
}

/** TypeORM wraps the driver's error, and others keep it as their cause; deeper than this nobody wraps. */
const deepestCause = 5;

/**
 * The sentence for a failure of the disk or of SQLite, or null where the failure is none of theirs.
 * Takes what Node's file functions, better-sqlite3 and TypeORM throw; an `OperationalError` is returned as it is.
 * `place` is the data folder or, where no more is known, the path of the store's file.
 * SQLite's codes are the extended ones of https://sqlite.org/rescode.html, told apart by their first words.
 */
export function operationalErrorOf(error: unknown, place: StorePlace | string): OperationalError | null {
  if (error instanceof OperationalError) return error;
  const code = codeOf(error);
  if (code === null) return null;
  const store = typeof place === 'string' ? place : place.office.store;
  const folder = typeof place === 'string' ? dirname(place) : place.dir;
  if (isSqliteCode(code, 'SQLITE_CORRUPT', 'SQLITE_NOTADB') || isUnreadableIndex(error)) {
    return new OperationalError('STORE_DAMAGED', { file: store }, { cause: error });
  }
  if (isSqliteCode(code, 'SQLITE_BUSY', 'SQLITE_LOCKED')) {
    return new OperationalError('STORE_BUSY', undefined, { cause: error });
  }
  // A write-ahead log whose index cannot grow for want of space is reported as SHMSIZE, not as FULL.
  if (isSqliteCode(code, 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE')) {
    return new OperationalError('DISK_FULL', undefined, { cause: error });
  }
  if (isSqliteCode(code, 'SQLITE_READONLY', 'SQLITE_CANTOPEN')) {
    return new OperationalError('FOLDER_READ_ONLY', { folder }, { cause: error });
  }
  return fileErrorOf(error, folder);
}

/** A search index of which the first page is damaged cannot be opened at all, for which SQLite has no code of its own. */
function isUnreadableIndex(error: unknown): boolean {
  return error instanceof Error && error.message.includes('vtable constructor failed');
}

/** The same for Node's file functions alone, where only the folder is known. */
export function fileErrorOf(error: unknown, folder: string): OperationalError | null {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new OperationalError('DISK_FULL', undefined, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new OperationalError('FOLDER_READ_ONLY', { folder }, { cause: error });
    default:
      return null;
  }
}

/** The code of an error or of the error it wraps, such as `ENOENT` or `SQLITE_BUSY_SNAPSHOT`; null where there is none. */
export function codeOf(error: unknown): string | null {
  let current = error;
  for (let depth = 0; depth < deepestCause && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') return current.code;
    current = 'driverError' in current ? current.driverError : current.cause;
  }
  return null;
}

function isSqliteCode(code: string, ...names: readonly string[]): boolean {
  return names.some((name) => code === name || code.startsWith(`${name}_`));
}
