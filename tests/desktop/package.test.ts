import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder';
import { writeProgram, writeRuntime } from './support/crafted-runtime';
import { Desktop } from './support/desktop';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Nothing answers here. */
const nowhere = 'http://127.0.0.1:9/';

function run(args: readonly string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  return { status, stdout, stderr, lines: stderr.trim().split('\n') };
}

const checkFuses = (program: string) => run(['scripts/fuses.mjs', program]);

describe('the check of the fuses', () => {
  it('passes when every fuse is as it has to be', async () => {
    const program = join(await temporaryFolder(), 'steward');
    await writeProgram(program, '010011001');
    expect(checkFuses(program)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['110011001', 'The fuse RunAsNode is on and has to be off.'],
    ['000011001', 'The fuse EnableCookieEncryption is off and has to be on.'],
    ['011011001', 'The fuse EnableNodeOptionsEnvironmentVariable is on and has to be off.'],
    ['010111001', 'The fuse EnableNodeCliInspectArguments is on and has to be off.'],
    ['010001001', 'The fuse EnableEmbeddedAsarIntegrityValidation is off and has to be on.'],
    ['010010001', 'The fuse OnlyLoadAppFromAsar is off and has to be on.'],
    ['010011101', 'The fuse LoadBrowserProcessSpecificV8Snapshot is on and has to be off.'],
    ['010011011', 'The fuse GrantFileProtocolExtraPrivileges is on and has to be off.'],
    ['0r0011001', 'The fuse EnableCookieEncryption is removed and has to be on.'],
    ['0100110', 'The fuse GrantFileProtocolExtraPrivileges is missing and has to be off.'],
  ])('fails for %s: %s', async (fuses, sentence) => {
    const program = join(await temporaryFolder(), 'steward');
    await writeProgram(program, fuses);
    expect(checkFuses(program)).toMatchObject({ status: 1, lines: [sentence] });
  });

  it('fails for a file without fuses, and for none', async () => {
    const folder = await temporaryFolder();
    expect(checkFuses(join(root, 'package.json')).status).toBe(1);
    expect(checkFuses(join(folder, 'missing')).status).toBe(1);
    expect(run(['scripts/fuses.mjs']).status).toBe(1);
  });
});

describe('the packaging', () => {
  it('says in one sentence that there is no Electron runtime', async () => {
    const folder = await temporaryFolder();
    const { status, lines } = run(['scripts/package.mjs'], {
      ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'no-runtime'),
      ELECTRON_MIRROR: nowhere,
      electron_config_cache: join(folder, 'empty-cache'),
    });
    expect(status).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^There is nothing to pack Steward with: the Electron runtime [\d.]+/),
    ]);
  });

  it('refuses an option it does not know, before it builds anything', () => {
    expect(run(['scripts/package.mjs', '--win'])).toMatchObject({ status: 1, stdout: '' });
  });

  it('packs all that it takes to run and nothing else, with the fuses as they have to be', async (context) => {
    context.skip(process.platform !== 'linux', 'a runtime can be crafted for Linux only');
    const { resources, program } = await pack();
    expect(checkFuses(program)).toMatchObject({ status: 0, stderr: '' });

    expect((await readdir(join(resources, 'app'))).sort()).toEqual(['node_modules', 'out', 'package.json']);
    expect((await readdir(join(resources, 'app', 'out'))).sort()).toEqual(['main', 'preload', 'renderer']);
    const native = 'node_modules/better-sqlite3-multiple-ciphers/prebuilds';
    expect(await readdir(join(resources, 'app', native))).toEqual([`linux-${process.arch}.node`]);
    const { main, devDependencies } = JSON.parse(await readFile(join(resources, 'app', 'package.json'), 'utf8'));
    expect({ main, devDependencies }).toEqual({ main: './out/main/desktop.js', devDependencies: undefined });

    const entry = pathToFileURL(join(resources, 'app', 'out', 'main', 'desktop.js'));
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder(), '--demo'], {}, entry);
    expect(await desktop.ask(await desktop.window(), 'session.state', {})).toMatchObject({ state: 'signed-out' });
  });
});

/** As `npm run package` does it, but into a folder in place of an archive, so that Node can look into it and run it. */
async function pack(): Promise<{ resources: string; program: string }> {
  const folder = await temporaryFolder();
  const electron = JSON.parse(await readFile(join(root, 'node_modules/electron/package.json'), 'utf8'));
  await mkdir(join(folder, 'runtime'));
  await writeRuntime(join(folder, 'runtime'), electron.version);
  const { status, stdout, stderr } = run([
    'node_modules/electron-builder/cli.js',
    ...['--config', 'build/electron-builder.yml', '--dir', '--publish', 'never'],
    `--config.electronDist=${join(folder, 'runtime')}`,
    `--config.directories.output=${folder}`,
    '--config.asar=false',
  ]);
  if (status !== 0) throw new Error(`electron-builder failed.\n${stdout}${stderr}`);
  const unpacked = join(folder, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  return { resources: join(unpacked, 'resources'), program: join(unpacked, 'steward') };
}
