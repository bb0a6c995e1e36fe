import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plantedProject, runCheck } from './planted-project';

/** A file, what it may not import, and what it may: the nearest thing to it on the right side of the wall. */
const walls: readonly { wall: string; file: string; refused: string; allowed: string }[] = [
  {
    wall: 'src-shared imports no package but zod',
    file: 'src-shared/planted.ts',
    refused: 'typeorm',
    allowed: 'zod',
  },
  {
    wall: 'src-shared imports nothing from outside of it',
    file: 'src-shared/contract/planted.ts',
    refused: '../../src-main/errors',
    allowed: '../errors',
  },
  {
    wall: 'src-renderer never imports src-main',
    file: 'src-renderer/features/staff/planted.ts',
    refused: '../../../src-main/errors',
    allowed: '../../../src-shared/errors',
  },
  {
    wall: 'src-renderer imports nothing of Node.js',
    file: 'src-renderer/app/planted.ts',
    refused: 'node:fs',
    allowed: 'react',
  },
  {
    wall: 'src-renderer never imports electron',
    file: 'src-renderer/api/planted.ts',
    refused: 'electron',
    allowed: './call',
  },
  {
    wall: 'features never import electron',
    file: 'src-main/features/staff/planted.ts',
    refused: 'electron',
    allowed: 'typeorm',
  },
  {
    wall: 'features never import a host',
    file: 'src-main/features/groups/planted.ts',
    refused: '../../hosts/options',
    allowed: '../../errors',
  },
  {
    wall: 'features never import the renderer',
    file: 'src-main/features/settings/planted.ts',
    refused: '../../../src-renderer/api/call',
    allowed: '../../../src-shared/errors',
  },
  {
    wall: 'the store never imports electron',
    file: 'src-main/store/planted.ts',
    refused: 'electron',
    allowed: 'typeorm',
  },
  {
    wall: 'the store never imports a host',
    file: 'src-main/store/key/planted.ts',
    refused: '../../hosts/desktop/key-store',
    allowed: './key-store',
  },
  {
    wall: 'the store never imports the renderer',
    file: 'src-main/store/readers/planted.ts',
    refused: '../../../src-renderer/api/call',
    allowed: '../store',
  },
  {
    wall: 'only the desktop host imports electron',
    file: 'src-main/hosts/browser/planted.ts',
    refused: 'electron',
    allowed: '../../app',
  },
  {
    wall: 'no other host imports from the desktop host',
    file: 'src-main/hosts/page/planted.ts',
    refused: '../desktop/windows',
    allowed: './headers',
  },
  {
    wall: 'what lies outside the hosts never imports electron',
    file: 'src-main/planted.ts',
    refused: 'electron',
    allowed: './errors',
  },
  {
    wall: 'a feature reaches another only through its service',
    file: 'src-main/features/session/planted.ts',
    refused: '../staff/staff.repository',
    allowed: '../staff/staff.service',
  },
  {
    wall: 'and not by way of the folder of all features',
    file: 'src-main/features/recovery/planted.ts',
    refused: '../../features/staff/staff.entity',
    allowed: '../staff/staff.service',
  },
  {
    wall: 'nor from a folder within the feature',
    file: 'src-main/features/activity/rows/planted.ts',
    refused: '../../staff/staff.repository',
    allowed: '../../staff/staff.service',
  },
];

/** The planted files that the linter's walls complain of. */
async function filesRefused(importOf: (wall: (typeof walls)[number]) => string): Promise<Set<string>> {
  const files = Object.fromEntries(walls.map((wall) => [wall.file, `import '${importOf(wall)}';\n`]));
  const { output } = await runCheck('lint', await plantedProject(files), '--reporter=json');
  const report = output.slice(output.indexOf('{"'), output.lastIndexOf('}') + 1);
  const { diagnostics } = JSON.parse(report) as { diagnostics: { category: string; location: { path: string } }[] };
  return new Set(
    diagnostics
      .filter(
        ({ category }) =>
          category === 'lint/style/noRestrictedImports' || category === 'lint/correctness/noNodejsModules',
      )
      .map(({ location }) => location.path),
  );
}

describe('walls', () => {
  test('each is seen where it is broken, and nowhere else', async () => {
    const all = walls.map((wall) => wall.file).sort();
    expect([...(await filesRefused((wall) => wall.refused))].sort()).toEqual(all);
    expect([...(await filesRefused((wall) => wall.allowed))]).toEqual([]);
  });

  test('the desktop host may import electron', async () => {
    const folder = await plantedProject({ 'src-main/hosts/desktop/planted.ts': "import 'electron';\n" });
    expect(await runCheck('lint', folder)).toMatchObject({ isGreen: true });
  });

  // Biome's patterns look at the text of an import, so they are written for a feature's folder and the folders in it.
  test('no feature lies deeper than its wall is written for', () => {
    expect(globSync('src-main/features/*/*/*/**', { cwd: resolve(import.meta.dirname, '../..') })).toEqual([]);
  });
});
