import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder';
import { passphrase, superuser } from '../support/test-office';
import { Desktop } from './support/desktop';

const newOffice = { officeName: 'Northgate Office', passphrase, useKeyStore: false, superuser, addSampleData: false };

async function startWithOffice(): Promise<{ desktop: Desktop; window: number }> {
  const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
  const window = await desktop.window();
  await desktop.ask(window, 'setup.create', newOffice);
  const { state } = await desktop.ask(window, 'session.state', {});
  if (state === 'store-locked') await desktop.ask(window, 'opening.openWithPassphrase', { passphrase });
  await desktop.ask(window, 'session.signIn', { signInName: superuser.email, password: superuser.password });
  return { desktop, window };
}

/** File › New Window. */
async function newWindow(desktop: Desktop, first: number): Promise<number> {
  await desktop.do('click', { id: 'new-window' });
  await expect.poll(async () => (await desktop.do('windows')).map(({ isVisible }) => isVisible)).toEqual([true, true]);
  return (await desktop.windows()).find((window) => window !== first) ?? 0;
}

const stateOf = async (desktop: Desktop, window: number) => (await desktop.ask(window, 'session.state', {})).state;

describe('a window', () => {
  it('is sandboxed, isolated and without anything it does not need', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    const [window] = await desktop.do('windows');
    expect(window?.preferences).toEqual({
      preload: expect.stringMatching(/out.preload.preload\.cjs$/),
      additionalArguments: ['--steward-theme=system'],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window).toMatchObject({ url: 'app://steward/', isVisible: true, options: { show: false } });
  });

  it('keeps nothing of what it shows on the disk', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    expect(await desktop.do('windows')).toMatchObject([{ isSessionPersistent: false }]);
    for (const session of await desktop.do('sessions')) expect(session.hasSpellChecker).toBe(false);
  });

  it.each([
    [false, '#f4f5f7'],
    [true, '#12161b'],
  ])('has the background of the page before that is painted (dark: %s)', async (isDark, backgroundColor) => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()], { isDark });
    expect(await desktop.do('windows')).toMatchObject([{ options: { backgroundColor } }]);
  });

  it('gives its page four things and no more', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    const window = await desktop.window();
    expect(await desktop.do('exposed', { window })).toEqual([
      { name: 'steward', members: ['call', 'host', 'onEvent', 'theme'] },
    ]);
  });

  it('is a session of its own; another window is another', async () => {
    const { desktop, window } = await startWithOffice();
    const second = await newWindow(desktop, window);
    expect(await stateOf(desktop, window)).toBe('full');
    expect(await stateOf(desktop, second)).toBe('signed-out');
  });

  it('hears what happens without asking', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    const window = await desktop.window();
    const second = await newWindow(desktop, window);
    await desktop.do('listen', { window: second });
    await desktop.ask(window, 'setup.create', newOffice);
    await expect.poll(() => desktop.do('heard', { window: second })).toContainEqual({ type: 'session' });
  });

  it('keeps its session when its page is loaded again', async () => {
    const { desktop, window } = await startWithOffice();
    await desktop.do('reload', { window });
    expect(await stateOf(desktop, window)).toBe('full');
  });

  it('makes place for a new one when it crashes, and its session has ended', async () => {
    const { desktop, window } = await startWithOffice();
    await desktop.do('crash', { window });
    await expect.poll(async () => (await desktop.do('windows')).map(({ isVisible }) => isVisible)).toEqual([true]);
    const replacement = await desktop.window();
    expect(replacement).not.toBe(window);
    expect(await stateOf(desktop, replacement)).toBe('signed-out');
    expect((await desktop.do('journal')).messageBoxes).toEqual([]);
  });

  it.each([
    [0, 'opens again', [true]],
    [1, 'closes', []],
  ])('asks when it crashes soon again, and with button %i %s', async (button, _, windowsLeft) => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    const first = await desktop.window();
    await desktop.do('crash', { window: first });
    await expect.poll(() => desktop.windows()).toEqual([first + 1]);
    await desktop.do('pressNext', { button });
    await desktop.do('crash', { window: first + 1 });
    await expect.poll(async () => (await desktop.do('journal')).messageBoxes).toHaveLength(1);
    await expect
      .poll(async () =>
        (await desktop.do('windows')).filter(({ id }) => id !== first + 1).map(({ isVisible }) => isVisible),
      )
      .toEqual(windowsLeft);
  });
});

describe('a window with something unsaved', () => {
  it.each([
    [0, 'closes', 0],
    [1, 'stays open', 1],
  ])('asks before it closes, and with button %i %s', async (button, _, windowsLeft) => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    const window = await desktop.window();
    await desktop.do('object', { window });
    await desktop.do('pressNext', { button });
    await desktop.do('close', { window });
    const { messageBoxes } = await desktop.do('journal');
    expect(messageBoxes).toMatchObject([
      { message: 'Leave without saving?', buttons: ['Leave without saving', 'Stay'] },
    ]);
    expect(await desktop.do('windows')).toHaveLength(windowsLeft);
  });
});

describe('the place of a window', () => {
  it('is in the middle of the screen at first, and no larger than that', async () => {
    const workArea = { x: 100, y: 30, width: 1100, height: 650 };
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()], { workArea });
    expect(await desktop.do('windows')).toMatchObject([
      { bounds: workArea, options: { minWidth: 1024, minHeight: 650 } },
    ]);
  });

  it('is remembered until the next start', async () => {
    const dataDir = await temporaryFolder();
    const before = await Desktop.start(['--data-dir', dataDir]);
    await before.do('move', { window: await before.window(), x: 40, y: 60, isMaximized: true });
    await before.quit();

    const after = await Desktop.start(['--data-dir', dataDir]);
    expect(await after.do('windows')).toMatchObject([{ bounds: { x: 40, y: 60, width: 1280 }, isMaximized: true }]);
  });

  it.each([
    ['lies beside every screen of today', '{"bounds":{"x":5000,"y":60,"width":1280,"height":840},"isMaximized":false}'],
    ['has its title bar above the screen', '{"bounds":{"x":40,"y":-20,"width":1280,"height":840},"isMaximized":false}'],
    ['is no place', '{"bounds":{"x":"40"},"isMaximized":"yes"}'],
    ['is cut off', '{"bounds":'],
  ])('is forgotten when it %s', async (_, content) => {
    const dataDir = await temporaryFolder();
    const first = await Desktop.start(['--data-dir', dataDir]);
    await first.quit();
    const file = join(dataDir, 'desktop', 'window.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('isMaximized');
    await writeFile(file, content);

    const desktop = await Desktop.start(['--data-dir', dataDir]);
    expect(await desktop.do('windows')).toMatchObject([{ bounds: { x: 320, y: 100 }, isMaximized: false }]);
  });

  it('is beside the window in front for a further one', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    await desktop.do('click', { id: 'new-window' });
    await expect.poll(() => desktop.windows()).toHaveLength(2);
    expect(await desktop.do('windows')).toMatchObject([{ bounds: { x: 320, y: 100 } }, { bounds: { x: 352, y: 132 } }]);
  });
});

describe('the end', () => {
  it('closes the store and lets go of the folder, once', async () => {
    const dataDir = await temporaryFolder();
    const desktop = await Desktop.start(['--data-dir', dataDir]);
    await desktop.ask(await desktop.window(), 'setup.create', newOffice);
    await desktop.quit(2);
    expect(desktop.output).toBe('');

    // The process is still there: only the application itself can have let go.
    const next = await Desktop.start(['--data-dir', dataDir]);
    expect(await stateOf(next, await next.window())).toBe('store-locked');
  });

  it('comes with the last window', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    await desktop.do('close', { window: await desktop.window() });
    await expect.poll(async () => (await desktop.do('journal')).exitCode).toBe(0);
  });

  it('is not held up by somebody who starts it again meanwhile', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    await desktop.do('quit', { times: 1 });
    await desktop.do('secondInstance');
    await expect.poll(async () => (await desktop.do('journal')).exitCode).toBe(0);
    expect(await desktop.windows()).toEqual([]);
  });
});

describe('the menu', () => {
  const roles = async (desktop: Desktop) => (await desktop.do('menu')).flatMap(({ role }) => role ?? []);

  it('has nothing for developers in a packaged application', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()], { isPackaged: true });
    expect(await roles(desktop)).not.toEqual(expect.arrayContaining(['reload']));
    expect(await roles(desktop)).not.toEqual(expect.arrayContaining(['toggleDevTools']));
    expect(await roles(desktop)).toEqual(
      expect.arrayContaining(['close', 'editMenu', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'about']),
    );
    expect(await desktop.do('menu')).toContainEqual(
      expect.objectContaining({ label: 'New Window', accelerator: 'CmdOrCtrl+N' }),
    );
  });

  it('helps developers in one that is not packaged', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()], { isPackaged: false });
    expect(await roles(desktop)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(await desktop.do('windows')).toMatchObject([{ preferences: { devTools: true } }]);
  });
});
