import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { prepareConnection } from '../../../../src-main/store/connection';
import { StoreKey, storeCiphers } from '../../../../src-main/store/key/store-key';
import { temporaryFolder } from '../../../support/temporary-folder';
import { thrownBy } from '../../../support/thrown-by';

test('a key does not show, whichever way it is written out', () => {
  const bytes = Buffer.from('0123456789abcdef0123456789ABCDEF');
  const key = StoreKey.fromBytes(bytes, 'aegis');
  const secrets = [bytes.toString('utf8'), bytes.toString('hex'), bytes.toString('base64'), '48, 49', '30 31'];
  const writings = [
    String(key),
    `${key}`,
    JSON.stringify({ key }),
    inspect({ nested: { key } }, { showHidden: true, depth: 10, getters: true }),
    format('%s %o %O %j', key, key, key, key),
    JSON.stringify(Object.entries(key)),
    JSON.stringify(structuredClone({ ...key })),
  ];
  for (const writing of writings) {
    for (const secret of secrets) expect(writing).not.toContain(secret);
  }
  expect(String(key)).toBe('[store key]');
  expect(JSON.stringify({ key })).toBe('{"key":"[store key]"}');
  expect(inspect(key)).toBe('[store key]');
});

test('keys are random, 256 bits long, and compared by value', () => {
  const first = StoreKey.generate();
  const second = StoreKey.generate();
  expect(first.copyBytes()).toHaveLength(32);
  expect(first.equals(second)).toBe(false);
  expect(first.equals(StoreKey.fromBytes(first.copyBytes(), 'aegis'))).toBe(true);
  expect(() => StoreKey.fromBytes(new Uint8Array(31), 'aegis')).toThrow('32 bytes');
  expect(() => StoreKey.fromBytes(new Uint8Array(33), 'aegis')).toThrow('32 bytes');
});

test('overwriting what was put in or taken out does not change a key', () => {
  const bytes = Buffer.alloc(32, 7);
  const key = StoreKey.fromBytes(bytes, 'aegis');
  bytes.fill(0);
  key.copyBytes().fill(0);
  expect(key.copyBytes()).toEqual(Buffer.alloc(32, 7));
});

test.each(storeCiphers)(
  'a store is encrypted by its key from the first byte, and opens by it alone: %s',
  async (cipher) => {
    const key = StoreKey.generate(cipher);
    const file = join(await temporaryFolder(), 'steward.db');
    withStore(file, key, (database) =>
      database.exec("CREATE TABLE person (name TEXT); INSERT INTO person VALUES ('Petrenko')"),
    );
    const content = readFileSync(file);
    expect(content.includes('SQLite format 3')).toBe(false);
    expect(content.includes('Petrenko')).toBe(false);
    const names = (database: Database.Database) => database.prepare('SELECT name FROM person').all();
    expect(withStore(file, key, names)).toEqual([{ name: 'Petrenko' }]);
    expect(thrownBy(() => withStore(file, StoreKey.generate(cipher), names))).toMatchObject({ code: 'SQLITE_NOTADB' });
    const [other = cipher] = storeCiphers.filter((one) => one !== cipher);
    const sameKey = StoreKey.fromBytes(key.copyBytes(), other);
    expect(thrownBy(() => withStore(file, sameKey, names))).toMatchObject({ code: 'SQLITE_NOTADB' });
  },
);

function withStore<Result>(file: string, key: StoreKey, use: (database: Database.Database) => Result): Result {
  const database = new Database(file);
  try {
    prepareConnection(database, key, 'writer');
    return use(database);
  } finally {
    database.close();
  }
}
