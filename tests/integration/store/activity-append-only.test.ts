import type Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { verifyChain } from '../../../src-main/store/activity-chain';
import { rawConnection } from '../../support/test-store';
import { storeWithEntries } from './activity-entries';

const columns = `at, act, actor_account_id, actor_login_id, subject_kind, subject_id, on_behalf_of_account_id,
  payload_digest, previous_hash, hash`;

/** Copies the second entry under another number. */
const insertAs = (verb: string, id: string, conflict = '') =>
  `${verb} INTO activity (id, ${columns}) SELECT ${id}, ${columns} FROM activity WHERE id = 2 ${conflict}`;

const numbering = 'activity rows are numbered without gaps and never replaced';
const unchanged = 'activity rows are never changed';
const kept = 'activity rows are never deleted';
const payloadKept = 'activity payloads are blanked or left alone';
const payloadNotReplaced = 'activity payloads are never replaced';

const refused = [
  ['a change of a row', "UPDATE activity SET act = 'staff.added' WHERE id = 2", unchanged],
  ['a change that changes nothing', 'UPDATE activity SET act = act', unchanged],
  ['another number for a row', 'UPDATE activity SET id = 9 WHERE id = 3', unchanged],
  ['a replacing change', 'UPDATE OR REPLACE activity SET id = 1 WHERE id = 3', unchanged],
  ['the deletion of a row', 'DELETE FROM activity WHERE id = 3', kept],
  ['the deletion of all rows', 'DELETE FROM activity', kept],
  ['the replacement of a row', insertAs('INSERT OR REPLACE', '1'), numbering],
  ['the replacement of the last row', insertAs('REPLACE', '3'), numbering],
  ['a number that is used', insertAs('INSERT', '3'), numbering],
  ['a number that is used, passed over in silence', insertAs('INSERT OR IGNORE', '3'), numbering],
  [
    'a number that is used, turned into a change',
    insertAs('INSERT', '3', 'ON CONFLICT DO UPDATE SET at = 0'),
    numbering,
  ],
  ['a gap', insertAs('INSERT', '5'), numbering],
  ['a number before the first', insertAs('INSERT', '0'), numbering],
  ['a number that SQLite chooses', insertAs('INSERT', 'NULL'), numbering],
  ['another payload', "UPDATE activity_payload SET payload = '{}' WHERE activity_id = 2", payloadKept],
  ['another salt', "UPDATE activity_payload SET salt = x'00' WHERE activity_id = 2", payloadKept],
  ['a payload moved to another row', 'UPDATE activity_payload SET activity_id = 9 WHERE activity_id = 2', payloadKept],
  ['the deletion of a payload', 'DELETE FROM activity_payload WHERE activity_id = 2', payloadKept],
  [
    'the replacement of a payload',
    "REPLACE INTO activity_payload (activity_id, salt, payload) VALUES (2, x'00', '{}')",
    payloadNotReplaced,
  ],
  ['an entry moved to another person', 'UPDATE activity_person SET account_id = 3', unchanged],
  ['an entry taken from a person', 'DELETE FROM activity_person', kept],
] as const;

// INSERT OR REPLACE fires no trigger of a deletion unless recursive_triggers is on, as it is on our connections.
test.each(['ON', 'OFF'])('with recursive_triggers %s, nothing that is recorded can be changed', async (setting) => {
  const { file, key } = await storeWithEntries(3);
  const raw = rawConnection(file, key);
  raw.pragma(`recursive_triggers = ${setting}`);
  const before = activityIn(raw);
  for (const [what, sql, why] of refused) {
    expect(() => raw.exec(sql), what).toThrow(why);
    expect(activityIn(raw), what).toEqual(before);
  }
  expect(verifyChain(raw)).toEqual({ rows: 3, blanked: 0, firstBroken: null });
});

test('the next number is accepted', async () => {
  const { file, key } = await storeWithEntries(3);
  const raw = rawConnection(file, key);
  raw.exec(insertAs('INSERT', '4'));
  expect(activityIn(raw).activity).toHaveLength(4);
});

test('a blanked payload keeps the chain whole, and stays blank', async () => {
  const { store, file, key } = await storeWithEntries(3);
  const raw = rawConnection(file, key);
  raw.exec('UPDATE activity_payload SET salt = NULL, payload = NULL WHERE activity_id = 2');
  expect(await store.readers.verifyActivity()).toEqual({ rows: 3, blanked: 1, firstBroken: null });
  expect(() => raw.exec("UPDATE activity_payload SET salt = x'00', payload = '{}' WHERE activity_id = 2")).toThrow(
    payloadKept,
  );
  expect(() => raw.exec('UPDATE activity_payload SET payload = NULL WHERE activity_id = 3')).toThrow(payloadKept);
});

function activityIn(raw: Database.Database) {
  const rows = (table: string) => raw.prepare(`SELECT * FROM ${table}`).all();
  return { activity: rows('activity'), payloads: rows('activity_payload'), people: rows('activity_person') };
}
