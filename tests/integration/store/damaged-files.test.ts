import { createHash } from 'node:crypto';
import { readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { operationalErrorOf } from '../../../src-main/store/disk-errors';
import type { DataFolder } from '../../../src-main/store/folder';
import { type ErrorCode, errorText } from '../../../src-shared/errors';
import { hashesOf } from '../../support/file-hashes';
import { TestApp } from '../../support/test-app';
import { passphrase } from '../../support/test-office';
import { rawConnection } from '../../support/test-store';
import { rejectionOf } from '../../support/thrown-by';
import { open, PreparedOffice, signInAtFirst, startOn } from './prepared-office';

const office = PreparedOffice.share();
const pageBytes = 4096;

describe('a store or key file that is missing is told at the start', () => {
  const missing: [what: string, file: 'store' | 'key', code: ErrorCode][] = [
    ['key file', 'key', 'KEY_FILE_MISSING'],
    ['store', 'store', 'STORE_FILE_MISSING'],
  ];
  test.each(missing)('the %s', async (_, file, code) => {
    const folder = await office.copy();
    const path = folder.office[file];
    renameSync(path, `${path}.away`);
    const before = hashesOf(folder.dir);
    const app = new TestApp(folder.dir);
    expect(await rejectionOf(app.start())).toMatchObject({ code, message: errorText(code, { file: path }).message });
    expect(withoutLock(hashesOf(folder.dir))).toEqual(before);

    renameSync(`${path}.away`, path);
    await app.start();
    await open(app);
    await app.close();
  });
});

describe('a damaged file is told when the store is opened, left as it is, and opened once it has been put back', () => {
  const damages: [what: string, damage: (folder: DataFolder) => void, code: ErrorCode, file?: 'store' | 'key'][] = [
    ['one bit in the first page', ({ office: { store } }) => flipBit(store, 200), 'STORE_DAMAGED', 'store'],
    ['a store cut in half', ({ office: { store } }) => cut(store, 0.5), 'STORE_DAMAGED', 'store'],
    ['a store cut in the middle of a page', ({ office: { store } }) => cut(store, 0.51), 'STORE_DAMAGED', 'store'],
    ['a store without its last page', ({ office: { store } }) => cutLastPage(store), 'STORE_DAMAGED', 'store'],
    ['a store cut to one page', ({ office: { store } }) => truncateSync(store, pageBytes), 'STORE_DAMAGED', 'store'],
    ['a store cut to a few bytes', ({ office: { store } }) => truncateSync(store, 100), 'STORE_DAMAGED', 'store'],
    ['an empty store', ({ office: { store } }) => truncateSync(store), 'STORE_DAMAGED', 'store'],
    ['zeros in place of the store', ({ office: { store } }) => fill(store, 0), 'STORE_DAMAGED', 'store'],
    ['noise in place of the store', ({ office: { store } }) => fill(store, 173), 'STORE_DAMAGED', 'store'],
    [
      'a text in place of the store',
      ({ office: { store } }) => writeFileSync(store, 'Hello.'),
      'STORE_DAMAGED',
      'store',
    ],
    ['the store of another office', ({ office: { store } }) => putForeignStore(store), 'STORE_DAMAGED', 'store'],
    ['a store of a newer version', ({ office: { store } }) => addNewerMigration(store), 'STORE_NEWER'],
    ['an empty key file', ({ office: { key } }) => truncateSync(key), 'KEY_FILE_DAMAGED', 'key'],
    ['a key file cut in half', ({ office: { key } }) => cut(key, 0.5), 'KEY_FILE_DAMAGED', 'key'],
    ['one bit in the key file', ({ office: { key } }) => flipBit(key, 300), 'KEY_FILE_DAMAGED', 'key'],
    ['noise in place of the key file', ({ office: { key } }) => fill(key, 173), 'KEY_FILE_DAMAGED', 'key'],
    ['a key file of a newer version', ({ office: { key } }) => raiseVersion(key), 'KEY_FILE_NEWER', 'key'],
  ];
  test.each(damages)('%s', async (_, damage, code, file) => {
    const folder = await office.copy();
    damage(folder);
    const before = hashesOf(folder.dir);
    const app = await startOn(folder);
    const answer = await app.call('first', 'opening.openWithPassphrase', { passphrase });
    expect(answer).toEqual({ ok: false, error: errorText(code, file && { file: folder.office[file] }) });
    expect(withoutLock(hashesOf(folder.dir))).toEqual(before);
    expect(await app.ask('first', 'session.state', {})).toMatchObject({ state: 'store-locked' });

    office.restore(folder);
    await open(app);
    expect(await app.ask('first', 'session.state', {})).toMatchObject({ state: 'signed-out' });
  });
});

test('one bit in the salt takes nothing away, because a key that is given as it is needs none', async () => {
  const folder = await office.copy();
  flipBit(folder.office.store, 5);
  const app = await startOn(folder);
  await open(app);
  await signInAtFirst(app);
  expect(await app.ask('first', 'settings.get', {})).toMatchObject({ officeName: 'Northgate Office' });
  expect(verdictOn(folder.office.store)).toBeNull();
});

test('a store that cannot be brought up to date is told with the step and the copy, and is opened once put back', async () => {
  const folder = await office.copy();
  // All its tables are there, and none of the migrations that make them is noted: they fail at the first table.
  const raw = rawConnection(folder.office.store, office.key);
  raw.exec('DELETE FROM migration');
  raw.close();
  const before = hashesOf(folder.office.dir);
  const app = await startOn(folder);
  const answer = await app.call('first', 'opening.openWithPassphrase', { passphrase });
  const { copies: _, ...after } = hashesOf(folder.office.dir);
  const [copy = '', ...others] = Object.keys(after).filter((path) => path.startsWith('copies/'));
  expect(others).toEqual([]);
  const params = { step: 'FirstOffice1795200000000', copy: join(folder.office.dir, copy) };
  expect(answer).toEqual({ ok: false, error: errorText('MIGRATION_FAILED', params) });
  const { [copy]: __, ...untouched } = after;
  expect(untouched).toEqual(before);

  office.restore(folder);
  await open(app);
});

describe('damage that nobody reads at the opening', () => {
  test('is told by the call that meets it, and the rest goes on', async () => {
    const folder = await office.copy();
    const { store } = folder.office;
    const damagedPage = damageTable(store, 'staff_group');
    const app = await startOn(folder);
    await open(app);
    await signInAtFirst(app);
    const answer = await app.call('first', 'groups.list', {});
    expect(answer).toEqual({ ok: false, error: errorText('STORE_DAMAGED', { file: store }) });
    expect(await app.ask('first', 'settings.get', {})).toMatchObject({ officeName: 'Northgate Office' });
    await app.close();
    expect(readFileSync(store).indexOf(damagedPage)).toBeGreaterThan(0);
  });

  test('whichever page it is in, it is never taken for sound', async () => {
    const pages = statSync((await office.copy()).office.store).size / pageBytes;
    for (let page = 1; page <= pages; page += 1) {
      const { office: files } = await office.copy();
      flipBit(files.store, (page - 1) * pageBytes + 1000);
      expect(verdictOn(files.store), `page ${page}`).toBe('STORE_DAMAGED');
    }
  });
});

/** What is said of a store when all of it is read; null where nothing is wrong with it. */
function verdictOn(file: string): string | null {
  try {
    const raw = rawConnection(file, office.key);
    return raw.pragma('integrity_check', { simple: true }) === 'ok' ? null : 'STORE_DAMAGED';
  } catch (error) {
    return operationalErrorOf(error, file)?.code ?? null;
  }
}

function withoutLock({ 'steward.lock': _, ...hashes }: Record<string, string>): Record<string, string> {
  return hashes;
}

/** Damages the first page of a table, and answers what it has become. */
function damageTable(file: string, table: string): Buffer {
  const raw = rawConnection(file, office.key);
  const found = raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table) as { rootpage: number };
  raw.close();
  const at = (found.rootpage - 1) * pageBytes;
  flipBit(file, at + 100);
  return readFileSync(file).subarray(at, at + pageBytes);
}

function flipBit(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

function cut(file: string, share: number): void {
  truncateSync(file, Math.floor(statSync(file).size * share));
}

function cutLastPage(file: string): void {
  truncateSync(file, statSync(file).size - pageBytes);
}

function fill(file: string, byte: number): void {
  writeFileSync(file, Buffer.alloc(statSync(file).size, byte));
}

function putForeignStore(file: string): void {
  const raw = rawConnection(file, office.key);
  raw.pragma('journal_mode = DELETE');
  raw.pragma("rekey = 'another office'");
  raw.pragma('journal_mode = WAL');
  raw.close();
}

function addNewerMigration(file: string): void {
  const raw = rawConnection(file, office.key);
  raw.exec("INSERT INTO migration (timestamp, name) VALUES (9000000000001, 'FromTheFuture9000000000001')");
  raw.close();
}

function raiseVersion(file: string): void {
  const { checksum: _, ...content } = JSON.parse(readFileSync(file, 'utf8'));
  content.version += 1;
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  writeFileSync(file, JSON.stringify({ ...content, checksum }));
}
