// npm run faults: kills the built host in the middle of changes, traces how a change reaches the disk, and searches
// what an office leaves on the disk for anything in clear text. Prints its counts and fails when one is wrong.
// "npm run faults -- 5" kills five times instead of fifty.
import { fileURLToPath } from 'node:url';
import { requireNode24 } from './require-node.mjs';

requireNode24();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// Loaded only now: older versions of Node.js cannot read TypeScript.
await import('../tests/support/resolve-typescript.ts');
const { buildIfOld } = await import('./build-if-old.mjs');
const { searchForClearText } = await import('../tests/faults/clear-text.ts');
const { traceChanges, whyNotTraced } = await import('../tests/faults/fsync-trace.ts');
const { killHost } = await import('../tests/faults/kill.ts');

const kills = Number(process.argv[2] ?? 50);
const wrong = (await buildIfOld(`${process.cwd()}/`)) ? await run() : ['the build'];
for (const what of wrong) console.log(`Failed: ${what}`);
process.exitCode = wrong.length > 0 ? 1 : 0;

async function run() {
  return [...(await kill()), ...(await trace()), ...(await search())];
}

async function kill() {
  console.log(`kill -9 of the browser host, ${kills} times, while two windows make changes`);
  const { faults, ...counts } = await killHost(kills, (line) => console.log(`  ${line}`));
  console.table({ ...counts, faults: faults.length });
  return faults;
}

async function trace() {
  console.log('\nWhat is forced to the disk between the request of a change and its answer');
  const reason = whyNotTraced();
  if (reason) {
    console.log(`  Skipped: ${reason}.`);
    return [];
  }
  const changes = await traceChanges();
  for (const { procedure, syncs } of changes) {
    for (const line of syncs) console.log(`  ${procedure}: ${line}`);
  }
  return changes.filter(({ syncs }) => syncs.length === 0).map(({ procedure }) => `${procedure} forced nothing`);
}

async function search() {
  console.log('\nClear text on the disk after a walk through the application');
  const { needles, searches, inOutput, inDecryptedStore, peopleInDecryptedStore } = await searchForClearText();
  for (const [when, { files, bytes, finds }] of Object.entries(searches)) {
    console.log(`  ${when}: ${needles} texts searched for in ${files} files, ${bytes} bytes; ${finds.length} found`);
  }
  console.log(`  in the output of the host: ${inOutput.length} found`);
  console.log(`  secrets in the decrypted store: ${inDecryptedStore.length} found`);
  console.log(`  people in the decrypted store, where they belong: ${peopleInDecryptedStore} found`);
  const finds = [...Object.values(searches).flatMap((one) => one.finds), ...inOutput, ...inDecryptedStore];
  const blind = peopleInDecryptedStore > 0 ? [] : ['the search found nobody where everybody is'];
  return [...finds.map(({ what, where }) => `${what} in ${where}`), ...blind];
}
