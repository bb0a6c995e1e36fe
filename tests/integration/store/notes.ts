import type { Store } from '../../../src-main/store/store';
import type { Transaction } from '../../../src-main/store/write-gate';
import { openTestStore, type TestStore, type TestStoreOptions } from '../../support/test-store';

/** A store with a table of notes, the smallest thing that can be written and counted. */
export async function openStoreWithNotes(folder?: string, options?: TestStoreOptions): Promise<TestStore> {
  const opened = await openTestStore(folder, options);
  await opened.store.write({}, (tx) => tx.manager.query('CREATE TABLE note (text TEXT PRIMARY KEY) STRICT'));
  return opened;
}

export async function writeNote(tx: Transaction, text: string): Promise<void> {
  await tx.manager.query('INSERT INTO note (text) VALUES (?)', [text]);
}

export async function notesIn(store: Store): Promise<string[]> {
  const rows = await store.read.query<{ text: string }[]>('SELECT text FROM note ORDER BY text');
  return rows.map((row) => row.text);
}

/** Lets everything else that is ready to run go first. */
export function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
