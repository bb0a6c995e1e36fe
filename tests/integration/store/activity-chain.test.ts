import type Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { appendEntries, appendEntry } from '../../../src-main/features/activity/activity.repository';
import { linkHash, payloadDigest, verifyChain } from '../../../src-main/store/activity-chain';
import { openTestStore, rawConnection } from '../../support/test-store';
import { newEntry, storeWithEntries } from './activity-entries';

test('an empty activity is whole', async () => {
  const { store } = await openTestStore();
  expect(await store.readers.verifyActivity()).toEqual({ rows: 0, blanked: 0, firstBroken: null });
});

test('entries of writers at the same time make one chain without gaps', async () => {
  const { store } = await openTestStore();
  const writes = Array.from({ length: 60 }, (_, index) =>
    store.write({}, async (tx) => {
      await appendEntry(tx.manager, newEntry({ at: index }));
      if (index % 3 === 0) throw new Error('gives up');
    }),
  );
  const outcomes = await Promise.allSettled(writes);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
  expect(await store.readers.verifyActivity()).toEqual({ rows: 40, blanked: 0, firstBroken: null });
});

test('hundreds at once are links of the same chain, between others and among writers at the same time', async () => {
  const { store } = await openTestStore();
  const many = (at: number) => Array.from({ length: 150 }, (_, index) => newEntry({ at, subjectId: index + 2 }));
  const writes = Array.from({ length: 12 }, (_, index) =>
    store.write({}, async (tx) => {
      await appendEntry(tx.manager, newEntry({ at: index }));
      await appendEntries(tx, many(index));
      await appendEntries(tx, []);
      await appendEntries(tx, many(index));
      await appendEntry(tx.manager, newEntry({ at: index }));
      if (index % 4 === 0) throw new Error('gives up');
    }),
  );
  await Promise.allSettled(writes);
  expect(await store.readers.verifyActivity()).toEqual({ rows: 9 * 302, blanked: 0, firstBroken: null });
  const people = await store.read.query('SELECT count(*) AS count FROM activity_person WHERE account_id = 1');
  expect(people).toEqual([{ count: 9 * 302 }]);
});

/** What somebody with the key and without our code could do, and the row at which it is found. */
const tampering: [what: string, tamper: string | ((raw: Database.Database) => void), foundAt: number][] = [
  ['another time', 'UPDATE activity SET at = at + 1 WHERE id = 3', 3],
  ['another act', "UPDATE activity SET act = 'staff.added' WHERE id = 3", 3],
  ['another actor', 'UPDATE activity SET actor_account_id = 2 WHERE id = 3', 3],
  ['an authorized user of the actor', 'UPDATE activity SET actor_authorized_user_id = 1 WHERE id = 3', 3],
  ['no actor', 'UPDATE activity SET actor_account_id = NULL WHERE id = 3', 3],
  ['another login', 'UPDATE activity SET actor_login_id = 2 WHERE id = 3', 3],
  ['another kind of subject', "UPDATE activity SET subject_kind = 'group' WHERE id = 3", 3],
  ['another subject', 'UPDATE activity SET subject_id = 9 WHERE id = 3', 3],
  ['another holder', 'UPDATE activity SET on_behalf_of_account_id = 9 WHERE id = 3', 3],
  ['another digest', 'UPDATE activity SET payload_digest = zeroblob(32) WHERE id = 3', 3],
  ['another link', 'UPDATE activity SET previous_hash = zeroblob(32) WHERE id = 3', 3],
  ['another hash', 'UPDATE activity SET hash = zeroblob(32) WHERE id = 3', 3],
  ['another payload', "UPDATE activity_payload SET payload = payload || ' ' WHERE activity_id = 3", 3],
  ['another salt', 'UPDATE activity_payload SET salt = zeroblob(16) WHERE activity_id = 3', 3],
  ['the payload of another row', swapPayloads, 3],
  ['a row taken out', 'DELETE FROM activity WHERE id = 3', 4],
  ['the first row taken out', 'DELETE FROM activity WHERE id = 1', 2],
  ['a row taken out and the others moved up', moveUp, 3],
  ['a row taken out, the others moved up and the next one linked to the one before', relinkAfterRemoval, 4],
  ['a row changed and its hash made to fit', rehash, 4],
  ['two rows exchanged', exchange, 3],
];

test.each(tampering)('the verification finds %s', async (_, tamper, foundAt) => {
  const { file, key } = await storeWithEntries(6);
  const raw = rawConnection(file, key);
  raw.pragma('foreign_keys = OFF');
  dropTriggers(raw);
  if (typeof tamper === 'string') raw.exec(tamper);
  else tamper(raw);
  expect(verifyChain(raw)).toMatchObject({ firstBroken: foundAt });
});

function dropTriggers(raw: Database.Database): void {
  const triggers = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
}

function swapPayloads(raw: Database.Database): void {
  raw.exec("UPDATE activity_payload SET payload = payload || ' ' WHERE activity_id = 4");
  raw.exec(`UPDATE activity_payload SET
    salt = (SELECT salt FROM activity_payload WHERE activity_id = 4),
    payload = (SELECT payload FROM activity_payload WHERE activity_id = 4) WHERE activity_id = 3`);
}

function moveUp(raw: Database.Database): void {
  raw.exec('DELETE FROM activity WHERE id = 3; UPDATE activity SET id = id - 1 WHERE id > 3');
}

function relinkAfterRemoval(raw: Database.Database): void {
  moveUp(raw);
  raw.exec('DELETE FROM activity_payload WHERE activity_id = 3');
  raw.exec('UPDATE activity SET previous_hash = (SELECT hash FROM activity WHERE id = 2) WHERE id = 3');
  raw.exec('UPDATE activity_payload SET activity_id = activity_id - 1 WHERE activity_id > 3');
  rehashRow(raw, 3);
}

function rehash(raw: Database.Database): void {
  const salt = Buffer.alloc(16, 5);
  raw.prepare('UPDATE activity_payload SET salt = ?, payload = ? WHERE activity_id = 3').run(salt, '{}');
  raw.prepare('UPDATE activity SET payload_digest = ? WHERE id = 3').run(payloadDigest(salt, '{}'));
  rehashRow(raw, 3);
}

function exchange(raw: Database.Database): void {
  raw.exec(`UPDATE activity SET id = 99 WHERE id = 3; UPDATE activity SET id = 3 WHERE id = 4;
            UPDATE activity SET id = 4 WHERE id = 99`);
}

function rehashRow(raw: Database.Database, id: number): void {
  const row = raw
    .prepare(`
      SELECT id, at, act, actor_account_id AS actorAccountId,
             actor_authorized_user_id AS actorAuthorizedUserId, actor_login_id AS actorLoginId,
             subject_kind AS subjectKind, subject_id AS subjectId, on_behalf_of_account_id AS onBehalfOfAccountId,
             payload_digest AS payloadDigest, previous_hash AS previousHash
      FROM activity WHERE id = ?`)
    .get(id) as Parameters<typeof linkHash>[0];
  raw.prepare('UPDATE activity SET hash = ? WHERE id = ?').run(linkHash(row), id);
}
