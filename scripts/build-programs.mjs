import { spawnSync } from 'node:child_process';

/** Builds what npm runs and nobody ships. Answers whether it is there. */
export function buildPrograms() {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', 'programs.config.ts'];
  return spawnSync(process.execPath, [...args, '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] }).status === 0;
}
