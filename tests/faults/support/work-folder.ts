import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { prepareConnection } from '../../../src-main/store/connection';
import { dataFolder } from '../../../src-main/store/folder';
import { readKeyFile } from '../../../src-main/store/key/key-file';
import { unwrapWithPassphrase } from '../../../src-main/store/key/key-ways';
import type { StoreKey } from '../../../src-main/store/key/store-key';

/** A data folder, a passphrase file and a temporary folder of their own for one run of a fault. */
export class WorkFolder {
  readonly root = mkdtempSync(join(tmpdir(), 'steward-faults-'));
  readonly dataDir = join(this.root, 'data');
  readonly temporary = join(this.root, 'temporary');
  readonly passphraseFile = join(this.root, 'passphrase');

  constructor() {
    mkdirSync(this.temporary);
  }

  writePassphrase(passphrase: string): void {
    writeFileSync(this.passphraseFile, `${passphrase}\n`, { mode: 0o600 });
  }

  keyOf(passphrase: string): Promise<StoreKey> {
    return unwrapWithPassphrase(readKeyFile(dataFolder(this.dataDir).office.key), passphrase);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Looks into a store that no host has open. */
export function lookInto<T>(file: string, key: StoreKey, look: (database: Database.Database) => T): T {
  const database = new Sqlite(file, { fileMustExist: true });
  try {
    prepareConnection(database, key, 'writer');
    return look(database);
  } finally {
    database.close();
  }
}
