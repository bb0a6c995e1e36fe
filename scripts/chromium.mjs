// Finds the Chromium that the end-to-end tests drive.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export const noChromium =
  'No Chromium was found. Install Chromium or Google Chrome, or run "npx playwright install chromium", ' +
  'or set CHROMIUM_PATH to the program.';

/** The program, and in words where it comes from; null where there is none. Installs nothing. */
export function findChromium() {
  return named() ?? playwrightsOwn() ?? installed();
}

/** The same, but on Debian root gets the distribution's package where nothing else is there. */
export function findOrInstallChromium() {
  return findChromium() ?? debianPackage();
}

function named() {
  const path = process.env.CHROMIUM_PATH;
  return path ? { path, origin: 'named by CHROMIUM_PATH' } : null;
}

function playwrightsOwn() {
  const path = chromium.executablePath();
  return path && existsSync(path) ? { path, origin: "Playwright's own" } : null;
}

function installed() {
  const path = installedPlaces().find(isProgram);
  return path ? { path, origin: 'installed on this computer' } : null;
}

function installedPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return roots.filter(Boolean).flatMap((root) => programs.map((program) => join(root, program)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function debianPackage() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/etc/debian_version')) return null;
  console.log('No Chromium is installed: getting the package "chromium" of this distribution.');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', ['-qq', ...step], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    });
    if (status !== 0) return null;
  }
  const path = installedPlaces().find(isProgram);
  return path ? { path, origin: "the distribution's package" } : null;
}

if (import.meta.main) {
  const found = findOrInstallChromium();
  console.log(found ? `Chromium for the end-to-end tests: ${found.path} (${found.origin}).` : noChromium);
  process.exitCode = found ? 0 : 1;
}
