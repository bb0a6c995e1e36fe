import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFolder } from '../../../src-main/store/folder';
import { acquireFolderLock } from '../../../src-main/store/folder-lock';
import { fillDisk, readOnlyFolder, smallDisk } from '../../support/real-disks';
import { SecondProcess } from '../../support/second-process';
import { temporaryFolder } from '../../support/temporary-folder';
import { thrownBy } from '../../support/thrown-by';

const holdFolder = new URL('./hold-folder.ts', import.meta.url);

test('one folder is taken once, another at the same time', async () => {
  const folder = dataFolder(await temporaryFolder());
  const other = dataFolder(await temporaryFolder());
  const lock = acquireFolderLock(folder);
  expect(thrownBy(() => acquireFolderLock(folder))).toMatchObject({
    code: 'ALREADY_RUNNING',
    params: { folder: folder.dir },
  });
  // The refused try must not have weakened the lock, as closing a file does on POSIX.
  expect(thrownBy(() => acquireFolderLock(folder))).toMatchObject({ code: 'ALREADY_RUNNING' });
  acquireFolderLock(other).release();
  lock.release();
});

test('a released folder can be taken again, and releasing twice does no harm to the next holder', async () => {
  const folder = dataFolder(await temporaryFolder());
  const first = acquireFolderLock(folder);
  expect(first.isHeld).toBe(true);
  first.release();
  expect(first.isHeld).toBe(false);
  const second = acquireFolderLock(folder);
  first.release();
  expect(second.isHeld).toBe(true);
  expect(thrownBy(() => acquireFolderLock(folder))).toMatchObject({ code: 'ALREADY_RUNNING' });
  second.release();
});

test('a second process is refused while this one holds the folder', async () => {
  const folder = dataFolder(await temporaryFolder());
  const lock = acquireFolderLock(folder);
  expect(thrownBy(() => acquireFolderLock(folder))).toMatchObject({ code: 'ALREADY_RUNNING' });
  expect(await new SecondProcess(holdFolder, [folder.dir]).nextLine()).toBe('ALREADY_RUNNING');
  lock.release();
  expect(await new SecondProcess(holdFolder, [folder.dir]).nextLine()).toBe('held');
});

test('the lock of a killed process is gone with it and leaves nothing to clean up', async () => {
  const folder = dataFolder(await temporaryFolder());
  for (let round = 0; round < 3; round += 1) {
    const other = new SecondProcess(holdFolder, [folder.dir]);
    expect(await other.nextLine()).toBe('held');
    expect(thrownBy(() => acquireFolderLock(folder))).toMatchObject({ code: 'ALREADY_RUNNING' });
    await other.kill();
    const lock = acquireFolderLock(folder);
    expect(readdirSync(folder.dir)).toEqual(['steward.lock']);
    lock.release();
  }
});

test('somebody else’s file of that name is left alone', async () => {
  const folder = dataFolder(await temporaryFolder());
  writeFileSync(folder.lock, 'the shopping list\n'.repeat(100));
  const before = readFileSync(folder.lock);
  expect(thrownBy(() => acquireFolderLock(folder))).toMatchObject({
    code: 'NO_FILES',
    params: { folder: folder.dir, why: expect.stringContaining(folder.lock) },
  });
  expect(readFileSync(folder.lock)).toEqual(before);
});

test('a read-only folder cannot be taken', async (context) => {
  const folder = dataFolder(await readOnlyFolder(context));
  expect(thrownBy(() => acquireFolderLock(folder))).toMatchObject({
    code: 'FOLDER_READ_ONLY',
    params: { folder: folder.dir },
  });
});

test('nor one with a lock file that cannot be written', async (context) => {
  const dir = await readOnlyFolder(context, (empty) => {
    acquireFolderLock(dataFolder(empty)).release();
    chmodSync(dataFolder(empty).lock, 0o400);
  });
  expect(thrownBy(() => acquireFolderLock(dataFolder(dir)))).toMatchObject({ code: 'FOLDER_READ_ONLY' });
});

test('a full disk does not prevent taking the folder, since the lock writes nothing', async (context) => {
  const folder = dataFolder(await smallDisk(context, 64));
  fillDisk(folder.dir);
  const lock = acquireFolderLock(folder);
  expect(lock.isHeld).toBe(true);
  lock.release();
});
