import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { fileErrorOf } from '../../store/disk-errors';
import { dataFolder, prepareDataFolder } from '../../store/folder';

/**
 * Gives Chromium a folder of its own in the data folder, by which the single instance is one for each data folder.
 * What windows show is not kept in it: they live in a session that is in memory only.
 *
 * @returns its path
 * @throws OperationalError FOLDER_READ_ONLY, DISK_FULL or NO_FILES; Chromium then has its usual folder, so that
 * Electron can start and say so.
 */
export function takeProfileFolder(dataDir: string): string {
  const folder = dataFolder(dataDir);
  prepareDataFolder(folder);
  const profile = join(folder.dir, 'desktop');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    // Where it cannot be written, the lock of the single instance fails as if another instance held it.
    accessSync(profile, constants.W_OK);
  } catch (error) {
    throw fileErrorOf(error, folder.dir) ?? error;
  }
  app.setPath('userData', profile);
  return profile;
}
