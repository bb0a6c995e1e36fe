import type { Locator, Page } from '@playwright/test';
import { heldTexts } from './support/memory';
import { ben, mira, nameOf, olga } from './support/people';
import { fill, goTo, greeting, heading, openStaffRecord, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { letTimePass, minutes, takeTimeOf } from './support/time';

test.use({ beginsWith: 'office' });

test('a new recovery code that nobody has noted waits for its person behind the lock', async ({ page, host }) => {
  await signInToWork(page, olga);
  await takeTimeOf(page);
  await goTo(page, 'Settings');
  await fill(page, { 'Name of the office': 'Draft of a name' });
  await page.getByRole('button', { name: 'Make a new recovery code' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Recovery code' });
  const code = await dialog.getByRole('code').innerText();

  await letTimePass(host, minutes(15), page);
  await expect(heading(page, 'Locked')).toBeVisible();
  expect((await page.content()).includes(code), 'the locked page holds the code').toBe(false);
  await unlock(page);
  await expect(dialog.getByRole('code')).toHaveText(code);

  await letTimePass(host, minutes(15), page);
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await signIn(page, olga);
  await expect(dialog.getByRole('code')).toHaveText(code);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(greeting(page, olga)).toBeVisible();
});

test('a new recovery code is dropped when somebody else signs in', async ({ page, host }) => {
  await signInToWork(page, olga);
  await takeTimeOf(page);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Make a new recovery code' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new code' }).click();
  const code = await page.getByRole('dialog', { name: 'Recovery code' }).getByRole('code').innerText();
  await letTimePass(host, minutes(15), page);
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await signInToWork(page, mira);
  await expect(page.getByRole('dialog')).toBeHidden();
  // What nobody refers to any more goes when the browser collects it, not at once.
  await expect.poll(() => heldTexts(page, code), 'the memory holds the code').toEqual([]);
});

test('a one-time password outlives the lock, and no sign-out', async ({ page, host }) => {
  await signInToWork(page, olga);
  await takeTimeOf(page);
  await openStaffRecord(page, ben);
  await page.getByRole('button', { name: 'Give a one-time password' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Give a one-time password' }).click();
  const dialog: Locator = page.getByRole('dialog', { name: `One-time password for ${nameOf(ben)}` });
  const password = await dialog.getByRole('code').innerText();
  await letTimePass(host, minutes(15), page);
  await expect(heading(page, 'Locked')).toBeVisible();
  expect((await page.content()).includes(password), 'the locked page holds the password').toBe(false);
  await unlock(page);
  await expect(dialog.getByRole('code')).toHaveText(password);

  await letTimePass(host, minutes(15), page);
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
  await expect.poll(() => heldTexts(page, password), 'the memory holds the password').toEqual([]);
  await signInToWork(page, olga);
  await expect(dialog).toBeHidden();
});

async function unlock(page: Page): Promise<void> {
  await fill(page, { 'Your password': olga.password });
  await page.getByRole('button', { name: 'Unlock' }).click();
}
