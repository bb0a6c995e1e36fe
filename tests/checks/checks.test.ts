import { expect, test } from 'vitest';
import type { checks } from '../../scripts/checks.mjs';
import { type Files, plantedProject, runCheck } from './planted-project';

const importer = "import { planted } from '../src-shared/planted';\n\nplanted();\n";

const plants: readonly { what: string; check: keyof typeof checks; red: Files; green: Files; says: RegExp }[] = [
  {
    what: 'an `any`',
    check: 'lint',
    red: { 'src-main/planted.ts': 'export const planted: any = 1;\n' },
    green: { 'src-main/planted.ts': 'export const planted: unknown = 1;\n' },
    says: /noExplicitAny/,
  },
  {
    what: 'a `!` that silences the compiler',
    check: 'lint',
    red: { 'src-main/planted.ts': 'export const planted = (text?: string) => text!.length;\n' },
    green: { 'src-main/planted.ts': 'export const planted = (text?: string) => text?.length;\n' },
    says: /noNonNullAssertion/,
  },
  {
    what: 'a promise that nobody waits for',
    check: 'lint',
    red: { 'src-main/planted.ts': 'export function planted(write: () => Promise<void>): void {\n  write();\n}\n' },
    green: {
      'src-main/planted.ts': 'export async function planted(write: () => Promise<void>) {\n  await write();\n}\n',
    },
    says: /noFloatingPromises/,
  },
  {
    what: 'a default export',
    check: 'lint',
    red: { 'src-renderer/app/planted.ts': 'export default 1;\n' },
    green: { 'src-renderer/app/planted.ts': 'export const planted = 1;\n' },
    says: /noDefaultExport/,
  },
  {
    what: 'a warning of the linter',
    check: 'lint',
    red: { 'src-main/planted.ts': "export const planted = 'a' + 1 + `b`;\n" },
    green: { 'src-main/planted.ts': "export const planted = 'a1b';\n" },
    says: /noUnusedTemplateLiteral|useTemplate/,
  },
  {
    what: 'a sleep in an end-to-end test',
    check: 'lint',
    red: {
      'tests/e2e/planted.spec.ts':
        "import { test } from './support/test';\n\ntest('sleeps', async ({ page }) => {\n  await page.waitForTimeout(500);\n});\n",
    },
    green: {
      'tests/e2e/planted.spec.ts':
        "import { test } from './support/test';\n\ntest('waits', async ({ page }) => {\n  await page.reload();\n});\n",
    },
    says: /noPlaywrightWaitForTimeout/,
  },
  {
    what: 'another format',
    check: 'lint',
    red: { 'src-shared/planted.ts': 'export const planted = "double";\n' },
    green: { 'src-shared/planted.ts': "export const planted = 'single';\n" },
    says: /format/,
  },
  {
    what: 'a type error on the main side',
    check: 'types',
    red: { 'src-main/planted.ts': "export const planted: number = 'text';\n" },
    green: { 'src-main/planted.ts': 'export const planted: number = 1;\n' },
    says: /TS2322/,
  },
  {
    what: 'a type error in a test',
    check: 'types',
    red: { 'tests/unit/planted.test.ts': "export const planted: number = 'text';\n" },
    green: { 'tests/unit/planted.test.ts': 'export const planted: number = 1;\n' },
    says: /TS2322/,
  },
  {
    what: 'a type error in the renderer',
    check: 'rendererTypes',
    red: { 'src-renderer/app/planted.tsx': 'export const planted = <p title={1}>text</p>;\n' },
    green: { 'src-renderer/app/planted.tsx': 'export const planted = <p title="1">text</p>;\n' },
    says: /TS2322/,
  },
  {
    what: 'a type error in an end-to-end test',
    check: 'endToEndTypes',
    red: { 'tests/e2e/planted.ts': 'export const planted: number = document.title;\n' },
    green: { 'tests/e2e/planted.ts': 'export const planted: string = document.title;\n' },
    says: /TS2322/,
  },
  {
    what: 'an export that nobody imports',
    check: 'deadCode',
    red: {
      'package.json': '{ "name": "planted" }\n',
      'tests/planted.test.ts': importer,
      'src-shared/planted.ts': 'export const planted = 1;\nexport const forgotten = 2;\n',
    },
    green: {
      'package.json': '{ "name": "planted" }\n',
      'tests/planted.test.ts': importer,
      'src-shared/planted.ts': 'export const planted = 1;\n',
    },
    says: /forgotten/,
  },
  {
    what: 'a file that nobody imports',
    check: 'deadCode',
    red: {
      'package.json': '{ "name": "planted" }\n',
      'tests/planted.test.ts': '',
      'src-main/forgotten.ts': 'export const planted = 1;\n',
    },
    green: {
      'package.json': '{ "name": "planted" }\n',
      'tests/planted.test.ts': '',
    },
    says: /forgotten\.ts/,
  },
];

test.for(plants)('the check "$check" finds $what', async ({ check, red, green, says }) => {
  const found = await runCheck(check, await plantedProject(red));
  expect(found.output).toMatch(says);
  expect(found.isGreen).toBe(false);
  expect(await runCheck(check, await plantedProject(green))).toMatchObject({ isGreen: true });
});
