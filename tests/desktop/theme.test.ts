import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder';
import { Desktop } from './support/desktop';

const light = '#f4f5f7';
const dark = '#12161b';
const systems = { initial: 'system', ofMenusAndDialogs: 'system', background: light };

const fileIn = (dataDir: string) => join(dataDir, 'desktop', 'theme.json');

describe('the theme', () => {
  it('is the system’s until somebody chooses another', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    expect(await desktop.do('theme', { window: await desktop.window() })).toEqual(systems);
  });

  it('is chosen for menus, dialogs and every window at once, and for those that open later', async () => {
    const desktop = await Desktop.start(['--data-dir', await temporaryFolder()]);
    const window = await desktop.window();
    await desktop.do('chooseTheme', { window, choice: 'dark' });
    await desktop.do('click', { id: 'new-window' });
    await expect.poll(() => desktop.windows()).toHaveLength(2);

    const around = { ofMenusAndDialogs: 'dark', background: dark };
    expect(await desktop.do('theme', { window })).toMatchObject(around);
    await expect
      .poll(async () => desktop.do('theme', { window: window + 1 }).catch(() => null))
      .toEqual({ initial: 'dark', ...around });

    await desktop.do('chooseTheme', { window: window + 1, choice: 'light' });
    expect(await desktop.do('theme', { window })).toMatchObject({ ofMenusAndDialogs: 'light', background: light });
  });

  it.each([
    ['dark', false, dark],
    ['light', true, light],
  ] as const)('%s is remembered until the next start (a dark system: %s)', async (choice, isDark, background) => {
    const dataDir = await temporaryFolder();
    const before = await Desktop.start(['--data-dir', dataDir], { isDark });
    await before.do('chooseTheme', { window: await before.window(), choice });
    await before.quit();

    const after = await Desktop.start(['--data-dir', dataDir], { isDark });
    const theme = await after.do('theme', { window: await after.window() });
    expect(theme).toEqual({ initial: choice, ofMenusAndDialogs: choice, background });
    expect(after.output).toBe('');
  });

  it.each(['{"theme":"sepia"}', '{"theme":"dark","by":"olga"}', '{"theme":', '', '"dark"'])(
    'is forgotten where what was remembered is damaged: %s',
    async (content) => {
      const dataDir = await temporaryFolder();
      const before = await Desktop.start(['--data-dir', dataDir]);
      await before.do('chooseTheme', { window: await before.window(), choice: 'dark' });
      await before.quit();
      expect(JSON.parse(await readFile(fileIn(dataDir), 'utf8'))).toEqual({ theme: 'dark' });
      await writeFile(fileIn(dataDir), content);

      const after = await Desktop.start(['--data-dir', dataDir]);
      expect(await after.do('theme', { window: await after.window() })).toEqual(systems);
    },
  );
});

describe('a choice', () => {
  const shared = Desktop.shared();

  it.each(['sub-frame', 'no frame', 'destroyed frame', { origin: 'https://example.org' }] as const)(
    'is passed over when it comes from %j',
    async (sender) => {
      const { desktop, window } = shared();
      await desktop.do('invoke', { window, sender, channel: 'steward:theme', args: ['dark'] });
      expect(await desktop.do('theme', { window })).toEqual(systems);
    },
  );

  it.each([[[]], [['sepia']], [[null]], [[['dark']]], [[{ theme: 'dark' }]]])(
    'of no theme is passed over: %j',
    async (args) => {
      const { desktop, window } = shared();
      await desktop.do('invoke', { window, sender: 'main frame', channel: 'steward:theme', args });
      expect(await desktop.do('theme', { window })).toEqual(systems);
    },
  );
});
