import type { Page } from '@playwright/test';
import { olga } from '../support/people';
import { greeting, heading, sidebar, signIn, signInToWork } from '../support/steps';
import { expect, test } from '../support/test';

test.use({ beginsWith: 'office' });

test('a link opened in a new tab, and the bare address in another, are let in by the first, signed out', async ({
  page,
}) => {
  await signInToWork(page, olga);
  const opening = page.context().waitForEvent('page');
  await sidebar(page)
    .getByRole('link', { name: 'Staff' })
    .click({ modifiers: ['Control'] });
  const byLink = await opening;
  await expect(heading(byLink, 'Sign in')).toBeVisible();

  // The first window is gone: the one it has let in lets in others.
  await page.close();
  const byAddress = await byLink.context().newPage();
  await byAddress.goto(new URL('/staff', byLink.url()).href);
  await expect(heading(byAddress, 'Sign in')).toBeVisible();
  expect(new URL(byAddress.url()).hash).toBe('');

  await signIn(byAddress, olga);
  await expect(heading(byAddress, 'Staff')).toBeVisible();
  await expect(heading(byLink, 'Sign in')).toBeVisible();
});

test('a tab with the token of another takes a session of its own, and leaves the other its own', async ({ page }) => {
  await signInToWork(page, olga);
  const copy = await copyOf(page);
  await expect(heading(copy, 'Sign in')).toBeVisible();
  await page.reload();
  await expect(greeting(page, olga)).toBeVisible();
  await signIn(copy, olga);
  await expect(heading(copy, 'Staff')).toBeVisible();
  await expect(greeting(page, olga)).toBeVisible();
});

test('with no other window and no good key, the window says where the address is found', async ({ page, problems }) => {
  await expect(heading(page, 'Sign in')).toBeVisible();
  const address = new URL('/staff', page.url()).href;
  const alone = await page.context().newPage();
  await page.close();
  problems.allow(/status of 401/);
  for (const place of [address, new URL('/#key=0000000000000000000000', address).href]) {
    await alone.goto('about:blank');
    await alone.goto(place);
    await expect(heading(alone, 'This window is not known to Steward')).toBeVisible();
    await expect(alone.getByText('in the terminal where Steward was started')).toBeVisible();
  }
});

/** As a browser duplicates a tab: with its sessionStorage. */
async function copyOf(page: Page): Promise<Page> {
  const opening = page.context().waitForEvent('page');
  await page.evaluate(() => void window.open('/staff'));
  const copy = await opening;
  expect(await copy.evaluate(() => sessionStorage.length), 'what was copied').toBe(1);
  return copy;
}
