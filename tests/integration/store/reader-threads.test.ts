import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openTestStore } from '../../support/test-store';
import { rejectionOf } from '../../support/thrown-by';
import { notesIn, openStoreWithNotes, writeNote, yieldToOthers } from './notes';

/** Some hundreds of milliseconds of work for SQLite. */
const longRead = `
  WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 3000000)
  SELECT count(*) AS count FROM number`;

const crashingReader = new URL('./crashing-reader.ts', import.meta.url);

test('while a reader thread reads, the main thread reads and writes', async () => {
  const { store } = await openStoreWithNotes();
  const finished: string[] = [];
  const long = store.readers.all(longRead).then(() => finished.push('long read'));
  for (const text of ['one', 'two', 'three']) {
    await store.write({}, (tx) => writeNote(tx, text));
    finished.push(`wrote ${text}`);
  }
  finished.push(`read ${(await notesIn(store)).length}`);
  await long;
  expect(finished).toEqual(['wrote one', 'wrote two', 'wrote three', 'read 3', 'long read']);
});

test('a long read sees the store as it was when it began, whatever is written meanwhile', async () => {
  const { store } = await openStoreWithNotes();
  let isReading = true;
  const long = store.readers
    .all<{ count: number }>(
      `WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 2000000)
       SELECT (SELECT count(*) FROM note WHERE number.n > 0) AS count FROM number WHERE n IN (1, 2000000)`,
    )
    .finally(() => {
      isReading = false;
    });
  let written = 0;
  while (isReading) {
    await store.write({}, (tx) => writeNote(tx, `note ${written}`));
    written += 1;
    await yieldToOthers();
  }
  const [first, last] = await long;
  expect(last).toEqual(first);
  expect(first?.count).toBeLessThan(written - 10);
  expect(await store.readers.all('SELECT count(*) AS count FROM note')).toEqual([{ count: written }]);
});

test('jobs are answered each with its own result, and an error with its code', async () => {
  const { store } = await openStoreWithNotes();
  const jobs = [
    store.readers.all('SELECT ? AS value', ['one']),
    store.readers.all('SELECT value FROM no_such_table'),
    store.readers.integrity(),
    store.readers.verifyActivity(),
    store.readers.all('SELECT ? AS value', [2]),
  ];
  expect(await Promise.allSettled(jobs)).toEqual([
    { status: 'fulfilled', value: [{ value: 'one' }] },
    { status: 'rejected', reason: expect.objectContaining({ code: 'SQLITE_ERROR' }) },
    { status: 'fulfilled', value: 'ok' },
    { status: 'fulfilled', value: { rows: 0, blanked: 0, firstBroken: null } },
    { status: 'fulfilled', value: [{ value: 2 }] },
  ]);
});

test('when a thread dies its jobs are refused, and the next job has a new one', async () => {
  const { store } = await openTestStore(undefined, { readerThread: crashingReader });
  expect(await store.readers.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  const waiting = [store.readers.all('crash'), store.readers.all(longRead), store.readers.integrity()];
  for (const outcome of await Promise.allSettled(waiting)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'The reader crashed.' } });
  }
  expect(await store.readers.integrity()).toBe('ok');
});

test('a job that is asked for again in the moment its thread dies is done by the next thread', async () => {
  const { store } = await openTestStore(undefined, { readerThread: crashingReader });
  const again = store.readers.all('crash').catch(() => store.readers.all(longRead));
  expect(await again).toEqual([{ count: 3_000_000 }]);
});

test('a thread that cannot open the store refuses its jobs with the reason, and the next one tries again', async () => {
  const { store, file } = await openTestStore();
  renameSync(file, `${file}.away`);
  expect(await rejectionOf(store.readers.integrity())).toMatchObject({ code: 'SQLITE_CANTOPEN' });
  renameSync(`${file}.away`, file);
  expect(await store.readers.integrity()).toBe('ok');
});

test('closing the store refuses the jobs under way and every later one', async () => {
  const { store, file, key } = await openTestStore();
  const underWay = rejectionOf(store.readers.all(longRead));
  await store.close();
  expect(await underWay).toMatchObject({ message: expect.stringContaining('has ended') });
  expect(await rejectionOf(store.readers.integrity())).toMatchObject({ message: expect.stringContaining('closed') });
  const { store: again } = await openTestStore(dirname(file), { key });
  expect(await again.readers.integrity()).toBe('ok');
});
