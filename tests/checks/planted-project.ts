import { execFile } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checks } from '../../scripts/checks.mjs';
import { temporaryFolder } from '../support/temporary-folder';

const root = resolve(import.meta.dirname, '../..');
const settings = [
  'biome.json',
  '.gitignore',
  'knip.json',
  'package.json',
  'tsconfig.json',
  'src-renderer/tsconfig.json',
  'tests/e2e/tsconfig.json',
];

/** Files by their path in the project. */
export type Files = Readonly<Record<string, string>>;

/** A folder with the project's real settings and packages, and of its files only these. */
export async function plantedProject(files: Files): Promise<string> {
  const folder = await temporaryFolder();
  for (const path of settings) await cp(join(root, path), join(folder, path));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Runs the very command of `npm run check`. */
export function runCheck(
  name: keyof typeof checks,
  folder: string,
  ...more: string[]
): Promise<{ isGreen: boolean; output: string }> {
  return new Promise((finish) => {
    execFile(process.execPath, [...checks[name].command, ...more], { cwd: folder }, (error, stdout, stderr) => {
      finish({ isGreen: error === null, output: stdout + stderr });
    });
  });
}
