import type { EntityManager } from 'typeorm';
import type { OutputOf } from '../../../src-shared/contract';
import type { SignUpCase } from '../../../src-shared/contract/sign-up-cases';

export type MessageRow = SignUpCase['messages'][number];
type UnreadRow = OutputOf<'messages.unread'>['rows'][number];
/** As the person is shown it. */
export type SentRow = UnreadRow;

export interface NewMessage {
  readonly publicId: string;
  readonly accountId: number;
  readonly caseId: number;
  readonly kind: MessageRow['kind'];
  readonly text: string;
  readonly sentAt: number;
}

export async function addMessage(manager: EntityManager, message: NewMessage): Promise<void> {
  const { publicId, accountId, caseId, kind, text, sentAt } = message;
  await manager.query(
    `INSERT INTO outbox_message (public_id, account_id, case_id, kind, text, sent_at, read_at)
     VALUES (?, ?, ?, ?, ?, ?, NULL)`,
    [publicId, accountId, caseId, kind, text, sentAt],
  );
}

/** Those of a case that nobody was shown yet. */
export async function deleteUnsent(manager: EntityManager, caseId: number, now: number): Promise<void> {
  await manager.query('DELETE FROM outbox_message WHERE case_id = ? AND sent_at > ?', [caseId, now]);
}

export function messagesOfCase(manager: EntityManager, caseId: number): Promise<MessageRow[]> {
  return manager.query(
    `SELECT kind, text, sent_at AS sentAt, read_at AS readAt FROM outbox_message
     WHERE case_id = ? ORDER BY sent_at DESC, id DESC`,
    [caseId],
  );
}

export async function lastSentOfCase(manager: EntityManager, caseId: number, now: number): Promise<SentRow | null> {
  const [row] = await manager.query<SentRow[]>(
    `SELECT public_id AS id, kind, text, sent_at AS sentAt FROM outbox_message
     WHERE case_id = ? AND sent_at <= ? ORDER BY sent_at DESC, id DESC LIMIT 1`,
    [caseId, now],
  );
  return row ?? null;
}

export function unreadMessages(
  manager: EntityManager,
  accountId: number,
  now: number,
  limit: number,
): Promise<UnreadRow[]> {
  return manager.query(
    `SELECT public_id AS id, kind, text, sent_at AS sentAt FROM outbox_message
     WHERE account_id = ? AND sent_at <= ? AND read_at IS NULL ORDER BY sent_at DESC, id DESC LIMIT ?`,
    [accountId, now, limit],
  );
}

/** @returns whether there is such a message, read before or not */
export async function markRead(
  manager: EntityManager,
  publicId: string,
  accountId: number,
  now: number,
): Promise<boolean> {
  const found = await manager.query<unknown[]>(
    'SELECT 1 FROM outbox_message WHERE public_id = ? AND account_id = ? AND sent_at <= ?',
    [publicId, accountId, now],
  );
  if (found.length === 0) return false;
  await manager.query('UPDATE outbox_message SET read_at = ? WHERE public_id = ? AND read_at IS NULL', [now, publicId]);
  return true;
}

/** What was sent about cases before their last decision had effect. */
export async function markOlderRead(manager: EntityManager, caseIds: readonly number[], now: number): Promise<void> {
  if (caseIds.length === 0) return;
  await manager.query(
    `UPDATE outbox_message SET read_at = ? WHERE case_id IN (${caseIds.map(() => '?').join(', ')}) AND read_at IS NULL
       AND sent_at < (SELECT effective_at FROM sign_up_case WHERE id = case_id)`,
    [now, ...caseIds],
  );
}

/** Whatever was sent about a case until now. */
export async function markCaseRead(manager: EntityManager, caseId: number, now: number): Promise<void> {
  await manager.query('UPDATE outbox_message SET read_at = ? WHERE case_id = ? AND sent_at <= ? AND read_at IS NULL', [
    now,
    caseId,
    now,
  ]);
}
