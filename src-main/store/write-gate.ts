import { AsyncLocalStorage } from 'node:async_hooks';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { DataSource, EntityManager } from 'typeorm';

/** One open transaction. It is handed on explicitly to whatever takes part in it. */
export class Transaction {
  readonly #manager: EntityManager;
  readonly #afterCommit: (() => void)[] = [];
  #isOpen = true;
  #failure: unknown;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  get manager(): EntityManager {
    if (!this.#isOpen) throw new Error('This transaction has ended; what was written now would belong to another.');
    return this.#manager;
  }

  /** Runs once the change is durable, and not at all if it is rolled back. */
  afterCommit(act: () => void): void {
    this.#afterCommit.push(act);
  }

  /** Takes part in this transaction. A part that fails takes the whole with it, even if its error is swallowed. */
  async join<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    try {
      return await work(this);
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  }

  assertWhole(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  end(): void {
    this.#isOpen = false;
  }

  committed(): void {
    for (const act of this.#afterCommit) act();
  }
}

/**
 * The only way to write: one transaction at a time, first come, first served.
 *
 * TypeORM's better-sqlite3 driver has a single query runner, so without the gate a write made while another
 * call's transaction is open would join that one, be confirmed, and be lost when it rolls back.
 */
export class WriteGate {
  readonly #dataSource: DataSource;
  readonly #database: Database.Database;
  readonly #inside = new AsyncLocalStorage<Transaction>();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(dataSource: DataSource, database: Database.Database) {
    this.#dataSource = dataSource;
    this.#database = database;
  }

  /** Runs `work` in the transaction of `within`, or in one of its own that commits when it resolves. */
  run<T>(within: { readonly tx?: Transaction }, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    if (within.tx) return within.tx.join(work);
    if (this.#inside.getStore()) {
      return Promise.reject(
        new Error('A write inside a transaction must hand that transaction on, or it waits for itself.'),
      );
    }
    const turn = this.#tail.then(() => this.#transact(work));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when everything that was asked for until now has ended. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  async #transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.#dataSource.createQueryRunner();
    const transaction = new Transaction(this.#dataSource.createEntityManager(runner));
    // TypeORM must believe in the transaction, or every save() would open one of its own. Its own begin and
    // rollback are not used: when SQLite rolls back by itself (a full disk), TypeORM's count of open
    // transactions stays wrong and the next one would be a mere savepoint.
    const flag: { isTransactionActive: boolean } = runner;
    this.#database.exec('BEGIN IMMEDIATE');
    flag.isTransactionActive = true;
    let result: T;
    try {
      result = await this.#inside.run(transaction, () => transaction.join(work));
      transaction.assertWhole();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      flag.isTransactionActive = false;
      transaction.end();
    }
    transaction.committed();
    return result;
  }
}
