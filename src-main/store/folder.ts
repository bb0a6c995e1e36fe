import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { OperationalError, UserError } from '../errors';
import { codeOf, fileErrorOf } from './disk-errors';
import { forceFolderToDisk, removeIfThere } from './durable-file';
import type { FolderLock } from './folder-lock';

/** The two files of an office and the folder that holds nothing else but what SQLite keeps beside its store. */
export interface OfficeFiles {
  readonly dir: string;
  readonly store: string;
  readonly key: string;
}

/** Where everything lies in a data folder. All paths are absolute. */
export interface DataFolder {
  readonly dir: string;
  /** The lock database: see folder-lock.ts. */
  readonly lock: string;
  readonly office: OfficeFiles;
  /** An office that is being set up; renamed to `office` as the last step of it. */
  readonly newOffice: OfficeFiles;
}

export function dataFolder(dir: string): DataFolder {
  const absolute = resolve(dir);
  return {
    dir: absolute,
    lock: join(absolute, 'steward.lock'),
    office: officeFiles(join(absolute, 'office')),
    newOffice: officeFiles(join(absolute, 'office.new')),
  };
}

function officeFiles(dir: string): OfficeFiles {
  return { dir, store: join(dir, 'steward.db'), key: join(dir, 'steward.key') };
}

/**
 * Makes the data folder where it is missing (for this user alone: mode 0700) and proves that it can be written.
 * Throws FOLDER_READ_ONLY, DISK_FULL or NO_FILES.
 */
export function prepareDataFolder(folder: DataFolder): void {
  try {
    makeFolder(folder.dir);
    proveWritable(folder.dir);
  } catch (error) {
    throw fileErrorOf(error, folder.dir) ?? unusable(folder, error);
  }
}

/** Node's own recursive mkdir never returns where the system refuses a folder with ENOENT, as below Linux's /proc. */
function makeFolder(dir: string): void {
  const existing = statSync(dir, { throwIfNoEntry: false });
  if (existing?.isDirectory()) return;
  const above = dirname(dir);
  if (!existing && above !== dir) makeFolder(above);
  mkdirSync(dir, { mode: 0o700 });
  forceFolderToDisk(above);
}

function proveWritable(dir: string): void {
  const probe = join(dir, `steward.probe-${randomBytes(8).toString('hex')}`);
  try {
    const file = openSync(probe, 'wx', 0o600);
    try {
      // A block of the file system: an empty file fits on a full disk.
      writeFileSync(file, Buffer.alloc(4096));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } finally {
    removeIfThere(probe);
  }
}

function unusable(folder: DataFolder, error: unknown): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  return new OperationalError('NO_FILES', { folder: folder.dir, why: reasonOf(code) }, { cause: error });
}

function reasonOf(code: string): string {
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'it, or a part of its path, is a file and not a folder';
    case 'ENOENT':
      return 'its drive or a folder above it is missing';
    case 'ENAMETOOLONG':
      return 'its path is too long';
    case 'ERR_INVALID_ARG_VALUE':
      return 'its path has a character that no path may have';
    default:
      return `the system answers ${code}`;
  }
}

/**
 * Whether the folder has an office.
 * Throws KEY_FILE_MISSING or STORE_FILE_MISSING where only the other of its two files is there, and FOLDER_READ_ONLY.
 */
export function officePresence(folder: DataFolder): 'none' | 'present' {
  const { store, key } = folder.office;
  const hasStore = isFile(store, folder);
  const hasKey = isFile(key, folder);
  if (hasStore && !hasKey) throw new OperationalError('KEY_FILE_MISSING', { file: key });
  if (hasKey && !hasStore) throw new OperationalError('STORE_FILE_MISSING', { file: store });
  return hasStore ? 'present' : 'none';
}

function isFile(path: string, folder: DataFolder): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    throw fileErrorOf(error, folder.dir) ?? error;
  }
}

/**
 * Makes the empty folder `office.new` to set an office up in, in place of what an interrupted set-up left there.
 * Throws FOLDER_READ_ONLY or DISK_FULL.
 */
export function startNewOffice(folder: DataFolder, lock: FolderLock): OfficeFiles {
  removeUnfinishedOffice(folder, lock);
  try {
    mkdirSync(folder.newOffice.dir, { mode: 0o700 });
    return folder.newOffice;
  } catch (error) {
    throw fileErrorOf(error, folder.dir) ?? error;
  }
}

/**
 * Removes what an interrupted set-up left behind. It asks for the lock, held, because without it the office that
 * another process is just setting up would be taken for a leftover.
 * Throws FOLDER_READ_ONLY.
 */
export function removeUnfinishedOffice(folder: DataFolder, lock: FolderLock): void {
  assertHeld(lock, folder);
  try {
    removeIfThere(folder.newOffice.dir);
  } catch (error) {
    throw fileErrorOf(error, folder.dir) ?? error;
  }
}

/**
 * The last step of setting up: `office.new` becomes `office`, at once and durably. Every connection to the new store
 * must be closed before, since SQLite goes on using the old names of the files it has open.
 * Throws OFFICE_EXISTS, NO_FILES where something else lies in the way, FOLDER_READ_ONLY or DISK_FULL.
 */
export function publishOffice(folder: DataFolder, lock: FolderLock): void {
  assertHeld(lock, folder);
  if (officePresence(folder) === 'present') throw new UserError('OFFICE_EXISTS');
  try {
    forceFolderToDisk(folder.newOffice.dir);
    clearTheWay(folder);
    renameSync(folder.newOffice.dir, folder.office.dir);
    forceFolderToDisk(folder.dir);
  } catch (error) {
    throw fileErrorOf(error, folder.dir) ?? error;
  }
}

/** An empty `office` may go; Windows does not rename over one. Anything in it belongs to somebody and stays. */
function clearTheWay(folder: DataFolder): void {
  try {
    rmdirSync(folder.office.dir);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    const why = `something that is not an office lies at ${folder.office.dir}`;
    throw new OperationalError('NO_FILES', { folder: folder.dir, why }, { cause: error });
  }
}

function assertHeld(lock: FolderLock, folder: DataFolder): void {
  if (!lock.isHeld || lock.folder !== folder.dir) throw new Error('The data folder is not locked by this process.');
}
