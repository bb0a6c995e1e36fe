import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { onTestFinished } from 'vitest';
import { entities } from '../../src-main/services';
import { prepareConnection } from '../../src-main/store/connection';
import { StoreKey } from '../../src-main/store/key/store-key';
import { openStore } from '../../src-main/store/open-store';
import type { Store } from '../../src-main/store/store';
import { temporaryFolder } from './temporary-folder';
import { readerThread } from './test-app';

export interface TestStore {
  readonly store: Store;
  readonly file: string;
  readonly key: StoreKey;
}

export interface TestStoreOptions {
  readonly key?: StoreKey;
  readonly readerThread?: URL;
  /** Told of what fails after a commit; without it such a failure fails the test. */
  readonly report?: (error: unknown) => void;
}

/** A real store with its real migrations and nothing in it, closed with the test. */
export async function openTestStore(folder?: string, options: TestStoreOptions = {}): Promise<TestStore> {
  const file = join(folder ?? (await temporaryFolder()), 'steward.db');
  const key = options.key ?? StoreKey.generate();
  const store = await openStore({
    file,
    key,
    mayCreate: true,
    entities,
    readerThread: options.readerThread ?? readerThread,
    report: options.report ?? fail,
  });
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await store.close();
  };
  onTestFinished(close);
  return { store: { ...store, close }, file, key };
}

/** A connection of one's own to a store, as somebody has it who holds the key and none of our code; closed with the test. */
export function rawConnection(file: string, key: StoreKey): Database.Database {
  const database = new Database(file, { fileMustExist: true });
  onTestFinished(() => {
    database.close();
  });
  prepareConnection(database, key, 'writer');
  return database;
}

function fail(error: unknown): never {
  throw error;
}
