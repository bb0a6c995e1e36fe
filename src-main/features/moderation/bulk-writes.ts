import type { EntityManager } from 'typeorm';
import { newPublicId } from '../../store/public-id';
import type { BulkStatement, Transaction } from '../../store/write-gate';
import type { Changes } from './case-machine';
import type { NewMessage } from './outbox.repository';
import { SignUpCase } from './sign-up-case.entity';

/** Writes the cases of one slice, each as its next version, with the messages about them. */
export class BulkWrites {
  readonly #tx: Transaction;
  readonly #columns: ReadonlyMap<string, string>;
  /** By the columns they write: all of one decision write the same ones. */
  readonly #updates = new Map<string, BulkStatement>();
  #message: BulkStatement | null = null;
  #unsending: BulkStatement | null = null;

  constructor(tx: Transaction) {
    this.#tx = tx;
    this.#columns = columnsOf(tx.manager);
  }

  /** @returns the case as it is now */
  write(signUpCase: SignUpCase, changes: Changes): SignUpCase {
    const version = signUpCase.version + 1;
    const names = Object.keys(changes).sort();
    const values = names.map((name) => storable(changes[name as keyof Changes]));
    this.#update(names).run(...values, version, signUpCase.id);
    return Object.assign(new SignUpCase(), signUpCase, changes, { version });
  }

  send({ accountId, caseId, kind, text, sentAt }: Omit<NewMessage, 'publicId'>): void {
    this.#message ??= this.#tx.prepare(
      `INSERT INTO outbox_message (public_id, account_id, case_id, kind, text, sent_at, read_at)
       VALUES (?, ?, ?, ?, ?, ?, NULL)`,
    );
    this.#message.run(newPublicId(), accountId, caseId, kind, text, sentAt);
  }

  /** What was written with the last decision is gone, whether it was sent or not. */
  takeMessageBack({ id, effectiveAt }: SignUpCase): void {
    this.#unsending ??= this.#tx.prepare('DELETE FROM outbox_message WHERE case_id = ? AND sent_at = ?');
    this.#unsending.run(id, effectiveAt);
  }

  #update(names: readonly string[]): BulkStatement {
    const key = names.join();
    const known = this.#updates.get(key);
    if (known) return known;
    const sets = names.map((name) => `${this.#columns.get(name)} = ?`).join(', ');
    const made = this.#tx.prepare(`UPDATE sign_up_case SET ${sets}, version = ? WHERE id = ?`);
    this.#updates.set(key, made);
    return made;
  }
}

function columnsOf(manager: EntityManager): ReadonlyMap<string, string> {
  const { columns } = manager.dataSource.getMetadata(SignUpCase);
  return new Map(columns.map(({ propertyName, databaseName }) => [propertyName, databaseName]));
}

function storable(value: Changes[keyof Changes]): string | number | null {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
