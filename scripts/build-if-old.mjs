import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const sources = [
  'src-main',
  'src-renderer',
  'src-shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const results = [
  'out/main/browser.js',
  'out/main/desktop.js',
  'out/main/reader.thread.js',
  'out/main/strength.thread.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** Builds when a result is missing or older than a source. Answers whether there is something to start. */
export async function buildIfOld(root) {
  const oldestResult = Math.min(...results.map((path) => changedAt(join(root, path))));
  if (oldestResult > Math.max(...sources.map((path) => newestBelow(join(root, path))))) return true;
  process.stderr.write('Building Steward, because it is new here or has changed …\n');
  const program = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  // What the build says goes where errors go: the output is for the address alone.
  const stdio = ['ignore', process.stderr, process.stderr];
  return (await run(process.execPath, [program, 'build', root, '--logLevel', 'warn'], { stdio })) === 0;
}

/** When a file below was changed last, or a folder, in which a file may have been removed. */
function newestBelow(path) {
  const entries = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path) : [];
  return Math.max(changedAt(path), ...entries.map((name) => newestBelow(join(path, name))));
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
