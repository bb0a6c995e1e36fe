// npm run package: builds Steward and packs it for the platform of this computer into dist/.
// "npm run package -- --dir" only fills a folder there, without installers.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode24 } from './require-node.mjs';

requireNode24();
// Loaded only now, because on an older Node.js it would fail before the line above can say why.
const { checkFuses } = await import('./fuses.mjs');

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const electronPackage = createRequire(import.meta.url).resolve('electron/package.json');
const { version } = JSON.parse(readFileSync(electronPackage, 'utf8'));
const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(dirname(electronPackage), 'dist');

process.exitCode = (await makePackage(process.argv.slice(2))) ? 0 : 1;

async function makePackage(args) {
  if (args.some((arg) => arg !== '--dir')) {
    console.error('The only option of "npm run package" is "-- --dir".');
    return false;
  }
  if (!hasRuntime() && !downloadRuntime()) {
    console.error(
      `There is nothing to pack Steward with: the Electron runtime ${version} is not on this computer and cannot be ` +
        'downloaded (ELECTRON_MIRROR names another place to get it from).',
    );
    return false;
  }
  const isPacked =
    run('node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn') &&
    run(
      fileURLToPath(import.meta.resolve('electron-builder/cli.js')),
      ...['--config', 'build/electron-builder.yml', `--config.electronDist=${runtime}`],
      ...['--publish', 'never', ...args],
    );
  return isPacked && (await checkFuses(packedProgram()));
}

function hasRuntime() {
  const file = join(runtime, 'version');
  return existsSync(file) && readFileSync(file, 'utf8').trim().replace(/^v/, '') === version;
}

/** As the first start does it. Its own words are those of a network library, so they are left out. */
function downloadRuntime() {
  const installer = join(dirname(electronPackage), 'install.js');
  return spawnSync(process.execPath, [installer], { stdio: 'ignore' }).status === 0 && hasRuntime();
}

function run(...command) {
  return spawnSync(process.execPath, command, { stdio: 'inherit' }).status === 0;
}

/** Where electron-builder lays out what it puts into the installers. */
function packedProgram() {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return `dist/mac${arch}/Steward.app`;
  return process.platform === 'win32' ? `dist/win${arch}-unpacked/Steward.exe` : `dist/linux${arch}-unpacked/steward`;
}
