import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Ends a run: prints its one line, leaves it for .ci/run to add up, and decides the exit code. */
export function summarize(file, { passed, failed, skipped }) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ passed, failed, skipped })}\n`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
