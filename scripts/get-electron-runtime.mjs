import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectronRuntime, hasDisplay } from './electron-runtime.mjs';
import { run } from './run.mjs';

const packages = fileURLToPath(new URL('../node_modules', import.meta.url));
const failureNote = join(packages, '.cache/steward/electron-download-failed');
const secondsWhenChosen = 60;
const secondsWhenWanted = 900;
const noteHolds = 24 * 3_600_000;

/**
 * Finds Electron's runtime, or downloads it by the package's own script. A download that failed is not tried again
 * for a day, so that a computer without the network starts quickly, unless the person wants this host and no other.
 * @returns {Promise<{ path?: string, missing?: string }>} the program, or why the desktop host cannot run
 */
export async function getElectronRuntime({ isWanted }) {
  if (!hasDisplay()) return { missing: 'there is no display' };
  if (process.getuid?.() === 0) return { missing: 'the sandbox of its windows does not work for the user root' };
  const found = findElectronRuntime();
  if (found.path) return found;
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    return { missing: 'there is no Electron runtime where ELECTRON_OVERRIDE_DIST_PATH points' };
  }
  if (!isWanted && Date.now() - changedAt(failureNote) < noteHolds) {
    return { missing: 'the Electron runtime is missing and could not be downloaded (tried in the last 24 hours)' };
  }
  return download(isWanted ? secondsWhenWanted : secondsWhenChosen);
}

async function download(seconds) {
  process.stderr.write(`Downloading the Electron runtime (for up to ${seconds} seconds) …\n`);
  // What the script prints on a failure is a stack; the sentence says what there is to know.
  const stdio = ['ignore', 'ignore', 'ignore'];
  const status = await run(process.execPath, [join(packages, 'electron/install.js')], {
    limitMs: seconds * 1000,
    stdio,
  });
  const found = findElectronRuntime();
  if (status === 0 && found.path) {
    rmSync(failureNote, { force: true });
    return found;
  }
  noteFailure();
  const why = status === 124 ? `not within ${seconds} seconds` : 'is the network there?';
  return { missing: `the Electron runtime is missing and could not be downloaded (${why})` };
}

function noteFailure() {
  try {
    mkdirSync(dirname(failureNote), { recursive: true });
    writeFileSync(failureNote, '');
  } catch {
    // Somebody else has installed the packages: then it is tried at each start.
  }
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
