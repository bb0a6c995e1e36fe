import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendEntry } from '../../../src-main/features/activity/activity.repository';
import { verifyChain } from '../../../src-main/store/activity-chain';
import type { StoreKey } from '../../../src-main/store/key/store-key';
import { temporaryFolder } from '../../support/temporary-folder';
import { openTestStore, rawConnection } from '../../support/test-store';
import { newEntry } from './activity-entries';

const entries = 30;

interface CrashedStore {
  readonly folder: string;
  readonly file: string;
  readonly log: string;
  readonly key: StoreKey;
}

/** A store as a power cut leaves it: what was written since it was opened is in the write-ahead log alone. */
async function crashedStore(): Promise<CrashedStore> {
  const { store: made, file: live, key } = await openTestStore();
  await made.close();
  const { store } = await openTestStore(dirname(live), { key });
  for (let index = 0; index < entries; index += 1) {
    await store.write({}, (tx) => appendEntry(tx.manager, newEntry({ at: index })));
  }
  const folder = await temporaryFolder();
  const file = join(folder, 'steward.db');
  const log = `${file}-wal`;
  copyFileSync(live, file);
  copyFileSync(`${live}-wal`, log);
  return { folder, file, log, key };
}

/** Opens the store as the next start does, and answers how many entries are left. */
async function entriesAfterOpening(folder: string, key: StoreKey): Promise<number> {
  const { store, file } = await openTestStore(folder, { key });
  const raw = rawConnection(file, key);
  const { rows, firstBroken } = verifyChain(raw);
  expect({ integrity: raw.pragma('integrity_check', { simple: true }), firstBroken }).toEqual({
    integrity: 'ok',
    firstBroken: null,
  });
  raw.close();
  await store.close();
  return rows;
}

test('after a power cut everything is there that was confirmed', async () => {
  const { folder, key } = await crashedStore();
  expect(await entriesAfterOpening(folder, key)).toBe(entries);
});

test('without its log the store is as it was when the log began, whole and sound', async () => {
  const { folder, log, key } = await crashedStore();
  rmSync(log);
  expect(await entriesAfterOpening(folder, key)).toBe(0);
});

test('a log that is cut or damaged anywhere gives the changes up to there, each whole or not at all', async () => {
  const { file, log, key } = await crashedStore();
  const sound = readFileSync(log);
  const store = readFileSync(file);
  const place = fc.nat(sound.length - 1);
  const damage = fc.oneof(
    place.map((at) => ({ what: 'cut', at }) as const),
    place.map((at) => ({ what: 'one bit', at }) as const),
    place.map((at) => ({ what: 'zeros from there on', at }) as const),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ({ what, at }) => {
      const damaged = what === 'cut' ? sound.subarray(0, at) : Buffer.from(sound);
      if (what === 'one bit') damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      if (what === 'zeros from there on') damaged.fill(0, at);
      const copy = await temporaryFolder();
      writeFileSync(join(copy, 'steward.db'), store);
      writeFileSync(join(copy, 'steward.db-wal'), damaged);
      const left = await entriesAfterOpening(copy, key);
      expect(left).toBeGreaterThanOrEqual(Math.floor((at / sound.length) * entries) - 1);
      expect(left).toBeLessThanOrEqual(entries);
    }),
    { numRuns: 40 },
  );
});
