import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Options } from '../../../src-main/hosts/options';
import { prepareOffice } from '../../../src-main/hosts/unattended';
import { temporaryFolder } from '../../support/temporary-folder';
import { startTestApp, type TestApp } from '../../support/test-app';
import { passphrase, setUpOffice } from '../../support/test-office';

async function fileWith(content: string | Buffer): Promise<string> {
  const file = join(await temporaryFolder(), 'passphrase');
  await writeFile(file, content);
  return file;
}

function prepare(steward: TestApp, asked: Partial<Options>) {
  const { dataDir } = steward.options;
  return prepareOffice(steward.app, {
    host: 'browser',
    dataDir,
    port: 0,
    passphraseFile: null,
    isDemo: false,
    ...asked,
  });
}

const stateOf = async (steward: TestApp) => (await steward.ask('window', 'session.state', {})).state;

describe('what the command line asks for before the first window', () => {
  it('is nothing where nothing was asked for', async () => {
    const steward = await startTestApp();
    expect(await prepare(steward, {})).toEqual({ results: [], notes: [] });
    expect(await stateOf(steward)).toBe('no-office');
  });

  it('opens the store with the passphrase in a file, whatever ends its line', async () => {
    const steward = await startTestApp();
    await setUpOffice(steward);
    for (const end of ['', '\n', '\r\n']) {
      await steward.restart();
      expect(await stateOf(steward)).toBe('store-locked');
      const passphraseFile = await fileWith(`${passphrase}${end}`);
      expect(await prepare(steward, { passphraseFile })).toEqual({ results: [], notes: [] });
      expect(await stateOf(steward)).toBe('signed-out');
    }
  });

  it('says so where there is nothing to open', async () => {
    const steward = await startTestApp();
    const { notes } = await prepare(steward, { passphraseFile: await fileWith(passphrase) });
    expect(notes).toEqual([`There is no office in ${steward.options.dataDir} yet: --passphrase-file was ignored.`]);
  });

  it('makes a sample office, open and with the passphrase of the file', async () => {
    const steward = await startTestApp();
    const passphraseFile = await fileWith('twelve quiet herons wading');
    const { results } = await prepare(steward, { isDemo: true, passphraseFile });
    expect(results.join('\n')).not.toContain('herons');
    expect(await stateOf(steward)).toBe('signed-out');
    await steward.restart();
    await steward.ask('window', 'opening.openWithPassphrase', { passphrase: 'twelve quiet herons wading' });
  });

  it('prints two sign-ins of a sample office: of its superuser, and of somebody who acts for an account holder', async () => {
    const steward = await startTestApp();
    const { results } = await prepare(steward, { isDemo: true });
    const said = results.join('\n');
    const names = [...said.matchAll(/(?:E-mail|Username): +(\S+)/g)].map(([, name]) => name ?? '');
    const passwords = [...said.matchAll(/Password: +(.+)/g)].map(([, password]) => password ?? '');
    expect(names).toEqual(['sam.sample@example.org', 'nils.lund']);
    for (const [index, signInName] of names.entries()) {
      const password = passwords[index] ?? '';
      const session = await steward.ask(signInName, 'session.signIn', { signInName, password });
      expect(session).toMatchObject({ state: 'full', account: { isOwn: index === 0 } });
    }
  });

  it('leaves an office that is there alone', async () => {
    const steward = await startTestApp();
    await setUpOffice(steward);
    expect(await prepare(steward, { isDemo: true })).toEqual({
      results: [],
      notes: [`There is an office in ${steward.options.dataDir} already: --demo was ignored.`],
    });
  });

  it('fails for what does not open the store, which stays locked', async () => {
    const steward = await startTestApp();
    await setUpOffice(steward);
    await steward.restart();
    const wrong = prepare(steward, { passphraseFile: await fileWith('not the passphrase at all') });
    await expect(wrong).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    for (const [content, why] of [
      ['', 'it does not hold a passphrase of the right length.'],
      ['x'.repeat(200), 'it does not hold a passphrase of the right length.'],
      ['seven copper\nkettles whistling\n', 'it has more than one line.'],
      [Buffer.from([0xff, 0xfe, 0x80]), 'it is not a text file.'],
    ] as const) {
      const passphraseFile = await fileWith(content);
      await expect(prepare(steward, { passphraseFile })).rejects.toThrow(
        `The passphrase file ${passphraseFile} cannot be used: ${why}`,
      );
    }
    expect(await stateOf(steward)).toBe('store-locked');
  });

  it('fails for a file that is missing or a folder', async () => {
    const steward = await startTestApp();
    const folder = await temporaryFolder();
    const missing = prepare(steward, { passphraseFile: join(folder, 'missing') });
    await expect(missing).rejects.toThrow('there is no such file.');
    await expect(prepare(steward, { passphraseFile: folder })).rejects.toThrow('it is a folder.');
  });

  it('fails where the passphrase is too short for a new office, which is not made', async () => {
    const steward = await startTestApp();
    const passphraseFile = await fileWith('short');
    await expect(prepare(steward, { isDemo: true, passphraseFile })).rejects.toMatchObject({
      code: 'PASSPHRASE_FILE_UNUSABLE',
    });
    expect(await stateOf(steward)).toBe('no-office');
  });
});
