// Reads the fuses of a packaged Steward: node scripts/fuses.mjs PATH, where PATH is its program or, on macOS, its .app.
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** @returns {Promise<string[]>} a line for each fuse that is not as it has to be */
export async function wrongFuses(path) {
  const wire = await getCurrentFuseWire(path);
  if (wire.version !== FuseVersion.V1) return [`The fuses are of the unknown version ${wire.version}.`];
  return Object.entries(wanted).flatMap(([name, isWanted]) => {
    const state = wire[FuseV1Options[name]];
    if (state === (isWanted ? FuseState.ENABLE : FuseState.DISABLE)) return [];
    return [`The fuse ${name} is ${inWords(state)} and has to be ${isWanted ? 'on' : 'off'}.`];
  });
}

function inWords(state) {
  if (state === FuseState.ENABLE) return 'on';
  if (state === FuseState.DISABLE) return 'off';
  return state === FuseState.REMOVED ? 'removed' : 'missing';
}

/** Says what it finds; true when every fuse is as it has to be. */
export async function checkFuses(path) {
  let wrong;
  try {
    wrong = await wrongFuses(path);
  } catch (error) {
    wrong = [`The fuses of ${path} cannot be read: ${error.message}`];
  }
  for (const line of wrong) console.error(line);
  if (wrong.length === 0) console.log(`All ${Object.keys(wanted).length} fuses of ${path} are as they have to be.`);
  return wrong.length === 0;
}

if (import.meta.main) {
  const [path] = process.argv.slice(2);
  if (!path) console.error('Say which package: node scripts/fuses.mjs PATH');
  process.exitCode = path && (await checkFuses(path)) ? 0 : 1;
}
