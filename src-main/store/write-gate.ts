import { AsyncLocalStorage } from 'node:async_hooks';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { DataSource, EntityManager } from 'typeorm';
import { transactionRunner } from './transaction-runner';

/** A statement that writes one row after the other, on the connection of its transaction. */
export interface BulkStatement {
  run(...params: readonly (string | number | Buffer | null)[]): void;
}

/** One open transaction. It is handed on explicitly to whatever takes part in it. */
export class Transaction {
  readonly #database: Database.Database;
  readonly #manager: EntityManager;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #afterCommit: (() => void)[] = [];
  #isOpen = true;
  #failure: unknown;

  constructor(dataSource: DataSource, database: Database.Database) {
    this.#database = database;
    this.#manager = transactionRunner(dataSource, (run) => this.#statement(run)).manager;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get manager(): EntityManager {
    this.#assertOpen();
    return this.#manager;
  }

  /**
   * A statement for thousands of rows, which TypeORM would prepare anew for each. Like every other it is refused once
   * the transaction has ended.
   */
  prepare(sql: string): BulkStatement {
    this.#assertOpen();
    const statement = this.#database.prepare(sql);
    return {
      run: (...params) => {
        this.#assertOpen();
        try {
          statement.run(...params);
        } catch (error) {
          // Whoever goes on after this would leave the row out without a word.
          this.#failure ??= error;
          throw error;
        }
      },
    };
  }

  /** Runs once the change is durable, and not at all if it is rolled back. It must not throw. */
  afterCommit(act: () => void): void {
    this.#afterCommit.push(act);
  }

  /** Takes part in this transaction. A part that fails takes the whole with it, even if its error is swallowed. */
  async join<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.#assertOpen();
    try {
      return await work(this);
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  }

  /** Resolves when no statement is under way, also of those that nobody has waited for. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  assertWhole(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  end(): void {
    this.#isOpen = false;
  }

  /** The change is durable whatever happens now, so an act that fails is reported and stops neither it nor the others. */
  committed(report: (error: unknown) => void): void {
    for (const act of this.#afterCommit) {
      try {
        act();
      } catch (error) {
        report(error);
      }
    }
  }

  #statement(run: () => Promise<unknown>): Promise<unknown> {
    const statement = this.#run(run).finally(() => this.#underWay.delete(statement));
    this.#underWay.add(statement);
    return statement;
  }

  async #run(run: () => Promise<unknown>): Promise<unknown> {
    this.#assertOpen();
    try {
      return await run();
    } catch (error) {
      // On a full disk, among others, SQLite rolls back by itself. What was written after that would stand alone.
      if (!this.#database.inTransaction) this.#failure ??= error;
      throw error;
    }
  }

  #assertOpen(): void {
    if (!this.#isOpen) throw new Error('This transaction has ended; what was written now would belong to another.');
    if (!this.#database.inTransaction) throw this.#failure ?? new Error('SQLite has rolled this transaction back.');
  }
}

/** For whom a write is made. */
export interface Within {
  /** The transaction it takes part in; without one it has its own. */
  readonly tx?: Transaction;
  /** Asked in a transaction of its own before anything is written; the write is not made where it throws. */
  readonly confirm?: (manager: EntityManager) => Promise<void>;
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
  readonly #report: (error: unknown) => void;
  readonly #inside = new AsyncLocalStorage<Transaction>();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(dataSource: DataSource, database: Database.Database, report: (error: unknown) => void) {
    this.#dataSource = dataSource;
    this.#database = database;
    this.#report = report;
  }

  /** Runs `work` in the transaction of `within`, or in one of its own that commits when it resolves. */
  run<T>({ tx, confirm }: Within, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    if (tx) return tx.join(work);
    if (this.#inside.getStore()?.isOpen) {
      return Promise.reject(
        new Error('A write inside a transaction must hand that transaction on, or it waits for itself.'),
      );
    }
    const turn = this.#tail.then(() =>
      this.#transact(async (transaction) => {
        await confirm?.(transaction.manager);
        return work(transaction);
      }),
    );
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when everything that was asked for until now has ended. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  async #transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.#database.exec('BEGIN IMMEDIATE');
    const transaction = new Transaction(this.#dataSource, this.#database);
    let result: T;
    try {
      result = await this.#inside.run(transaction, () => transaction.join(work));
      await transaction.settled();
      transaction.assertWhole();
      transaction.end();
      this.#database.exec('COMMIT');
    } catch (error) {
      await transaction.settled();
      transaction.end();
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
    transaction.committed(this.#report);
    return result;
  }
}
