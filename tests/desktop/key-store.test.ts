import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder';
import { superuser } from '../support/test-office';
import { Desktop } from './support/desktop';

const officeName = 'Northgate Office';

beforeEach((context) => {
  context.skip(process.platform !== 'linux', 'only Linux has key stores that do not encrypt');
});

describe('the key store of a Linux desktop', () => {
  it.each(['basic_text', 'unknown'] as const)('is not used where it only pretends to encrypt: %s', async (backend) => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()], { keyStoreBackend: backend });
    const window = await desktop.window();
    expect(await desktop.ask(window, 'setup.options', {})).toMatchObject({ hasKeyStore: false });
    const input = { officeName, passphrase: null, useKeyStore: true, superuser, addSampleData: false };
    expect(await desktop.call(window, 'setup.create', input)).toMatchObject({
      ok: false,
      error: { code: 'KEY_STORE_UNAVAILABLE' },
    });
  });

  it.each(['gnome_libsecret', 'kwallet6'] as const)('keeps the key where it encrypts: %s', async (keyStoreBackend) => {
    const dataDir = await temporaryFolder();
    const desktop = await Desktop.start(['--data-dir', dataDir], { keyStoreBackend });
    const window = await desktop.window();
    expect(await desktop.ask(window, 'setup.options', {})).toMatchObject({ hasKeyStore: true });
    await desktop.ask(window, 'setup.create', {
      officeName,
      passphrase: null,
      useKeyStore: true,
      superuser,
      addSampleData: false,
    });
    await desktop.quit();

    const next = await Desktop.start(['--data-dir', dataDir], { keyStoreBackend });
    const nextWindow = await next.window();
    expect(await next.ask(nextWindow, 'opening.ways', {})).toEqual({ hasPassphrase: false, hasKeyStore: true });
    await next.ask(nextWindow, 'opening.openWithKeyStore', {});
    expect(await next.ask(nextWindow, 'session.state', {})).toMatchObject({ state: 'signed-out' });
  });

  it('does not give the key back once the desktop has stopped encrypting', async () => {
    const dataDir = await temporaryFolder();
    const desktop = await Desktop.start(['--data-dir', dataDir]);
    const window = await desktop.window();
    const input = { officeName, passphrase: null, useKeyStore: true, superuser, addSampleData: false };
    await desktop.ask(window, 'setup.create', input);
    await desktop.quit();

    const next = await Desktop.start(['--data-dir', dataDir], { keyStoreBackend: 'basic_text' });
    expect(await next.call(await next.window(), 'opening.openWithKeyStore', {})).toMatchObject({
      ok: false,
      error: { code: 'KEY_STORE_UNAVAILABLE' },
    });
  });
});
