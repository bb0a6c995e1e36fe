import { mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { OperationalError } from '../errors';
import { prepareConnection } from './connection';
import { operationalErrorOf } from './disk-errors';
import type { StoreKey } from './key/store-key';

/**
 * Makes a whole, encrypted copy of the store in the folder `copies` beside it and proves it sound.
 * A plain copy of the file would miss what is still in the write-ahead log.
 * @returns the path of the copy
 * @throws OperationalError DISK_FULL, STORE_DAMAGED; no half copy stays behind
 */
export async function copyStore(file: string, key: StoreKey, label: string): Promise<string> {
  const folder = join(dirname(file), 'copies');
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const copy = join(folder, `${basename(file, '.db')}-${label}-${stamp}.db`);
  try {
    assertFreeSpace(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    vacuumInto(file, key, copy);
    assertSound(copy, key);
    return copy;
  } catch (error) {
    rmSync(copy, { force: true });
    throw operationalErrorOf(error, file) ?? error;
  }
}

/** A copy can be as large as the store and the log beside it together, and what comes after it needs room as well. */
function assertFreeSpace(file: string): void {
  const neededBytes = statSync(file).size + (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0);
  const { bavail, bsize } = statfsSync(dirname(file));
  if (bavail * bsize < neededBytes) throw new OperationalError('DISK_FULL');
}

function vacuumInto(file: string, key: StoreKey, copy: string): void {
  const database = new Database(file, { fileMustExist: true });
  try {
    prepareConnection(database, key, 'writer');
    database.prepare('VACUUM INTO ?').run(copy);
  } finally {
    database.close();
  }
}

function assertSound(copy: string, key: StoreKey): void {
  const database = new Database(copy, { fileMustExist: true });
  try {
    prepareConnection(database, key, 'writer');
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new OperationalError('STORE_DAMAGED', { file: copy });
    }
  } finally {
    database.close();
  }
}
