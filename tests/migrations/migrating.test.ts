import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { expect, test } from 'vitest';
import { StoreKey } from '../../src-main/store/key/store-key';
import { migrate } from '../../src-main/store/migrate';
import { migrations } from '../../src-main/store/migrations';
import { hashesOf } from '../support/file-hashes';
import { fillDisk, smallDisk } from '../support/real-disks';
import { temporaryFolder } from '../support/temporary-folder';
import { openTestStore, rawConnection } from '../support/test-store';
import { rejectionOf } from '../support/thrown-by';
import { addFirstOffice, firstOffice } from './support/first-office-rows';
import { MigratedStore } from './support/migrated-store';

class AddNickname9000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE account ADD COLUMN nickname TEXT NOT NULL DEFAULT ''");
    await runner.query('UPDATE account SET nickname = given_name');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account DROP COLUMN nickname');
  }
}

class BreakHalfway9000000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM refused_call');
    await runner.query('CREATE TABLE half_done (id INTEGER PRIMARY KEY) STRICT');
    await runner.query('INSERT INTO no_such_table VALUES (1)');
  }

  async down(): Promise<void> {}
}

class FillTheDisk9000000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE bulk (content BLOB NOT NULL) STRICT');
    for (let count = 0; count < 64; count += 1) await runner.query('INSERT INTO bulk VALUES (randomblob(1000000))');
  }

  async down(): Promise<void> {}
}

const withNickname = [...migrations, AddNickname9000000000001];

async function storeWithOffice(folder?: string): Promise<MigratedStore> {
  const store = await MigratedStore.upToDate(folder);
  store.use(addFirstOffice);
  return store;
}

function copiesOf({ file }: MigratedStore): string[] {
  const folder = join(dirname(file), 'copies');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

test('a new store, and one that is up to date, are not copied', async () => {
  const store = await storeWithOffice();
  const before = hashesOf(dirname(store.file));
  await migrate(store.file, store.key);
  expect(hashesOf(dirname(store.file))).toEqual(before);
  expect(copiesOf(store)).toEqual([]);
});

test('before a migration a copy is made: whole, sound, encrypted and opened by the same key', async () => {
  const store = await storeWithOffice();
  const before = { content: store.content(), schema: store.schema() };
  await migrate(store.file, store.key, withNickname);
  expect(store.rows('SELECT nickname FROM account ORDER BY id')).toEqual([
    { nickname: 'Olga' },
    { nickname: 'Jürgen' },
  ]);

  const [copy = '', ...others] = copiesOf(store);
  expect(others).toEqual([]);
  expect(copy).toMatch(/steward-before-AddNickname9000000000001-[\dTZ-]+\.db$/);
  expect(statSync(dirname(copy)).mode & 0o777).toBe(0o700);
  const bytes = readFileSync(copy);
  expect(bytes.subarray(0, 16).toString('latin1')).not.toBe('SQLite format 3\0');
  expect(bytes.includes('example.com')).toBe(false);
  expect(() => rawConnection(copy, StoreKey.generate())).toThrow(/not a database/);

  copyFileSync(copy, store.file);
  expect({ content: store.content(), schema: store.schema() }).toEqual(before);
  expect(store.faults()).toEqual([]);
});

test('a copy that is put in the place of the store is opened as the store', async () => {
  const store = await storeWithOffice();
  await migrate(store.file, store.key, withNickname);
  const [copy = ''] = copiesOf(store);
  const folder = await temporaryFolder();
  copyFileSync(copy, join(folder, 'steward.db'));
  const { store: opened } = await openTestStore(folder, { key: store.key });
  expect(await opened.read.query('SELECT name FROM office')).toEqual([{ name: 'Northgate Office' }]);
});

test('what was only in the write-ahead log is in the copy', async () => {
  const live = await storeWithOffice();
  live.held().exec("UPDATE office SET name = 'Renamed a moment ago'");
  // What a power cut leaves behind: the store without, and the log with, the last change.
  const folder = await temporaryFolder();
  for (const ending of ['', '-wal']) copyFileSync(live.file + ending, join(folder, `steward.db${ending}`));
  const file = join(folder, 'steward.db');
  await migrate(file, live.key, withNickname);
  const [copy = ''] = readdirSync(join(folder, 'copies'));
  const database = rawConnection(join(folder, 'copies', copy), live.key);
  expect(database.prepare('SELECT name FROM office').get()).toEqual({ name: 'Renamed a moment ago' });
});

test('a migration that fails leaves everything as it was, and says which one and where the copy is', async () => {
  const store = await storeWithOffice();
  const before = { content: store.content(), schema: store.schema() };
  const failure = await rejectionOf(
    migrate(store.file, store.key, [...withNickname, BreakHalfway9000000000002, FillTheDisk9000000000003]),
  );
  const [copy] = copiesOf(store);
  expect(failure).toMatchObject({ code: 'MIGRATION_FAILED', params: { step: 'BreakHalfway9000000000002', copy } });
  expect(failure).toMatchObject({ message: expect.stringContaining(`a copy is in ${copy}`) });
  expect({ content: store.content(), schema: store.schema() }).toEqual(before);
  expect(store.faults()).toEqual([]);

  await migrate(store.file, store.key, withNickname);
  expect(store.content()).toMatchObject({ refused_call: firstOffice.refused_call });
});

test('a store that a newer version has made is refused, and no byte of it is changed', async () => {
  const store = await storeWithOffice();
  await migrate(store.file, store.key, withNickname);
  const before = hashesOf(dirname(store.file));
  expect(await rejectionOf(migrate(store.file, store.key))).toMatchObject({ code: 'STORE_NEWER' });
  expect(hashesOf(dirname(store.file))).toEqual(before);
});

test('a store with a damaged page is not migrated, and no half copy stays behind', async () => {
  const store = await storeWithOffice();
  damagePage(store.file, 12);
  const before = hashesOf(dirname(store.file));
  const failure = await rejectionOf(migrate(store.file, store.key, withNickname));
  expect(failure).toMatchObject({ code: 'STORE_DAMAGED', params: { file: store.file } });
  expect(copiesOf(store)).toEqual([]);
  expect(hashesOf(dirname(store.file))).toEqual({ ...before, copies: 'folder' });
});

test('without room for a copy nothing is begun', async (context) => {
  const disk = await smallDisk(context, 2048);
  const store = await storeWithOffice(disk);
  fillDisk(disk);
  truncateSync(join(disk, 'filler'), statSync(join(disk, 'filler')).size - statSync(store.file).size / 2);
  const before = hashesOf(disk);
  expect(await rejectionOf(migrate(store.file, store.key, withNickname))).toMatchObject({ code: 'DISK_FULL' });
  expect(hashesOf(disk)).toEqual(before);

  rmSync(join(disk, 'filler'));
  await migrate(store.file, store.key, withNickname);
  expect(copiesOf(store)).toHaveLength(1);
});

test('a disk that fills up during the migration leaves everything as it was', async (context) => {
  const disk = await smallDisk(context, 4096);
  const store = await storeWithOffice(disk);
  const before = { content: store.content(), schema: store.schema() };
  const failure = await rejectionOf(migrate(store.file, store.key, [...withNickname, FillTheDisk9000000000003]));
  expect(failure).toMatchObject({ code: 'DISK_FULL' });
  expect({ content: store.content(), schema: store.schema() }).toEqual(before);
  expect(store.faults()).toEqual([]);
  await migrate(store.file, store.key, withNickname);
});

/** Turns one bit of a page, counted from 1, as a failing disk would. */
function damagePage(file: string, page: number): void {
  const bytes = readFileSync(file);
  const at = (page - 1) * 4096 + 100;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}
