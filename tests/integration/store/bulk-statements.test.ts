import { expect, test } from 'vitest';
import type { BulkStatement } from '../../../src-main/store/write-gate';
import { notesIn, openStoreWithNotes } from './notes';

const sql = 'INSERT INTO note (text) VALUES (?)';

test('a prepared statement writes in the transaction it was prepared in', async () => {
  const { store } = await openStoreWithNotes();
  await store.write({}, async (tx) => {
    const insert = tx.prepare(sql);
    for (let index = 0; index < 1_000; index += 1) insert.run(`note ${index}`);
    expect(await notesIn(store)).toEqual([]);
  });
  expect(await notesIn(store)).toHaveLength(1_000);
});

test('one that is kept beyond its transaction writes nothing any more', async () => {
  const { store } = await openStoreWithNotes();
  const kept: BulkStatement[] = [];
  await store.write({}, async (tx) => {
    kept.push(tx.prepare(sql));
  });
  expect(() => kept[0]?.run('too late')).toThrow('This transaction has ended');
  await store.write({}, async () => {
    expect(() => kept[0]?.run('into the transaction of somebody else')).toThrow('This transaction has ended');
  });
  expect(await notesIn(store)).toEqual([]);
});

test('a row that is refused takes the whole with it, even if its error is swallowed', async () => {
  const { store } = await openStoreWithNotes();
  const written = store.write({}, async (tx) => {
    const insert = tx.prepare(sql);
    insert.run('twice');
    try {
      insert.run('twice');
    } catch {
      // Whoever goes on as if nothing had happened.
    }
    insert.run('after it');
  });
  await expect(written).rejects.toThrow('UNIQUE constraint failed: note.text');
  expect(await notesIn(store)).toEqual([]);
});
