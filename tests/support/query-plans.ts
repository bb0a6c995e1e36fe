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
  const plans: string[] = [];
  for (const { sql, params } of await statementsOf(manager, act)) {
    const steps = await manager.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, params);
    plans.push(...steps.map((step) => step.detail));
  }
  return plans;
}

/** The statements that `act` really runs on the manager's connection. */
export async function statementsOf(manager: EntityManager, act: () => Promise<unknown>): Promise<Statement[]> {
  const { dataSource } = manager;
  const recorder = new StatementRecorder();
  const { logger } = dataSource;
  dataSource.logger = recorder;
  try {
    await act();
  } finally {
    dataSource.logger = logger;
  }
  return recorder.statements;
}

/**
 * Which of the statements read rows of the table itself, and not only what an index has of them. The plan does not tell
 * where an index has a generated column: it is called covering there only in the program that SQLite runs.
 */
export async function rowReadersOf(manager: EntityManager, table: string, statements: readonly Statement[]) {
  const [{ rootpage } = { rootpage: 0 }] = await manager.query<{ rootpage: number }[]>(
    'SELECT rootpage FROM sqlite_schema WHERE name = ?',
    [table],
  );
  const readers: string[] = [];
  for (const { sql, params } of statements) {
    const program = await manager.query<{ opcode: string; p1: number; p2: number }[]>(`EXPLAIN ${sql}`, params);
    const cursors = program.filter(({ opcode, p2 }) => opcode === 'OpenRead' && p2 === rootpage).map(({ p1 }) => p1);
    if (program.some(({ opcode, p1 }) => opcode === 'Column' && cursors.includes(p1))) readers.push(sql);
  }
  return readers;
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
