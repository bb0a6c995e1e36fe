import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { DataSource, QueryFailedError } from 'typeorm';
import { expect, onTestFinished, test } from 'vitest';
import { OperationalError } from '../../../src-main/errors';
import { operationalErrorOf } from '../../../src-main/store/disk-errors';
import { dataFolder } from '../../../src-main/store/folder';
import { StoreKey } from '../../../src-main/store/key/store-key';
import { fillDisk, readOnlyFolder, smallDisk } from '../../support/real-disks';
import { temporaryFolder } from '../../support/temporary-folder';
import { rejectionOf, thrownBy } from '../../support/thrown-by';

function open(file: string, key: StoreKey): Database.Database {
  const database = new Database(file, { timeout: 0 });
  onTestFinished(() => {
    database.close();
  });
  database.pragma(key.toPragma());
  return database;
}

function makeStore(file: string, key: StoreKey): void {
  const database = new Database(file);
  database.pragma(key.toPragma());
  database.exec('CREATE TABLE note (text TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO note VALUES (?)');
  for (let row = 0; row < 500; row += 1) insert.run('a line of text '.repeat(10));
  database.close();
}

const countNotes = 'SELECT count(*), sum(length(text)) FROM note';

test('a full disk', async (context) => {
  const dir = await smallDisk(context, 256);
  const database = open(join(dir, 'steward.db'), StoreKey.generate());
  database.exec('CREATE TABLE note (text TEXT NOT NULL)');
  fillDisk(dir);
  const error = thrownBy(() => database.prepare('INSERT INTO note VALUES (?)').run('text '.repeat(10_000)));
  expect(error).toMatchObject({ code: 'SQLITE_FULL' });
  expect(operationalErrorOf(error, dataFolder(dir))).toMatchObject({ code: 'DISK_FULL', cause: error });
});

test('a disk too full for the index of the write-ahead log', async (context) => {
  const dir = await smallDisk(context, 256);
  const key = StoreKey.generate();
  const file = join(dir, 'steward.db');
  const making = new Database(file);
  making.pragma(key.toPragma());
  making.pragma('journal_mode = WAL');
  making.exec('CREATE TABLE note (text TEXT NOT NULL)');
  making.close();
  fillDisk(dir);
  const database = open(file, key);
  const error = thrownBy(() => database.prepare('INSERT INTO note VALUES (?)').run('text'));
  expect(operationalErrorOf(error, dataFolder(dir))).toMatchObject({ code: 'DISK_FULL' });
});

test('a read-only folder', async (context) => {
  const key = StoreKey.generate();
  const dir = await readOnlyFolder(context, (folder) => makeStore(join(folder, 'steward.db'), key));
  const folder = dataFolder(dir);
  const onExisting = thrownBy(() => open(join(dir, 'steward.db'), key).exec('DELETE FROM note'));
  const onNew = thrownBy(() => open(join(dir, 'new.db'), key));
  const onFile = thrownBy(() => writeFileSync(join(dir, 'file'), 'text'));
  for (const error of [onExisting, onNew, onFile]) {
    expect(operationalErrorOf(error, folder)).toMatchObject({ code: 'FOLDER_READ_ONLY', params: { folder: dir } });
  }
});

test('a store damaged in its first page and in a later one, and one opened with another key', async () => {
  const dir = await temporaryFolder();
  const folder = dataFolder(dir);
  const file = join(dir, 'steward.db');
  const key = StoreKey.generate();
  makeStore(file, key);
  const whole = readFileSync(file);
  for (const position of [30, 4096 * 5 + 100]) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(position) ^ 1, position);
    writeFileSync(file, damaged);
    const error = thrownBy(() => open(file, key).prepare(countNotes).get());
    expect(operationalErrorOf(error, folder)).toMatchObject({
      code: 'STORE_DAMAGED',
      params: { file: folder.office.store },
    });
    expect(operationalErrorOf(error, file)).toMatchObject({ code: 'STORE_DAMAGED', params: { file } });
  }
  writeFileSync(file, whole);
  const error = thrownBy(() => open(file, StoreKey.generate()).prepare(countNotes).get());
  expect(operationalErrorOf(error, folder)).toMatchObject({ code: 'STORE_DAMAGED' });
});

test('a store that another connection holds, seen through TypeORM', async () => {
  const dir = await temporaryFolder();
  const file = join(dir, 'steward.db');
  const plain = new Database(file);
  plain.exec('CREATE TABLE note (text TEXT NOT NULL)');
  plain.exec('BEGIN EXCLUSIVE');
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: file,
    timeout: 0,
  });
  await dataSource.initialize();
  const error = await rejectionOf(dataSource.query('SELECT * FROM note'));
  expect(error).toBeInstanceOf(QueryFailedError);
  expect(operationalErrorOf(error, dataFolder(dir))).toMatchObject({ code: 'STORE_BUSY', cause: error });
  await dataSource.destroy();
  plain.close();
});

test('what the disk has no part in is nobody’s operational error', async () => {
  const folder = dataFolder(await temporaryFolder());
  const database = new Database(':memory:');
  const constraint = thrownBy(() =>
    database.exec('CREATE TABLE note (id INTEGER NOT NULL); INSERT INTO note VALUES (NULL)'),
  );
  database.close();
  for (const error of [
    constraint,
    new TypeError('wrong'),
    new Error('outer', { cause: 'text' }),
    'text',
    null,
    undefined,
  ]) {
    expect(operationalErrorOf(error, folder)).toBeNull();
  }
});

test('an operational error stays the one it is', async () => {
  const error = new OperationalError('MIGRATION_FAILED', { copy: 'copy', step: 'step' });
  expect(operationalErrorOf(error, dataFolder(await temporaryFolder()))).toBe(error);
});
