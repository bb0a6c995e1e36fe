import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Replaces a file's whole content so that after a crash or a power cut it is the old one or the new one, never a mix:
 * written beside it under the name with `.new` behind, forced to the disk, renamed. Mode 0600.
 * Throws what the file system throws, the file then being as it was.
 *
 * It does not yield on purpose: the name of the file beside it is fixed, so that a crash leaves at most one, which the
 * next call overwrites, and two calls in one process cannot meet in it. Other processes are kept away by the folder lock.
 */
export function replaceFile(path: string, content: string): void {
  const beside = `${path}.new`;
  try {
    removeIfThere(beside);
    const file = openSync(beside, 'wx', 0o600);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    removeQuietly(beside);
    throw error;
  }
  forceFolderToDisk(dirname(path));
}

/** Forces a folder's list of names to the disk, without which a file made or renamed in it may be gone after a power cut. */
export function forceFolderToDisk(path: string): void {
  // Windows refuses to open a folder for this; NTFS keeps a journal of its names by itself.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Removes a file, or a folder with all that is in it; a link goes without what it leads to. Nothing there is no error.
 * Node's own rmSync loses the code of an error it does not know, EROFS among them, and with it what to tell people.
 */
export function removeIfThere(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) {
    unlinkSync(path);
    return;
  }
  for (const name of readdirSync(path)) removeIfThere(join(path, name));
  rmdirSync(path);
}

function removeQuietly(path: string): void {
  try {
    removeIfThere(path);
  } catch {
    // What prevented the writing is told; that its leftover cannot be removed either adds nothing to it.
  }
}
