import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, onTestFinished, test } from 'vitest';
import { prepareConnection } from '../../../src-main/store/connection';
import { StoreKey, storeCiphers } from '../../../src-main/store/key/store-key';
import { temporaryFolder } from '../../support/temporary-folder';
import { openTestStore, rawConnection, type TestStore } from '../../support/test-store';

const onEveryConnection = {
  journal_mode: 'wal',
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  recursive_triggers: 1,
  temp_store: 2,
  trusted_schema: 0,
};

type Query = (sql: string) => Promise<unknown[]>;

const connections: Record<string, { query: (opened: TestStore) => Query; expected: Record<string, string | number> }> =
  {
    writer: {
      query:
        ({ store }) =>
        (sql) =>
          store.write({}, (tx) => tx.manager.query<unknown[]>(sql)),
      expected: { ...onEveryConnection, query_only: 0, cache_size: -16 * 1024 },
    },
    reader: {
      query:
        ({ store }) =>
        (sql) =>
          store.read.query<unknown[]>(sql),
      expected: { ...onEveryConnection, query_only: 1, cache_size: -64 * 1024 },
    },
    'reader thread': {
      query:
        ({ store }) =>
        (sql) =>
          store.readers.all(sql),
      expected: { ...onEveryConnection, query_only: 1, cache_size: -32 * 1024 },
    },
  };

test.each(Object.entries(connections))('the live connection of the %s has its pragmas', async (_, connection) => {
  const query = connection.query(await openTestStore());
  const actual: Record<string, unknown> = {};
  for (const name of Object.keys(connection.expected)) {
    const [row] = await query(`PRAGMA ${name}`);
    [actual[name]] = Object.values(row ?? {});
  }
  expect(actual).toEqual(connection.expected);
});

test.each(storeCiphers)(
  'a store with the cipher %s is written, read, verified by every connection, and stays with it',
  async (cipher) => {
    const folder = await temporaryFolder();
    const key = StoreKey.generate(cipher);
    const { file, store } = await openTestStore(folder, { key });
    await store.write({}, (tx) => tx.manager.query("INSERT INTO tally (what, key, count) VALUES ('a', 'b', 7)"));
    await store.close();
    const { store: again } = await openTestStore(folder, { key });
    expect(await again.read.query("SELECT count FROM tally WHERE what = 'a'")).toEqual([{ count: 7 }]);
    expect(await again.readers.integrity()).toBe('ok');
    expect(rawConnection(file, key).pragma('cipher', { simple: true })).toBe(cipher);
    expect(() => rawConnection(file, StoreKey.generate(cipher))).toThrow(/not a database/);
  },
);

test('a connection that cannot have its pragmas is not opened', async () => {
  const { file, key, store } = await openTestStore();
  await store.close();
  rawConnection(file, key).pragma('journal_mode = DELETE');
  const database = new Database(file, { readonly: true });
  onTestFinished(() => void database.close());
  expect(() => prepareConnection(database, key, 'reader')).toThrow(/readonly/);
});

test('another key does not open the store, and the file does not show what it is', async () => {
  const { store, file } = await openTestStore();
  await store.close();
  const database = new Database(file);
  onTestFinished(() => void database.close());
  expect(() => prepareConnection(database, StoreKey.generate(), 'writer')).toThrow(/not a database/);
});

test('neither the reader nor the reader thread can write, whatever they are asked', async () => {
  const { store } = await openTestStore();
  const insert =
    'INSERT INTO sign_in_wait (name_digest, failures, last_failed_at) VALUES (zeroblob(4), 1, 1) RETURNING failures';
  const readOnly = expect.objectContaining({ code: 'SQLITE_READONLY' });
  await expect(store.read.query(insert)).rejects.toMatchObject({ driverError: readOnly });
  await expect(store.readers.all(insert)).rejects.toEqual(readOnly);
  // Not even after the switch is turned: the file itself was opened for reading.
  await store.read.query('PRAGMA query_only = OFF');
  await expect(store.read.query(insert)).rejects.toMatchObject({ driverError: readOnly });
});

const largeSort = `
  WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 60000)
  SELECT hex(randomblob(200)) AS text FROM number ORDER BY text`;

/** SQLite removes the name of a temporary file as soon as it is open, so only its descriptor shows it. */
function openTemporaryFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const path = readlinkSync(join('/proc/self/fd', descriptor));
      return path.includes('etilqs_') ? [path] : [];
    } catch {
      return [];
    }
  });
}

test('a large sort spills nothing into the temporary folder', async (context) => {
  if (process.platform !== 'linux') context.skip('only Linux shows which files a process has open');
  const file = join(await temporaryFolder(), 'steward.db');
  const database = new Database(file);
  onTestFinished(() => void database.close());
  prepareConnection(database, StoreKey.generate(), 'writer');
  // So small a cache makes every sort spill, to wherever temporary things are kept.
  database.pragma('cache_size = 10');
  const filesDuringSort = () => {
    for (const _ of database.prepare(largeSort).iterate()) return openTemporaryFiles();
    throw new Error('The sort answered nothing.');
  };
  expect(filesDuringSort()).toEqual([]);
  // The same sort as SQLite does it when nobody tells it otherwise: the look above would have found its file.
  database.pragma('temp_store = FILE');
  expect(filesDuringSort()).not.toEqual([]);
});
