import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  type DataFolder,
  dataFolder,
  officePresence,
  prepareDataFolder,
  publishOffice,
  removeUnfinishedOffice,
  startNewOffice,
} from '../../../src-main/store/folder';
import { acquireFolderLock, type FolderLock } from '../../../src-main/store/folder-lock';
import { fillDisk, readOnlyFolder, smallDisk } from '../../support/real-disks';
import { temporaryFolder } from '../../support/temporary-folder';
import { thrownBy } from '../../support/thrown-by';

async function lockedFolder(): Promise<{ folder: DataFolder; lock: FolderLock }> {
  const folder = dataFolder(await temporaryFolder());
  const lock = acquireFolderLock(folder);
  onTestFinished(() => lock.release());
  return { folder, lock };
}

function setUp(folder: DataFolder, lock: FolderLock): void {
  const files = startNewOffice(folder, lock);
  writeFileSync(files.store, 'store');
  writeFileSync(files.key, 'key');
}

test('a relative folder is the one seen from where Steward was started', () => {
  expect(dataFolder('records')).toEqual(dataFolder(resolve('records')));
  expect(dataFolder('records').office.store).toBe(join(resolve('records'), 'office', 'steward.db'));
});

test('the folder is made with all that is above it, for this user alone, and left empty', async () => {
  const above = join(await temporaryFolder(), 'made');
  const folder = dataFolder(join(above, 'and', 'made'));
  prepareDataFolder(folder);
  prepareDataFolder(folder);
  expect(readdirSync(folder.dir)).toEqual([]);
  if (process.platform !== 'win32') {
    expect(statSync(folder.dir).mode & 0o777).toBe(0o700);
    expect(statSync(above).mode & 0o777).toBe(0o700);
  }
});

test('what cannot be a folder is refused with the reason', async () => {
  const parent = await temporaryFolder();
  const file = join(parent, 'file');
  writeFileSync(file, 'mine');
  const refused: [string, string][] = [
    [file, 'is a file'],
    [join(file, 'below'), 'is a file'],
    [join(parent, 'long'.repeat(100)), 'too long'],
    [`${parent}/a\0b`, 'a character'],
  ];
  for (const [dir, why] of refused) {
    expect(thrownBy(() => prepareDataFolder(dataFolder(dir)))).toMatchObject({
      code: 'NO_FILES',
      params: { folder: resolve(dir), why: expect.stringContaining(why) },
    });
  }
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('a folder that cannot be made where the system allows none is refused with the reason', (context) => {
  context.skip(process.platform !== 'linux', 'only Linux has /proc');
  expect(thrownBy(() => prepareDataFolder(dataFolder('/proc/steward/records')))).toMatchObject({
    code: 'NO_FILES',
    params: { why: 'its drive or a folder above it is missing' },
  });
});

test('a read-only folder is refused, itself and as the place for a new one', async (context) => {
  const dir = await readOnlyFolder(context);
  for (const folder of [dataFolder(dir), dataFolder(join(dir, 'below'))]) {
    expect(thrownBy(() => prepareDataFolder(folder))).toMatchObject({
      code: 'FOLDER_READ_ONLY',
      params: { folder: folder.dir },
    });
  }
});

test('a full disk is refused and nothing stays behind on it', async (context) => {
  const folder = dataFolder(await smallDisk(context, 64));
  fillDisk(folder.dir);
  expect(thrownBy(() => prepareDataFolder(folder))).toMatchObject({ code: 'DISK_FULL' });
  expect(readdirSync(folder.dir)).toEqual(['filler']);
});

test('an office is both of its files; one alone names the other', async () => {
  const folder = dataFolder(await temporaryFolder());
  expect(officePresence(folder)).toBe('none');
  mkdirSync(folder.office.dir);
  expect(officePresence(folder)).toBe('none');
  writeFileSync(folder.office.key, 'key');
  expect(thrownBy(() => officePresence(folder))).toMatchObject({
    code: 'STORE_FILE_MISSING',
    params: { file: folder.office.store },
  });
  writeFileSync(folder.office.store, 'store');
  expect(officePresence(folder)).toBe('present');
});

test('a store without its key file is told of', async () => {
  const folder = dataFolder(await temporaryFolder());
  mkdirSync(folder.office.dir);
  writeFileSync(folder.office.store, 'store');
  expect(thrownBy(() => officePresence(folder))).toMatchObject({
    code: 'KEY_FILE_MISSING',
    params: { file: folder.office.key },
  });
});

test('an office is there only once it is published', async () => {
  const { folder, lock } = await lockedFolder();
  setUp(folder, lock);
  expect(officePresence(folder)).toBe('none');
  publishOffice(folder, lock);
  expect(officePresence(folder)).toBe('present');
  expect(readdirSync(folder.dir).sort()).toEqual(['office', 'steward.lock']);
  if (process.platform !== 'win32') expect(statSync(folder.office.dir).mode & 0o777).toBe(0o700);
});

test('what an interrupted set-up left is removed, and a new one starts empty', async () => {
  const { folder, lock } = await lockedFolder();
  setUp(folder, lock);
  startNewOffice(folder, lock);
  expect(readdirSync(folder.newOffice.dir)).toEqual([]);
  setUp(folder, lock);
  removeUnfinishedOffice(folder, lock);
  removeUnfinishedOffice(folder, lock);
  expect(readdirSync(folder.dir)).toEqual(['steward.lock']);
});

test('leftovers are removed with what is in them, and a link among them without what it leads to', async () => {
  const { folder, lock } = await lockedFolder();
  setUp(folder, lock);
  const elsewhere = await temporaryFolder();
  writeFileSync(join(elsewhere, 'mine'), 'mine');
  mkdirSync(join(folder.newOffice.dir, 'below'));
  writeFileSync(join(folder.newOffice.dir, 'below', 'file'), 'left over');
  if (process.platform !== 'win32') symlinkSync(elsewhere, join(folder.newOffice.dir, 'below', 'link'));
  removeUnfinishedOffice(folder, lock);
  expect(readdirSync(folder.dir)).toEqual(['steward.lock']);
  expect(readdirSync(elsewhere)).toEqual(['mine']);
});

test('leftovers in a folder that has become read-only are told of', async (context) => {
  const dir = await readOnlyFolder(context, (empty) => {
    mkdirSync(dataFolder(empty).newOffice.dir);
    writeFileSync(dataFolder(empty).newOffice.store, 'left over');
  });
  // No lock can be taken there any more; one taken before is still held.
  const lock: FolderLock = { folder: dir, isHeld: true, release() {} };
  for (const act of [removeUnfinishedOffice, startNewOffice, publishOffice]) {
    expect(thrownBy(() => act(dataFolder(dir), lock))).toMatchObject({
      code: 'FOLDER_READ_ONLY',
      params: { folder: dir },
    });
  }
});

test('removing leftovers leaves the office alone', async () => {
  const { folder, lock } = await lockedFolder();
  setUp(folder, lock);
  publishOffice(folder, lock);
  setUp(folder, lock);
  removeUnfinishedOffice(folder, lock);
  expect(officePresence(folder)).toBe('present');
});

test('an office is never replaced by another', async () => {
  const { folder, lock } = await lockedFolder();
  setUp(folder, lock);
  publishOffice(folder, lock);
  setUp(folder, lock);
  writeFileSync(folder.newOffice.store, 'another');
  expect(thrownBy(() => publishOffice(folder, lock))).toMatchObject({ code: 'OFFICE_EXISTS' });
  expect(readFileSync(folder.office.store, 'utf8')).toBe('store');
});

test('an empty folder named office is no obstacle; anything of somebody else’s is, and stays', async () => {
  const { folder, lock } = await lockedFolder();
  setUp(folder, lock);
  mkdirSync(folder.office.dir);
  const photo = join(folder.office.dir, 'photo.jpg');
  writeFileSync(photo, 'mine');
  expect(thrownBy(() => publishOffice(folder, lock))).toMatchObject({
    code: 'NO_FILES',
    params: { folder: folder.dir, why: expect.stringContaining(folder.office.dir) },
  });
  expect(readFileSync(photo, 'utf8')).toBe('mine');

  const { folder: second, lock: secondLock } = await lockedFolder();
  setUp(second, secondLock);
  mkdirSync(second.office.dir);
  publishOffice(second, secondLock);
  expect(officePresence(second)).toBe('present');

  const { folder: third, lock: thirdLock } = await lockedFolder();
  setUp(third, thirdLock);
  writeFileSync(third.office.dir, 'a file named office');
  expect(officePresence(third)).toBe('none');
  expect(thrownBy(() => publishOffice(third, thirdLock))).toMatchObject({ code: 'NO_FILES' });
});

test('set-up asks for this folder’s lock, held', async () => {
  const { folder, lock } = await lockedFolder();
  const { lock: foreign } = await lockedFolder();
  setUp(folder, lock);
  lock.release();
  for (const wrong of [lock, foreign]) {
    expect(() => startNewOffice(folder, wrong)).toThrow('not locked');
    expect(() => removeUnfinishedOffice(folder, wrong)).toThrow('not locked');
    expect(() => publishOffice(folder, wrong)).toThrow('not locked');
  }
  expect(readdirSync(folder.newOffice.dir).sort()).toEqual(['steward.db', 'steward.key']);
});
