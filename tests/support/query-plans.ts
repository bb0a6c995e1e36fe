import type { EntityManager, Logger } from 'typeorm';

interface Statement {
  readonly sql: string;
  readonly params: unknown[];
}

/**
 * How SQLite carries out the statements that `act` really runs on the manager's connection, one line a step, such as
 * `SEARCH account USING INDEX account_email (email_folded=?)`. Statements are taken down as they are run, so that a
 * test looks at the application's own SQL and not at a copy of it.
 */
export async function plansOf(manager: EntityManager, act: () => Promise<unknown>): Promise<string[]> {
  const { dataSource } = manager;
  const recorder = new StatementRecorder();
  const { logger } = dataSource;
  dataSource.logger = recorder;
  try {
    await act();
  } finally {
    dataSource.logger = logger;
  }
  const plans: string[] = [];
  for (const { sql, params } of recorder.statements) {
    const steps = await manager.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, params);
    plans.push(...steps.map((step) => step.detail));
  }
  return plans;
}

class StatementRecorder implements Logger {
  readonly statements: Statement[] = [];

  logQuery(sql: string, params: unknown[] = []): void {
    this.statements.push({ sql, params });
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
