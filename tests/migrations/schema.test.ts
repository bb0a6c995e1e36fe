import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entities } from '../../src-main/services';
import { migrations } from '../../src-main/store/migrations';
import type { Store } from '../../src-main/store/store';
import { openTestStore } from '../support/test-store';
import { MigratedStore } from './support/migrated-store';

const renewing = `-- The whole schema, as all migrations together make it. A test compares the two.
-- After a new migration renew it with "npx vitest run --project migrations --update", and read what has changed.
`;

test('the schema is the one that is checked in', async () => {
  const store = await MigratedStore.upToDate();
  await expect(`${renewing}\n${store.schema()}`).toMatchFileSnapshot('./schema.sql');
});

test('every table is strict about its types', async () => {
  const store = await MigratedStore.upToDate();
  const lax = store.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND type = 'table'");
  // Those are SQLite's and TypeORM's own.
  expect(lax.map(({ name }) => name).sort()).toEqual(['migration', 'sqlite_schema', 'sqlite_sequence']);
});

test('every migration has its place in the list and a test of its name', () => {
  const folder = new URL('../../src-main/store/migrations/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /^\d/.test(name));
  expect(files.map((name) => name.split('-')[0])).toEqual(migrations.map(({ name }) => name.match(/\d+$/)?.[0]));
  const untested = files.filter((name) => !existsSync(new URL(name.replace('.ts', '.test.ts'), import.meta.url)));
  expect(untested).toEqual([]);
});

const storedAs: Readonly<Record<string, string>> = {
  integer: 'INTEGER',
  boolean: 'INTEGER',
  text: 'TEXT',
  blob: 'BLOB',
};

test('the columns of the entities are those of their tables, with type, nullability and primary key', async () => {
  const { store } = await openTestStore();
  const { entityMetadatas } = store.read.dataSource;
  expect(entityMetadatas).toHaveLength(entities.length);
  for (const { tableName, columns } of entityMetadatas) {
    const declared = columns.map(({ databaseName, type, isNullable, isPrimary }) => ({
      name: databaseName,
      type: storedAs[String(type)],
      isNullable,
      isPrimary,
    }));
    expect({ [tableName]: byName(declared) }).toEqual({ [tableName]: byName(await columnsOf(store, tableName)) });
  }
});

async function columnsOf(store: Store, table: string) {
  const columns = await store.read.query<{ name: string; type: string; notnull: 0 | 1; pk: number }[]>(
    `PRAGMA table_info(${table})`,
  );
  return columns.map(({ name, type, notnull, pk }) => ({
    name,
    type,
    // An INTEGER PRIMARY KEY is never null, though nobody says so.
    isNullable: notnull === 0 && pk === 0,
    isPrimary: pk === 1,
  }));
}

function byName<T extends { readonly name: string }>(columns: T[]): T[] {
  return columns.sort((one, other) => one.name.localeCompare(other.name));
}
