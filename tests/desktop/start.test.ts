import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder';
import { passphrase } from '../support/test-office';
import { Desktop } from './support/desktop';

describe('the start', () => {
  it('tells Electron before it is ready what cannot be told later', async () => {
    const dataDir = await temporaryFolder();
    const desktop = await Desktop.start(['--data-dir', dataDir]);
    const { beforeReady } = await desktop.do('journal');
    const { schemes, switches, userData } = await desktop.do('start');

    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
    expect(switches).toEqual({ 'host-resolver-rules': 'MAP * ~NOTFOUND' });
    expect(userData).toBe(join(dataDir, 'desktop'));
    expect(beforeReady).toContain('sandbox');
    // The lock belongs to the profile folder, so the folder has to be known first.
    expect(beforeReady.indexOf('path userData')).toBeLessThan(beforeReady.indexOf('single instance lock'));
  });

  it('ends at once beside a first instance, and opens neither a window nor the store', async () => {
    const dataDir = await temporaryFolder();
    const desktop = await Desktop.start(['--data-dir', dataDir], { isFirstInstance: false });
    expect((await desktop.do('journal')).exitCode).toBe(0);
    expect(await desktop.windows()).toEqual([]);
    expect(await readdir(dataDir)).toEqual(['desktop']);
  });

  it('brings its window to the front when it is started again', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    const window = await desktop.window();
    await desktop.do('minimize', { window });
    await desktop.do('secondInstance');
    expect(await desktop.do('windows')).toMatchObject([{ id: window, isMinimized: false, isVisible: true }]);
  });

  it.each([
    ['is a file', async (dir: string) => writeFile(dir, ''), 'is a file and not a folder'],
    [
      'has something in its place for the profile',
      async (dir: string) => {
        await mkdir(dir);
        await writeFile(join(dir, 'desktop'), '');
      },
      null,
    ],
  ])('says in a window what is wrong when the data folder %s', async (_, prepare, why) => {
    const dataDir = join(await temporaryFolder(), 'office');
    await prepare(dataDir);
    const desktop = await Desktop.start(['--data-dir', dataDir]);
    const { errorBoxes, exitCode } = await desktop.do('journal');
    expect(exitCode).toBe(1);
    expect(errorBoxes).toHaveLength(1);
    expect(errorBoxes[0]?.title).toBe('Steward cannot start');
    if (why) {
      expect(errorBoxes[0]?.content).toContain(`The folder ${dataDir} cannot be used: `);
      expect(errorBoxes[0]?.content).toContain(why);
    }
    expect(await desktop.windows()).toEqual([]);
  });

  it('says that the browser host, or another, has the folder', async () => {
    const dataDir = await temporaryFolder();
    await Desktop.start(['--data-dir', dataDir]);
    const second = await Desktop.start(['--data-dir', dataDir]);
    const { errorBoxes, exitCode } = await second.do('journal');
    expect(exitCode).toBe(1);
    expect(errorBoxes).toEqual([
      {
        title: 'Steward cannot start',
        content: `Steward is already running with the folder ${dataDir}. Use that one, or close it first.`,
      },
    ]);
  });

  it('shows its usage for an option without its value, and starts nothing', async () => {
    const desktop = await Desktop.start(['--data-dir']);
    expect((await desktop.do('journal')).exitCode).toBe(2);
    expect(desktop.output).toContain('The option --data-dir needs a value.');
    expect(await desktop.windows()).toEqual([]);
  });

  it('passes over the switches of Chromium', async () => {
    const desktop = await Desktop.start([
      '--ozone-platform=x11',
      '--data-dir',
      await temporaryFolder(),
      '--no-sandbox',
    ]);
    expect(await desktop.windows()).toHaveLength(1);
  });

  it('makes an office of sample data and tells how to get in, on paper and on screen', async () => {
    const folder = await temporaryFolder();
    const passphraseFile = join(folder, 'passphrase');
    await writeFile(passphraseFile, `${passphrase}\n`);
    const args = ['--data-dir', join(folder, 'office'), '--passphrase-file', passphraseFile, '--demo'];
    const desktop = await Desktop.start(args);
    const { messageBoxes } = await desktop.do('journal');
    expect(messageBoxes).toHaveLength(1);
    expect(messageBoxes[0]?.detail).toContain('E-mail:');
    expect(desktop.output).toContain(messageBoxes[0]?.detail);
    expect(await desktop.ask(await desktop.window(), 'session.state', {})).toMatchObject({ state: 'signed-out' });
  });

  it('gives up on a passphrase file it cannot read, and lets go of the store', async () => {
    const folder = await temporaryFolder();
    const passphraseFile = join(folder, 'missing');
    const args = ['--data-dir', join(folder, 'office')];
    const desktop = await Desktop.start([...args, '--passphrase-file', passphraseFile]);
    const { errorBoxes, exitCode } = await desktop.do('journal');
    expect(exitCode).toBe(1);
    expect(errorBoxes[0]?.content).toContain(`The passphrase file ${passphraseFile} cannot be`);
    expect(await (await Desktop.start(args)).windows()).toHaveLength(1);
  });
});
