import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { DataSource, type QueryRunner } from 'typeorm';
import { OperationalError } from '../errors';
import { closeUnlessItSucceeds, prepareConnection } from './connection';
import { copyStore } from './copy';
import { operationalErrorOf } from './disk-errors';
import type { StoreKey } from './key/store-key';
import { type MigrationClass, migrations as shippedMigrations } from './migrations';

const migrationTable = 'migration';

/**
 * Brings a store up to date, or makes a new one. All that is pending happens in one transaction, so a failure
 * leaves the store as it was; a copy is made first.
 * @throws OperationalError STORE_NEWER, MIGRATION_FAILED, STORE_DAMAGED, DISK_FULL
 */
export async function migrate(
  file: string,
  key: StoreKey,
  migrations: readonly MigrationClass[] = shippedMigrations,
): Promise<void> {
  const isNew = !existsSync(file);
  // SQLite takes an empty file for a database without tables, and would make a new store of it.
  if (!isNew && statSync(file).size === 0) throw new OperationalError('STORE_DAMAGED', { file });
  const applied = isNew ? [] : appliedMigrations(file, key);
  const known = new Set(migrations.map((migration) => migration.name));
  if (applied.some((name) => !known.has(name))) throw new OperationalError('STORE_NEWER');
  const pending = migrations.filter((migration) => !applied.includes(migration.name));
  const [first] = pending;
  if (!first) return;
  const copy = isNew ? null : await copyStore(file, key, `before-${first.name}`);
  await runPending(file, key, migrations, copy);
}

function appliedMigrations(file: string, key: StoreKey): string[] {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    prepareConnection(database, key, 'reader');
    const rows = database.prepare(`SELECT name FROM ${migrationTable} ORDER BY id`).all() as { name: string }[];
    return rows.map((row) => row.name);
  } finally {
    database.close();
  }
}

async function runPending(
  file: string,
  key: StoreKey,
  migrations: readonly MigrationClass[],
  copy: string | null,
): Promise<void> {
  let step = '';
  const beginsWith = (name: string) => {
    step = name;
  };
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: file,
    migrations: migrations.map((migration) => announced(migration, beginsWith)),
    migrationsTableName: migrationTable,
    migrationsTransactionMode: 'all',
    synchronize: false,
    // TypeORM's usual logger prints a failed migration to where the hosts print their address.
    logger: 'debug',
    prepareDatabase: (connection: Database.Database) =>
      closeUnlessItSucceeds(connection, () => prepareConnection(connection, key, 'writer')),
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } catch (error) {
    throw (
      operationalErrorOf(error, file) ??
      new OperationalError(
        'MIGRATION_FAILED',
        { step, copy: copy ?? 'no file, since the store was new' },
        { cause: error },
      )
    );
  } finally {
    await dataSource.destroy();
  }
}

/** The same migration, which says when it begins: TypeORM does not tell which of several has failed. */
function announced(migration: MigrationClass, begins: (name: string) => void): MigrationClass {
  return class extends migration {
    override readonly name = migration.name;

    override up(runner: QueryRunner): Promise<void> {
      begins(migration.name);
      return super.up(runner);
    }
  };
}
