import Database from 'better-sqlite3-multiple-ciphers';
import { onTestFinished } from 'vitest';
import { prepareConnection } from '../../src-main/store/connection';
import { dataFolder } from '../../src-main/store/folder';
import { readKeyFile } from '../../src-main/store/key/key-file';
import { unwrapWithPassphrase } from '../../src-main/store/key/key-ways';
import type { StoreKey } from '../../src-main/store/key/store-key';
import type { TestApp } from './test-app';
import { passphrase } from './test-office';

type Row = Readonly<Record<string, unknown>>;
type Value = string | number | null;

/**
 * Every row of every table, table by table, with bytes in hexadecimal digits. Of what is virtual these are the tables
 * it is kept in.
 */
export type Dump = Readonly<Record<string, readonly Row[]>>;

/**
 * A connection of the test's own to the store of a running application: what lies in the file, and not what the
 * application says of it. It can also write what no procedure can write yet.
 */
export class StoreFile {
  readonly #database: Database.Database;

  constructor(file: string, key: StoreKey) {
    this.#database = new Database(file, { fileMustExist: true });
    prepareConnection(this.#database, key, 'writer');
  }

  rows<T extends Row>(sql: string, ...params: Value[]): T[] {
    return this.#database.prepare<Value[], T>(sql).all(...params);
  }

  write(sql: string, ...params: Value[]): void {
    this.#database.prepare(sql).run(...params);
  }

  dump(except: readonly string[] = []): Dump {
    const tables = this.rows<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND sql NOT LIKE 'CREATE VIRTUAL %' ORDER BY name`,
    );
    const dumped = tables.filter(({ name }) => !except.includes(name));
    return Object.fromEntries(dumped.map(({ name }) => [name, this.rows(`SELECT * FROM ${name}`).map(readable)]));
  }

  /** For what is the application's own work on a connection, such as verifying the activity. */
  use<T>(work: (database: Database.Database) => T): T {
    return work(this.#database);
  }

  close(): void {
    this.#database.close();
  }
}

/** Opens the store of an application whose office has the passphrase of the tests. Whoever asks closes it. */
export async function openStoreFile(app: TestApp, secret = passphrase): Promise<StoreFile> {
  const { office } = dataFolder(app.options.dataDir);
  return new StoreFile(office.store, await unwrapWithPassphrase(readKeyFile(office.key), secret));
}

/** The same for one test, with which it is closed. */
export async function storeFileOf(app: TestApp, secret = passphrase): Promise<StoreFile> {
  const file = await openStoreFile(app, secret);
  onTestFinished(() => file.close());
  return file;
}

function readable(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('hex') : value]),
  );
}
