// npm run seed: fills a folder with an office of made-up people.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPrograms } from './build-programs.mjs';
import { requireNode24 } from './require-node.mjs';
import { run } from './run.mjs';

requireNode24();
const calledIn = process.env.INIT_CWD ?? process.cwd();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// Folders and files are meant as seen from where npm was called.
const args = process.argv
  .slice(2)
  .map((argument, index, all) => (isPath(all[index - 1]) ? resolve(calledIn, argument) : argument));
process.exitCode = buildPrograms() ? await run(process.execPath, ['out/programs/seed.js', ...args]) : 1;

function isPath(option) {
  return option === '--data-dir' || option === '--passphrase-file';
}
