import type { EntityManager } from 'typeorm';
import type { ActivityAct, SubjectKind } from '../../../src-shared/activity';
import type { Place } from '../../paging';
import { firstPreviousHash, linkHash, newPayloadSalt, payloadDigest } from '../../store/activity-chain';
import type { Transaction } from '../../store/write-gate';

/** A new entry, before it has its number and its place in the chain. */
export interface NewEntry {
  readonly at: number;
  readonly act: ActivityAct;
  readonly actorAccountId: number | null;
  readonly actorAuthorizedUserId: number | null;
  readonly actorLoginId: number | null;
  readonly subjectKind: SubjectKind;
  readonly subjectId: number;
  readonly onBehalfOfAccountId: number | null;
  readonly payload: string;
  /** The accounts under which the entry is found: who acted, on whom, on whose behalf. */
  readonly people: readonly number[];
}

export interface EntryRow {
  readonly id: number;
  readonly at: number;
  readonly act: ActivityAct;
  readonly actorAccountId: number | null;
  readonly actorAuthorizedUserId: number | null;
  readonly subjectKind: SubjectKind;
  readonly subjectId: number;
  readonly onBehalfOfAccountId: number | null;
  readonly payload: string | null;
}

const insertions = {
  entry: `INSERT INTO activity (id, at, act, actor_account_id, actor_authorized_user_id, actor_login_id, subject_kind,
                                subject_id, on_behalf_of_account_id, payload_digest, previous_hash, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  payload: 'INSERT INTO activity_payload (activity_id, salt, payload) VALUES (?, ?, ?)',
  person: 'INSERT INTO activity_person (account_id, activity_id) VALUES (?, ?)',
} as const;

/** Where the next entry is linked to. */
interface ChainEnd {
  readonly id: number;
  readonly hash: Buffer;
}

/** Appends an entry to the chain. Must run inside the transaction of the change it records. */
export async function appendEntry(manager: EntityManager, entry: NewEntry): Promise<void> {
  const { id, hash, rows } = linked(await chainEnd(manager), entry);
  await manager.query(insertions.entry, [...rows.entry, hash]);
  await manager.query(insertions.payload, [...rows.payload]);
  for (const accountId of rows.people) await manager.query(insertions.person, [accountId, id]);
}

/** The same for many at once, in their order. */
export async function appendEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<void> {
  let end = await chainEnd(tx.manager);
  // From here on nothing is waited for: an entry that came between would be linked to the same end.
  const insert = {
    entry: tx.prepare(insertions.entry),
    payload: tx.prepare(insertions.payload),
    person: tx.prepare(insertions.person),
  };
  for (const entry of entries) {
    const { id, hash, rows } = linked(end, entry);
    insert.entry.run(...rows.entry, hash);
    insert.payload.run(...rows.payload);
    for (const accountId of rows.people) insert.person.run(accountId, id);
    end = { id, hash };
  }
}

async function chainEnd(manager: EntityManager): Promise<ChainEnd> {
  const [last] = await manager.query<ChainEnd[]>('SELECT id, hash FROM activity ORDER BY id DESC LIMIT 1');
  return last ?? { id: 0, hash: firstPreviousHash };
}

function linked(end: ChainEnd, entry: NewEntry) {
  const salt = newPayloadSalt();
  const link = {
    ...entry,
    id: end.id + 1,
    payloadDigest: payloadDigest(salt, entry.payload),
    previousHash: end.hash,
  };
  const rows = {
    entry: [
      link.id,
      link.at,
      link.act,
      link.actorAccountId,
      link.actorAuthorizedUserId,
      link.actorLoginId,
      link.subjectKind,
      link.subjectId,
      link.onBehalfOfAccountId,
      link.payloadDigest,
      link.previousHash,
    ],
    payload: [link.id, salt, entry.payload],
    people: new Set(entry.people),
  } as const;
  return { id: link.id, hash: linkHash(link), rows };
}

export interface EntryFilter {
  readonly act?: ActivityAct;
  /** Entries by or about this account. */
  readonly accountId?: number;
  /** Only those about it, whoever acted. */
  readonly isAbout?: true;
  readonly exceptActs?: readonly ActivityAct[];
}

/** A page of entries, newest first, one more than `size` where there are more. */
export function entriesPage(
  manager: EntityManager,
  filter: EntryFilter,
  place: Place | null,
  size: number,
): Promise<EntryRow[]> {
  const conditions: string[] = [];
  const params: (string | number)[] = [];
  const isByPerson = filter.accountId !== undefined && !filter.isAbout;
  // By person the walk is along that person's own index; otherwise along the running number.
  const number = isByPerson ? 'ap.activity_id' : 'a.id';
  if (filter.accountId !== undefined) {
    conditions.push(filter.isAbout ? 'a.about_account_id = ?' : 'ap.account_id = ?');
    params.push(filter.accountId);
  }
  if (filter.act) {
    conditions.push('a.act = ?');
    params.push(filter.act);
  }
  if (filter.exceptActs) {
    conditions.push(`a.act NOT IN (${filter.exceptActs.map(() => '?').join(', ')})`);
    params.push(...filter.exceptActs);
  }
  if (place) {
    conditions.push(`${number} ${place.direction === 'next' ? '<' : '>'} ?`);
    params.push(place.id);
  }
  return manager.query<EntryRow[]>(
    `SELECT a.id, a.at, a.act, a.actor_account_id AS actorAccountId,
            a.actor_authorized_user_id AS actorAuthorizedUserId, a.subject_kind AS subjectKind,
            a.subject_id AS subjectId, a.on_behalf_of_account_id AS onBehalfOfAccountId, p.payload
     FROM ${isByPerson ? 'activity_person ap CROSS JOIN activity a ON a.id = ap.activity_id' : 'activity a'}
     JOIN activity_payload p ON p.activity_id = a.id
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY ${number} ${place?.direction === 'previous' ? 'ASC' : 'DESC'} LIMIT ?`,
    [...params, size + 1],
  );
}

/** Blanks what the entries about an account say. The entries stay, and so does their chain. */
export async function blankEntriesAbout(manager: EntityManager, accountId: number): Promise<void> {
  await manager.query(
    `UPDATE activity_payload SET salt = NULL, payload = NULL
     WHERE payload IS NOT NULL AND activity_id IN (
       SELECT id FROM activity WHERE about_account_id = ?)`,
    [accountId],
  );
}

/** The same for one authorized user of an account. */
export async function blankEntriesAboutAuthorizedUser(
  manager: EntityManager,
  { id, accountId }: { readonly id: number; readonly accountId: number },
): Promise<void> {
  await manager.query(
    `UPDATE activity_payload SET salt = NULL, payload = NULL
     WHERE payload IS NOT NULL AND activity_id IN (
       SELECT id FROM activity WHERE about_account_id = ? AND subject_kind = 'authorized-user' AND subject_id = ?)`,
    [accountId, id],
  );
}
