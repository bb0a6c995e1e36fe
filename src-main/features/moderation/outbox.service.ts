import type { EntityManager } from 'typeorm';
import type { OutputOf } from '../../../src-shared/contract';
import { newPublicId } from '../../store/public-id';
import type { Transaction } from '../../store/write-gate';
import {
  addMessage,
  deleteUnsent,
  lastSentOfCase,
  type MessageRow,
  markCaseRead,
  markOlderRead,
  markRead,
  messagesOfCase,
  type NewMessage,
  type SentRow,
  unreadMessages,
} from './outbox.repository';

export type { SentRow };

const mostUnread = 20;

/** What people are written. It waits here to be shown at sign-in; sending it by mail comes later. */
export class Outbox {
  /** Nobody is shown it before `sentAt`. */
  send(tx: Transaction, message: Omit<NewMessage, 'publicId'>): Promise<void> {
    return addMessage(tx.manager, { ...message, publicId: newPublicId() });
  }

  /** What was written about a case and not sent yet is not sent any more. */
  takeBack(tx: Transaction, caseId: number, now: number): Promise<void> {
    return deleteUnsent(tx.manager, caseId, now);
  }

  /** Newest first, with what is still to be sent. */
  ofCase(manager: EntityManager, caseId: number): Promise<MessageRow[]> {
    return messagesOfCase(manager, caseId);
  }

  /** What the person is told of a case at last; null where there is nothing. */
  lastSent(manager: EntityManager, caseId: number, now: number): Promise<SentRow | null> {
    return lastSentOfCase(manager, caseId, now);
  }

  async unread(manager: EntityManager, accountId: number, now: number): Promise<OutputOf<'messages.unread'>> {
    return { rows: await unreadMessages(manager, accountId, now, mostUnread) };
  }

  /** @returns whether the account has such a message */
  markRead(tx: Transaction, publicId: string, accountId: number, now: number): Promise<boolean> {
    return markRead(tx.manager, publicId, accountId, now);
  }

  /** What was sent about cases before their last decision needs no reading once that has effect. */
  overtaken(tx: Transaction, caseIds: readonly number[], now: number): Promise<void> {
    return markOlderRead(tx.manager, caseIds, now);
  }

  /** Whoever answers what they were written has read it. */
  answered(tx: Transaction, caseId: number, now: number): Promise<void> {
    return markCaseRead(tx.manager, caseId, now);
  }
}
