import { olga } from './support/people';
import { chooseFromUserMenu, greeting, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { themeOf } from './support/theme';

test.use({ beginsWith: 'office' });

test('a theme stays when the window is loaded again, and other windows follow', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  expect(await themeOf(page)).toBe('light');
  await chooseFromUserMenu(page, olga, 'Dark theme');
  for (const window of [page, second]) await expect.poll(() => themeOf(window)).toBe('dark');
  await page.reload();
  await expect(greeting(page, olga)).toBeVisible();
  expect(await themeOf(page)).toBe('dark');
});
