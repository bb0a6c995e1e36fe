import { existsSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { searchForClearText } from '../../faults/clear-text';
import { killHost } from '../../faults/kill';
import { builtHost } from '../../faults/support/host';

beforeAll(() => {
  if (!existsSync(builtHost)) throw new Error('These tests run the built host: run "npm run build" first.');
});

/** Each starts the host several times, which takes seconds on a computer that has other things to do. */
const timeout = 120_000;

test('kill -9 in the middle of changes loses none that was confirmed', { timeout }, async () => {
  const { kills, confirmed, faults } = await killHost(3);
  expect({ kills, faults }).toEqual({ kills: 3, faults: [] });
  expect(confirmed).toBeGreaterThan(0);
});

test('nothing typed stands on the disk in clear text, and no secret even in the decrypted store', {
  timeout,
}, async () => {
  const { searches, ...inside } = await searchForClearText();
  for (const [when, { finds }] of Object.entries(searches)) expect(finds, when).toEqual([]);
  expect(inside).toMatchObject({ inOutput: [], inDecryptedStore: [] });
  expect(inside.peopleInDecryptedStore).toBeGreaterThan(20);
});
