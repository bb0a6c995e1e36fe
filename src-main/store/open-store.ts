import { existsSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { DataSource, type EntitySchema } from 'typeorm';
import { OperationalError } from '../errors';
import { closeUnlessItSucceeds, prepareConnection } from './connection';
import { operationalErrorOf } from './disk-errors';
import type { StoreKey } from './key/store-key';
import { migrate } from './migrate';
import type { ConnectionRole } from './pragmas';
import { ReaderThreads } from './readers/reader-threads';
import type { Store } from './store';
import { WriteGate } from './write-gate';

// biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for an entity class
export type EntityClass = Function | EntitySchema;

export interface StoreOptions {
  readonly file: string;
  readonly key: StoreKey;
  /** Only the set-up makes a store: elsewhere one that is not there has been taken away. */
  readonly mayCreate: boolean;
  readonly readerThread: URL;
  readonly entities: readonly EntityClass[];
  /** For a program that writes by the hundred thousand and nothing else. */
  readonly isForBulk?: boolean;
  /** Told of what fails after a change is durable, such as telling windows of it. */
  readonly report: (error: unknown) => void;
}

/**
 * Opens the store and brings it up to date.
 * @throws OperationalError STORE_FILE_MISSING, STORE_DAMAGED, STORE_NEWER, MIGRATION_FAILED or what the disk refuses; the store is then as it was.
 */
export async function openStore({
  file,
  key,
  mayCreate,
  readerThread,
  entities,
  isForBulk = false,
  report,
}: StoreOptions): Promise<Store> {
  const opened: DataSource[] = [];
  try {
    if (!mayCreate && !existsSync(file)) throw new OperationalError('STORE_FILE_MISSING', { file });
    await migrate(file, key);
    const { dataSource: writer, database } = await connect(
      file,
      key,
      isForBulk ? 'bulk writer' : 'writer',
      entities,
      opened,
    );
    const { dataSource: reader } = await connect(file, key, 'reader', entities, opened);
    const gate = new WriteGate(writer, database, report);
    const readers = new ReaderThreads(readerThread, { file, cipher: key.cipher, keyPragma: key.toPragma() });
    return {
      file,
      read: reader.manager,
      readers,
      write: (within, work) => gate.run(within, work),
      async close() {
        await gate.settled();
        await readers.close();
        await reader.destroy();
        // The last connection to close moves the write-ahead log into the store by itself.
        await writer.destroy();
      },
    };
  } catch (error) {
    for (const dataSource of opened) await dataSource.destroy();
    throw operationalErrorOf(error, file) ?? error;
  }
}

async function connect(
  file: string,
  key: StoreKey,
  role: ConnectionRole,
  entities: readonly EntityClass[],
  opened: DataSource[],
): Promise<{ dataSource: DataSource; database: Database.Database }> {
  let database: Database.Database | undefined;
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: file,
    readonly: role === 'reader',
    fileMustExist: true,
    entities: [...entities],
    synchronize: false,
    prepareDatabase: (connection: Database.Database) => {
      database = connection;
      closeUnlessItSucceeds(connection, () => prepareConnection(connection, key, role));
    },
  });
  await dataSource.initialize();
  opened.push(dataSource);
  if (!database) throw new Error('TypeORM did not hand over its connection.');
  return { dataSource, database };
}
