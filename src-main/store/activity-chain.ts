import { createHash, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3-multiple-ciphers';

/** A row of the activity without its payload: what the chain is made of. */
export interface ChainLink {
  readonly id: number;
  readonly at: number;
  readonly act: string;
  readonly actorAccountId: number | null;
  /** Which of the account's authorized users it was; null where it was its holder. */
  readonly actorAuthorizedUserId: number | null;
  readonly actorLoginId: number | null;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly onBehalfOfAccountId: number | null;
  readonly payloadDigest: Buffer;
  readonly previousHash: Buffer;
}

/** SHA-256 over the row and the hash of the one before it: a row changed or taken out later breaks the chain. */
export function linkHash(link: ChainLink): Buffer {
  const canonical = JSON.stringify([
    link.id,
    link.at,
    link.act,
    link.actorAccountId,
    link.actorLoginId,
    link.subjectKind,
    link.subjectId,
    link.onBehalfOfAccountId,
    link.payloadDigest.toString('hex'),
    link.previousHash.toString('hex'),
    // Only where there is one: the hashes of entries from before there were authorized users stay what they are.
    ...(link.actorAuthorizedUserId === null ? [] : [link.actorAuthorizedUserId]),
  ]);
  return createHash('sha256').update(canonical).digest();
}

/** What the first row names as the hash before it. */
export const firstPreviousHash = Buffer.alloc(32);

/** The salt keeps a short payload from being guessed from its digest once the payload itself has been blanked. */
export function newPayloadSalt(): Buffer {
  return randomBytes(16);
}

export function payloadDigest(salt: Buffer, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload).digest();
}

export interface ChainVerdict {
  readonly rows: number;
  /** Payloads blanked by a deletion for good: their rows still count, their content is gone. */
  readonly blanked: number;
  /** The running number of the first row that does not fit, or null when all do. */
  readonly firstBroken: number | null;
}

type VerifiedRow = ChainLink & { readonly hash: Buffer; readonly salt: Buffer | null; readonly payload: string | null };

/**
 * Walks the whole activity. Takes about a second for 200,000 rows, so it is run in a reader thread.
 * Hazard: rows taken off the end leave a chain that is shorter and whole; only a number noted elsewhere shows that.
 */
export function verifyChain(database: Database.Database): ChainVerdict {
  const statement = database.prepare(`
    SELECT a.id, a.at, a.act, a.actor_account_id AS actorAccountId, a.actor_login_id AS actorLoginId,
           a.actor_authorized_user_id AS actorAuthorizedUserId, a.subject_kind AS subjectKind,
           a.subject_id AS subjectId, a.on_behalf_of_account_id AS onBehalfOfAccountId,
           a.payload_digest AS payloadDigest, a.previous_hash AS previousHash, a.hash, p.salt, p.payload
    FROM activity a LEFT JOIN activity_payload p ON p.activity_id = a.id
    ORDER BY a.id`);
  let rows = 0;
  let blanked = 0;
  let previousHash: Buffer = firstPreviousHash;
  for (const row of statement.iterate() as IterableIterator<VerifiedRow>) {
    rows += 1;
    const isBlank = row.salt === null || row.payload === null;
    const isPayloadTrue =
      row.salt === null || row.payload === null || payloadDigest(row.salt, row.payload).equals(row.payloadDigest);
    const isLinked = row.id === rows && row.previousHash.equals(previousHash) && linkHash(row).equals(row.hash);
    if (!isPayloadTrue || !isLinked) return { rows, blanked, firstBroken: row.id };
    if (isBlank) blanked += 1;
    previousHash = row.hash;
  }
  return { rows, blanked, firstBroken: null };
}
