import { dataFolder } from '../../../src-main/store/folder';
import { acquireFolderLock } from '../../../src-main/store/folder-lock';

/** Run as a process of its own: takes the folder and keeps it until killed, or says why it cannot. */
try {
  const lock = acquireFolderLock(dataFolder(process.argv[2] ?? ''));
  console.log(lock.isHeld ? 'held' : 'lost');
  process.stdin.on('end', () => lock.release()).resume();
} catch (error) {
  console.log(error instanceof Error && 'code' in error ? error.code : error);
}
