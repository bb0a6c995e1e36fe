import type { DataSource, QueryRunner } from 'typeorm';

/** Runs one statement, or refuses to. */
export type StatementGuard = (run: () => Promise<unknown>) => Promise<unknown>;

/**
 * A query runner, with its manager, for one transaction. TypeORM's better-sqlite3 data source has a single query runner
 * for everybody: a manager that is kept beyond its transaction would go on writing with it, in the transaction of
 * somebody else or in none. So each transaction gets a view of that runner whose statements all pass a guard.
 */
export function transactionRunner(dataSource: DataSource, guard: StatementGuard): QueryRunner {
  const shared = dataSource.createQueryRunner();
  const own: QueryRunner = Object.create(shared);
  return Object.assign(own, {
    manager: dataSource.createEntityManager(own),
    // TypeORM must believe in the transaction, or every save() would open one of its own. Its own begin and
    // rollback are not used: when SQLite rolls back by itself (a full disk), TypeORM's count of open
    // transactions stays wrong and the next one would be a mere savepoint.
    isTransactionActive: true,
    query: (...statement: Parameters<QueryRunner['query']>) => guard(() => shared.query(...statement)),
    startTransaction: () =>
      Promise.reject(new Error('There is a transaction already: take part in it by handing it on to write().')),
  });
}
