import type Database from 'better-sqlite3-multiple-ciphers';
import type { ConnectionKey } from './key/store-key';
// The reader thread loads this file in tests as it is, so its imports carry their ending.
import { type ConnectionRole, pragmasOf } from './pragmas.ts';

/**
 * Makes a fresh connection usable: key first (nothing can be read before it), then our pragmas, each read back,
 * because SQLite ignores a pragma it does not know or cannot follow without a word.
 */
export function prepareConnection(database: Database.Database, key: ConnectionKey, role: ConnectionRole): void {
  database.pragma(`cipher = '${key.cipher}'`);
  // An unknown one would be passed over without a word, and a new store be made with another.
  const cipher: unknown = database.pragma('cipher', { simple: true });
  if (cipher !== key.cipher) throw new Error(`The cipher is ${String(cipher)} instead of ${key.cipher}`);
  database.pragma(key.toPragma());
  // The first read: a file that is no store of ours, or is damaged in its first page, fails here.
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
  for (const [name, { set, expected }] of Object.entries(pragmasOf(role))) {
    database.pragma(`${name} = ${set}`);
    const actual: unknown = database.pragma(name, { simple: true });
    if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)} instead of ${expected}`);
  }
}

/** TypeORM forgets a connection whose preparation fails; an open one would keep the file and its log. */
export function closeUnlessItSucceeds(database: Database.Database, prepare: () => void): void {
  try {
    prepare();
  } catch (error) {
    database.close();
    throw error;
  }
}
