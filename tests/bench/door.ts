// Measures calls through the one door on a folder that prepare.ts has filled. It has a process to itself, so that its
// memory is that of the application alone. Prints the figures as one line of JSON.
import { statSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { dataFolder } from '../../src-main/store/folder';
import { BenchOffice } from './support/bench-office';
import { measureCalls } from './support/calls';
import { rows } from './support/fill-office';
import type { Measured } from './support/measure';

export interface DoorFigures {
  readonly sqlite: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly storeBytes: number;
  readonly measured: Readonly<Record<string, Measured>>;
  /** Of the whole process afterwards. */
  readonly memoryMiB: number;
}

async function measureDoor(dataDir: string): Promise<DoorFigures> {
  const office = new BenchOffice(dataDir);
  await office.start();
  try {
    await office.open();
    return {
      sqlite: sqliteVersion(),
      rows: { 'staff accounts': rows.staff, 'activity entries': rows.entries },
      storeBytes: statSync(dataFolder(dataDir).office.store).size,
      measured: await measureCalls(office),
      memoryMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
    };
  } finally {
    await office.close();
  }
}

function sqliteVersion(): string {
  const database = new Database(':memory:');
  try {
    return String(database.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    database.close();
  }
}

process.stdout.write(`${JSON.stringify(await measureDoor(process.argv[2] ?? ''))}\n`);
