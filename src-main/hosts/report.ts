/**
 * Writes an error nobody expected to the log, with its causes. Only stacks are written: the other properties
 * of an error may hold what somebody typed, such as the parameters of a query.
 */
export function reportToLog(error: unknown): void {
  const stacks: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) stacks.push(cause.stack ?? cause.message);
  const text = stacks.length > 0 ? stacks.join('\nCaused by: ') : `Thrown, and no error: ${typeof error}`;
  process.stderr.write(`${new Date().toISOString()} ${text}\n`);
}
