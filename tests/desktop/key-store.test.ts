import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder';
import { superuser } from '../support/test-office';
import { Desktop } from './support/desktop';

const newOffice = {
  officeName: 'Northgate Office',
  passphrase: null,
  useKeyStore: true,
  superuser,
  addSampleData: false,
};

type Computer = Parameters<typeof Desktop.start>[1];

/** Sets an office up that only the key store opens. */
async function setUp(dataDir: string, computer?: Computer): Promise<void> {
  const desktop = await Desktop.start(['--data-dir', dataDir], computer);
  await desktop.ask(await desktop.window(), 'setup.create', newOffice);
  await desktop.quit();
}

/** Starts again, and tries to open it. */
async function open(dataDir: string, computer?: Computer) {
  const desktop = await Desktop.start(['--data-dir', dataDir], computer);
  const window = await desktop.window();
  const ways = await desktop.ask(window, 'opening.ways', {});
  const answer = await desktop.call(window, 'opening.openWithKeyStore', {});
  const { state } = await desktop.ask(window, 'session.state', {});
  await desktop.quit();
  return { ways, answer, state, output: desktop.output };
}

const unavailable = { ok: false, error: { code: 'KEY_STORE_UNAVAILABLE' } };

beforeEach((context) => {
  context.skip(process.platform !== 'linux', 'only Linux has key stores that do not encrypt');
});

describe('the key store of a Linux desktop', () => {
  it.each([
    ['is a password that everybody knows', { keyStoreBackend: 'basic_text' }],
    ['is not known', { keyStoreBackend: 'unknown' }],
    ['does not answer', { doesKeyStoreAnswer: false }],
  ] as const)('is not used where it %s', async (_, computer) => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()], computer);
    const window = await desktop.window();
    expect(await desktop.ask(window, 'setup.options', {})).toMatchObject({ hasKeyStore: false });
    expect(await desktop.call(window, 'setup.create', newOffice)).toMatchObject(unavailable);
  });

  it.each(['gnome_libsecret', 'kwallet6'] as const)('keeps the key where it encrypts: %s', async (keyStoreBackend) => {
    const dataDir = await temporaryFolder();
    const desktop = await Desktop.start(['--data-dir', dataDir], { keyStoreBackend });
    const window = await desktop.window();
    expect(await desktop.ask(window, 'setup.options', {})).toMatchObject({ hasKeyStore: true });
    await desktop.ask(window, 'setup.create', newOffice);
    await desktop.quit();

    expect(await open(dataDir, { keyStoreBackend })).toMatchObject({
      ways: { hasPassphrase: false, hasKeyStore: true },
      state: 'signed-out',
      output: '',
    });
  });

  it.each([
    ['encrypting', { keyStoreBackend: 'basic_text' }],
    ['answering', { doesKeyStoreAnswer: false }],
  ] as const)('does not give the key back once it has stopped %s', async (_, computer) => {
    const dataDir = await temporaryFolder();
    await setUp(dataDir);
    expect(await open(dataDir, computer)).toMatchObject({
      ways: { hasKeyStore: false },
      answer: unavailable,
      state: 'store-locked',
    });
    expect(await open(dataDir)).toMatchObject({ state: 'signed-out' });
  });

  it('has the key encrypted anew when it has got a key of its own anew', async () => {
    const dataDir = await temporaryFolder();
    await setUp(dataDir, { keyOfKeyStore: 1 });
    expect(await open(dataDir, { keyOfKeyStore: 2 })).toMatchObject({ state: 'signed-out', output: '' });
    // By now it has forgotten the first one.
    expect(await open(dataDir, { keyOfKeyStore: 3 })).toMatchObject({ state: 'signed-out', output: '' });
  });

  it('gives nothing back after it has lost its own key', async () => {
    const dataDir = await temporaryFolder();
    await setUp(dataDir, { keyOfKeyStore: 1 });
    expect(await open(dataDir, { keyOfKeyStore: 3 })).toMatchObject({
      answer: { ok: false, error: { code: 'KEY_STORE_FAILED' } },
      state: 'store-locked',
    });
  });
});
