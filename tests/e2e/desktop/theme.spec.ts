import { olga } from '../support/people';
import { chooseFromUserMenu, signInToWork } from '../support/steps';
import { expect, test } from '../support/test';
import { themeOf } from '../support/theme';

test.use({ beginsWith: 'office' });

test('a theme is remembered until the next start', async ({ page, host }) => {
  await signInToWork(page, olga);
  await chooseFromUserMenu(page, olga, 'Dark theme');
  await expect.poll(() => themeOf(page)).toBe('dark');
  await host.restart();
  const next = await host.openWindow();
  await expect.poll(() => themeOf(next)).toBe('dark');
});
