import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { DataSource } from 'typeorm';
import { onTestFinished } from 'vitest';
import { prepareConnection } from '../../../src-main/store/connection';
import { StoreKey } from '../../../src-main/store/key/store-key';
import { migrate } from '../../../src-main/store/migrate';
import { type MigrationClass, migrations } from '../../../src-main/store/migrations';
import { temporaryFolder } from '../../support/temporary-folder';

export type Row = Readonly<Record<string, unknown>>;

/** A store that stands before or behind a given migration, looked at and filled by plain SQL. */
export class MigratedStore {
  readonly file: string;
  readonly key: StoreKey;

  private constructor(file: string, key: StoreKey) {
    this.file = file;
    this.key = key;
  }

  /** As it was before this migration was written; before the first there is no file yet. */
  static async before(migration: MigrationClass, folder?: string): Promise<MigratedStore> {
    const store = new MigratedStore(join(folder ?? (await temporaryFolder()), 'steward.db'), StoreKey.generate());
    const earlier = migrations.slice(0, migrations.indexOf(migration));
    if (earlier.length > 0) await migrate(store.file, store.key, earlier);
    return store;
  }

  /** As this version of Steward makes it. */
  static async upToDate(folder?: string): Promise<MigratedStore> {
    const store = new MigratedStore(join(folder ?? (await temporaryFolder()), 'steward.db'), StoreKey.generate());
    await migrate(store.file, store.key);
    return store;
  }

  /** Applies everything up to and including this migration. */
  up(migration: MigrationClass): Promise<void> {
    return migrate(this.file, this.key, migrations.slice(0, migrations.indexOf(migration) + 1));
  }

  /** Applies everything, as whoever opens the store does: what reads it knows only how it is now. */
  toNow(): Promise<void> {
    return migrate(this.file, this.key);
  }

  /** Takes the newest migration back, which must be this one. */
  async down(migration: MigrationClass): Promise<void> {
    const dataSource = new DataSource({
      type: 'better-sqlite3',
      driver: Database,
      database: this.file,
      migrations: [migration],
      migrationsTableName: 'migration',
      prepareDatabase: (database: Database.Database) => prepareConnection(database, this.key, 'writer'),
    });
    await dataSource.initialize();
    try {
      await dataSource.undoLastMigration();
    } finally {
      await dataSource.destroy();
    }
  }

  /** A connection for one look or change; it is closed at once, because the next migration wants the file to itself. */
  use<T>(act: (database: Database.Database) => T): T {
    const database = new Database(this.file, { fileMustExist: true });
    try {
      prepareConnection(database, this.key, 'writer');
      return act(database);
    } finally {
      database.close();
    }
  }

  rows<T extends Row = Row>(sql: string): T[] {
    return this.use((database) => database.prepare<[], T>(sql).all());
  }

  run(sql: string, ...params: unknown[]): void {
    this.use((database) => database.prepare(sql).run(...params));
  }

  /** A connection that stays open until the test has finished, as if somebody were at work. */
  held(): Database.Database {
    const database = new Database(this.file, { fileMustExist: true });
    onTestFinished(() => {
      database.close();
    });
    prepareConnection(database, this.key, 'writer');
    return database;
  }

  /** What SQLite finds wrong with the file or with its foreign keys: nothing, where all is well. */
  faults(): unknown[] {
    return this.use((database) => {
      const integrity = database.pragma('integrity_check') as { integrity_check: string }[];
      const broken = database.pragma('foreign_key_check') as unknown[];
      return [...integrity.filter((row) => row.integrity_check !== 'ok'), ...broken];
    });
  }

  /** Everything that was declared: tables, indexes and triggers, by kind and name. */
  schema(): string {
    const declared = this.rows<{ sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
       ORDER BY type = 'trigger', type = 'index', name`,
    );
    return declared.map(({ sql }) => `${sql};\n`).join('\n');
  }

  /** Every row of every table; of a search index those in which it keeps itself. */
  content(): Record<string, Row[]> {
    const tables = this.rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE %' ORDER BY name",
    );
    return Object.fromEntries(tables.map(({ name }) => [name, this.rows(`SELECT * FROM ${name}`)]));
  }
}
