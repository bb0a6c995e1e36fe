import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder';
import { HttpWindow } from './support/http-window';
import { StartProcess } from './support/start-process';

/** The first start may have to build. */
const buildMs = 120_000;

const browser = (dataDir: string) => ['--host', 'browser', '--data-dir', dataDir, '--port', '0'];

describe('npm start', { timeout: buildMs }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line when it is ready, and stops cleanly on %s',
    async (signal) => {
      const dataDir = await temporaryFolder();
      const steward = new StartProcess(['--', ...browser(dataDir)]);
      const address = await steward.ready();
      const page = await fetch(new URL('/', address));
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      const window = await HttpWindow.open(address);
      expect(await window.call('session.state', {})).toMatchObject({ ok: true, data: { state: 'no-office' } });

      const { code, output } = await steward.stop(signal);
      expect(code).toBe(0);
      expect(output).toBe(`Steward is ready: ${address}\n`);
      await new StartProcess(browser(dataDir)).ready();
    },
  );

  it('refuses a folder that is in use, in one sentence', async () => {
    const dataDir = await temporaryFolder();
    await new StartProcess(browser(dataDir)).ready();
    expect(await new StartProcess(browser(dataDir)).ended()).toEqual({
      code: 1,
      output: '',
      errors: `Steward is already running with the folder ${dataDir}. Use that one, or close it first.\n`,
    });
  });

  it('refuses what it does not know before it does anything', async () => {
    const { code, output, errors } = await new StartProcess(['--hots', 'browser']).ended();
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/^Steward knows no option "--hots"\.\n\nUsage: /);
    expect(await new StartProcess(['--help']).ended()).toMatchObject({ code: 0, errors: '' });
  });

  it('starts for the browser where there is no display, and says so', async ({ skip }) => {
    skip(process.platform !== 'linux', 'only Linux has computers without a display');
    const steward = new StartProcess(['--data-dir', await temporaryFolder()]);
    await steward.ready();
    const { code, errors } = await steward.stop('SIGTERM');
    expect({ code, errors }).toEqual({ code: 0, errors: 'Starting for the browser, because there is no display.\n' });
  });

  it('says why the desktop host cannot start when no other is wanted', async ({ skip }) => {
    skip(process.platform !== 'linux', 'only Linux has computers without a display');
    const steward = new StartProcess(['--host', 'desktop', '--data-dir', await temporaryFolder()]);
    expect(await steward.ended()).toEqual({
      code: 1,
      output: '',
      errors: 'The desktop host cannot start: there is no display.\n',
    });
  });

  it('never looks for the desktop runtime when the browser host is wanted', async () => {
    let connections = 0;
    const mirror = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void mirror.close());
    const address = mirror.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const environment = { DISPLAY: ':0', ELECTRON_MIRROR: `http://127.0.0.1:${port}/` };
    const steward = new StartProcess(browser(await temporaryFolder()), environment);
    await steward.ready();
    expect(await steward.stop('SIGTERM')).toMatchObject({ code: 0, errors: '' });
    expect(connections).toBe(0);
  });

  it('finds the right Node.js when an older one starts it', async ({ skip }) => {
    const older = olderNode();
    skip(older === null, 'there is no older Node.js on this computer');
    const steward = new StartProcess(browser(await temporaryFolder()), {}, older ?? '');
    await steward.ready();
    expect(await steward.stop('SIGTERM')).toMatchObject({ code: 0, errors: '' });
  });
});

describe('npm start -- --demo', { timeout: buildMs }, () => {
  it('makes an office, prints how to sign in, and opens it again with a passphrase file', async () => {
    const folder = await temporaryFolder();
    const dataDir = join(folder, 'office');
    const first = new StartProcess([...browser(dataDir), '--demo']);
    const window = await HttpWindow.open(await first.ready());
    const before = window.token;
    const signInName = printed(first.output, 'E-mail');
    const password = printed(first.output, 'Password');
    const signedIn = await window.call('session.signIn', { signInName, password });
    expect(signedIn).toMatchObject({ ok: true, data: { state: 'full', officeName: 'Sample office' } });
    expect((await window.callWith(before, 'session.state', {})).status).toBe(401);
    expect(await window.call('session.state', {})).toMatchObject({ ok: true, data: { state: 'full' } });
    expect(await first.stop('SIGTERM')).toMatchObject({ code: 0, errors: '' });

    const passphraseFile = join(folder, 'passphrase');
    await writeFile(passphraseFile, `${printed(first.output, 'Passphrase')}\r\n`);
    const second = new StartProcess([...browser(dataDir), '--demo', '--passphrase-file', passphraseFile]);
    const again = await HttpWindow.open(await second.ready());
    expect(await again.call('session.state', {})).toMatchObject({ ok: true, data: { state: 'signed-out' } });
    const { errors } = await second.stop('SIGTERM');
    expect(errors).toBe(`There is an office in ${dataDir} already: --demo was ignored.\n`);

    await writeFile(passphraseFile, 'not the passphrase at all');
    expect(await new StartProcess([...browser(dataDir), '--passphrase-file', passphraseFile]).ended()).toEqual({
      code: 1,
      output: '',
      errors: 'That passphrase does not open the store. Check for typing errors, or use the recovery code.\n',
    });
  });
});

function printed(output: string, label: string): string {
  return new RegExp(`^ {2}${label}: +(.+)$`, 'm').exec(output)?.[1] ?? `no ${label} was printed`;
}

function olderNode(): string | null {
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path));
  return (
    candidates.find((path) => Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'])) < 24) ?? null
  );
}
