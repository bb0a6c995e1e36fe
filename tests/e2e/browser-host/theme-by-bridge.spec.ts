import type { Page } from '@playwright/test';
import { callFrom } from '../support/door';
import { olga } from '../support/people';
import { chooseFromUserMenu, greeting, signInToWork } from '../support/steps';
import { expect, test } from '../support/test';
import { themeOf } from '../support/theme';

test.use({ beginsWith: 'office' });

declare global {
  interface Window {
    callMainSide(procedure: string, input: unknown): Promise<unknown>;
    chooseTheme(choice: string): Promise<void>;
  }
}

/** The page as the desktop host shows it, for computers on which that cannot run: it calls by the session of `page`. */
async function openWithBridge(page: Page, initial: string): Promise<{ window: Page; chosen: string[] }> {
  const chosen: string[] = [];
  const window = await page.context().newPage();
  await window.exposeFunction('callMainSide', (...sent: [never, never]) => callFrom(page, ...sent));
  await window.exposeFunction('chooseTheme', (choice: string) => void chosen.push(choice));
  await window.addInitScript((theme) => {
    const steward = {
      host: 'desktop',
      call: (procedure: string, input: unknown) => globalThis.window.callMainSide(procedure, input),
      onEvent: () => () => undefined,
      theme: { initial: theme, choose: (choice: string) => globalThis.window.chooseTheme(choice) },
    };
    Object.assign(globalThis, { steward });
  }, initial);
  await window.goto(new URL('/', page.url()).href);
  return { window, chosen };
}

test('the page begins with the theme that the bridge gives it, and tells the bridge what is chosen', async ({
  page,
}) => {
  await signInToWork(page, olga);
  const { window, chosen } = await openWithBridge(page, 'dark');
  await expect(greeting(window, olga)).toBeVisible();
  expect(await themeOf(window)).toBe('dark');
  expect(await themeOf(page), 'a window without a bridge').toBe('light');
  expect(chosen).toEqual([]);

  await chooseFromUserMenu(window, olga, 'Light theme');
  await expect.poll(() => themeOf(window)).toBe('light');
  await expect.poll(() => chosen).toEqual(['light']);

  await window.keyboard.press('Control+k');
  await window.getByRole('option', { name: 'Theme of the system' }).click();
  await expect.poll(() => chosen).toEqual(['light', 'system']);
});
