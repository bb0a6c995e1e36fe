import type { JSHandle, Page } from '@playwright/test';
import { refusalOf } from './support/door';
import { heldTexts } from './support/memory';
import { ben, mira, nameOf, olga } from './support/people';
import {
  cell,
  field,
  fill,
  goTo,
  greeting,
  heading,
  messages,
  openStaffRecord,
  signIn,
  signInToWork,
} from './support/steps';
import { expect, test } from './support/test';
import { letTimePass, minutes, seconds, takeTimeOf } from './support/time';

test.use({ beginsWith: 'office' });

const unlock = 'Unlock';

test.beforeEach(async ({ page }) => {
  await signInToWork(page, olga);
  await takeTimeOf(page);
  await expect(greeting(page, olga)).toBeVisible();
});

test('a window that nobody touches locks after 15 minutes, and its data is gone until the password is entered', async ({
  page,
  host,
}) => {
  await openStaffRecord(page, ben);
  await goTo(page, 'Staff');
  await expect(cell(page, ben.email)).toBeVisible();

  await letTimePass(host, minutes(15) - seconds(30), page);
  await expect(cell(page, ben.email)).toBeVisible();
  await letTimePass(host, seconds(30), page);
  await expect(heading(page, 'Locked')).toBeVisible();
  await expect(page).toHaveTitle('Locked · Steward');
  expect((await page.content()).includes(ben.familyName), 'the locked page holds a name of the list').toBe(false);
  // A timer that is just about to end may hold on to what it was begun with.
  await expect
    .poll(() => heldTexts(page, ben.familyName), {
      message: 'its memory holds a name of the list',
      // Each look at the memory takes seconds on a busy computer.
      timeout: 60_000,
    })
    .toEqual([]);
  expect(await refusalOf(page, 'staff.list', {})).toBe('SESSION_LOCKED');

  await fill(page, { 'Your password': 'not the right password' });
  await page.getByRole('button', { name: unlock }).click();
  await expect(page.getByText('That is not your password. Try again.')).toBeVisible();
  await expect(field(page, 'Your password')).toBeFocused();
  await expect(field(page, 'Your password')).toHaveValue('');

  await field(page, 'Your password').fill(olga.password);
  await page.getByRole('button', { name: unlock }).click();
  await expect(heading(page, 'Staff')).toBeVisible();
  await expect(cell(page, ben.email)).toBeVisible();
});

test('a window that is unlocked shows nothing before it has asked the main side anew', async ({
  page,
  host,
  secondWindow,
}) => {
  await openStaffRecord(page, ben);
  await letTimePass(host, minutes(15), page);
  await expect(heading(page, 'Locked')).toBeVisible();

  const second = await secondWindow();
  await signInToWork(second, mira);
  await openStaffRecord(second, ben);
  await fill(second, { 'Family name': 'Blum' });
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(messages(second)).toContainText('Ben Blum is saved.');

  const titles = await titlesFromNowOn(page);
  await fill(page, { 'Your password': olga.password });
  await page.getByRole('button', { name: unlock }).click();
  await expect(heading(page, 'Ben Blum')).toBeVisible();
  expect(await titles.jsonValue()).not.toContain(nameOf(ben));
});

test('asking for the state of the session does not keep a window open, a key press does', async ({ page, host }) => {
  for (let minute = 0; minute < 8; minute += 1) await letTimePass(host, minutes(1), page);
  await page.keyboard.press('Shift');
  // What the main side is asked for after the key press comes back after it has heard of it.
  await goTo(page, 'Staff');
  for (let minute = 0; minute < 14; minute += 1) await letTimePass(host, minutes(1), page);
  await expect(heading(page, 'Staff')).toBeVisible();
  await letTimePass(host, minutes(1), page);
  await expect(heading(page, 'Locked')).toBeVisible();
});

test('what was typed and not saved is there again for the same person', async ({ page, host }) => {
  await openStaffRecord(page, ben);
  await fill(page, { 'Phone (optional)': '+49 170 123-45' });
  await page.getByRole('checkbox', { name: 'View activity' }).check();
  await letTimePass(host, minutes(15), page);
  await expect(heading(page, 'Locked')).toBeVisible();
  expect((await page.content()).includes('+49 170'), 'the locked page holds what was typed').toBe(false);

  await fill(page, { 'Your password': olga.password });
  await page.getByRole('button', { name: unlock }).click();
  await expect(heading(page, nameOf(ben))).toBeVisible();
  await expect(field(page, 'Phone (optional)')).toHaveValue('+49 170 123-45');
  await expect(page.getByRole('checkbox', { name: 'View activity' })).toBeChecked();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(messages(page)).toContainText(`${nameOf(ben)} is saved.`);
});

test('what was typed and not saved is dropped when somebody else signs in', async ({ page, host }) => {
  await goTo(page, 'Staff');
  await page.getByRole('link', { name: 'Add staff' }).click();
  await fill(page, { 'Given name': 'Secretly', 'Family name': 'Drafted', Password: 'a password in a draft' });
  await letTimePass(host, minutes(15), page);
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await signIn(page, mira);
  await expect(greeting(page, mira)).toBeVisible();

  await goTo(page, 'Staff');
  await page.getByRole('link', { name: 'Add staff' }).click();
  await expect(field(page, 'Given name')).toHaveValue('');
  await expect(field(page, 'Password')).toHaveValue('');
});

test('a window locks at once when asked to', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('lock');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Locked')).toBeVisible();
  await expect(page.getByText(nameOf(olga))).toBeVisible();
  await expect(field(page, 'Your password')).toBeFocused();
});

/** Collects every title that the window shows, however briefly. */
function titlesFromNowOn(page: Page): Promise<JSHandle<string[]>> {
  return page.evaluateHandle(() => {
    const titles: string[] = [];
    const look = () => titles.push(document.querySelector('h1')?.textContent ?? '');
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    return titles;
  });
}
