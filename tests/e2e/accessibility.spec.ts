import type { Page } from '@playwright/test';
import { refusalOf } from './support/door';
import { expectInSight } from './support/fit';
import { expectGoodScreen } from './support/good-screen';
import { ben, mira, nameOf, officeName, olga, passphrase } from './support/people';
import {
  cell,
  chooseFromUserMenu,
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
import { minutes, seconds } from './support/time';

// The smallest window that Steward is made for.
test.use({ viewport: { width: 1024, height: 700 } });

test.describe('before there is an office', () => {
  test('the set-up and the recovery code are accessible', async ({ page }) => {
    const next = page.getByRole('button', { name: 'Next' });
    await expect(field(page, 'Name of the office')).toBeVisible();
    await expectGoodScreen(page);
    await expectInSight(next);
    await next.click();
    await expect(page.getByText('This is needed.')).toBeVisible();
    await expectGoodScreen(page);
    await fill(page, { 'Name of the office': officeName });
    await next.click();
    await fill(page, { Passphrase: passphrase, 'Passphrase again': passphrase });
    await expect(page.getByText(/^(Good|Very good)$/)).toBeVisible();
    await expectGoodScreen(page);
    await expectInSight(next);
    await next.click();
    await fill(page, { 'Given name': olga.givenName, 'Family name': olga.familyName, 'E-mail': olga.email });
    await fill(page, { Password: olga.password, 'Password again': olga.password });
    await expectGoodScreen(page);
    await next.click();
    await expectGoodScreen(page);
    await expectInSight(page.getByRole('button', { name: 'Set up the office' }));
    await page.getByRole('button', { name: 'Set up the office' }).click();
    await expect(heading(page, 'Recovery code')).toBeVisible();
    await expectGoodScreen(page);
    await expectInSight(page.getByRole('code'), page.getByRole('button', { name: 'Go to sign-in' }));
  });
});

test.describe('while the store is locked', () => {
  test.use({ beginsWith: 'locked office' });

  test('its screens are accessible', async ({ page }) => {
    await fill(page, { Passphrase: 'not the right passphrase' });
    await page.getByRole('button', { name: 'Open the store' }).click();
    await expect(page.getByText('That passphrase does not open the store.')).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Use the recovery code' }).click();
    await expect(field(page, 'Recovery code')).toBeVisible();
    await expectGoodScreen(page);
  });
});

test.describe('in an office', () => {
  test.use({ beginsWith: 'office' });

  test('the screens around signing in are accessible', async ({ page, host }) => {
    await signIn(page, { ...olga, password: 'not the right password' });
    await expect(page.getByRole('alert')).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Forgotten superuser password?' }).click();
    await expect(heading(page, 'Set a new superuser password')).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Back to sign-in' }).click();

    await signInToWork(page, olga);
    await openStaffRecord(page, ben);
    await page.getByRole('button', { name: 'Give a one-time password' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Give a one-time password' }).click();
    const oneTimePassword = await page.getByRole('dialog').getByRole('code').innerText();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'I have handed it over' }).click();
    await chooseFromUserMenu(page, olga, 'Lock');
    await expect(heading(page, 'Locked')).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
    await signIn(page, { ...ben, password: oneTimePassword });
    await expect(heading(page, 'Choose a password of your own')).toBeVisible();
    await expectGoodScreen(page);
    await host.advance(minutes(15));
    expect(await refusalOf(page, 'staff.list', {})).toBe('SESSION_LOCKED');
  });

  test('the start page and what surrounds every screen are accessible', async ({ page }) => {
    await signInToWork(page, olga);
    await expectGoodScreen(page);
    await page.getByRole('button', { name: `${nameOf(olga)}: menu` }).click();
    await expect(page.getByRole('menu', { name: 'You' })).toBeVisible();
    await expectGoodScreen(page, { isChoosing: true });
    await page.getByRole('menuitem', { name: 'Change password' }).click();
    await expect(page.getByRole('dialog', { name: 'Change password' })).toBeVisible();
    await expectGoodScreen(page);
    await expectInSight(page.getByRole('dialog').getByRole('button', { name: 'Change password' }));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Go to' }).click();
    await expect(page.getByRole('listbox', { name: 'Commands' })).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('combobox', { name: 'Command' }).fill('no such command');
    await expect(page.getByText('Nothing by that name.')).toBeVisible();
    await expectGoodScreen(page);
    await page.goto(new URL('/no/such/screen', page.url()).href);
    await expect(heading(page, 'Not found')).toBeVisible();
    await expectGoodScreen(page);
    await signOutAndIn(page);
    await page.goto(new URL('/settings', page.url()).href);
    await expect(page.getByText('You do not have the permission for this')).toBeVisible();
    await expectGoodScreen(page);
  });

  test('the screens of staff are accessible', async ({ page }) => {
    await signInToWork(page, olga);
    await goTo(page, 'Staff');
    await expect(cell(page, ben.email)).toBeVisible();
    await expectGoodScreen(page);
    await expectInSight(page.getByRole('link', { name: 'Add staff' }));
    await page.getByRole('searchbox').fill('nobody');
    await expect(page.getByText('Nobody found')).toBeVisible();
    await expectGoodScreen(page);

    await page.getByRole('link', { name: 'Add staff' }).click();
    await page.getByRole('button', { name: 'Add staff account' }).click();
    await expect(page.getByText('This is needed.').first()).toBeVisible();
    await expectGoodScreen(page);
    await expectInSight(page.getByRole('button', { name: 'Add staff account' }));

    await openStaffRecord(page, ben);
    await expectGoodScreen(page);
    await expectInSight(
      page.getByRole('button', { name: 'Give a one-time password' }),
      page.getByRole('button', { name: 'Deactivate' }),
      page.getByRole('button', { name: 'Save', exact: true }),
    );
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
    await expect(messages(page)).toContainText('is deactivated.');
    await expectGoodScreen(page);
  });

  test('the dialogs over a staff account are accessible', async ({ page, host, secondWindow }) => {
    const second = await secondWindow();
    await signInToWork(page, olga);
    await signInToWork(second, mira);
    await openStaffRecord(page, ben);
    await openStaffRecord(second, ben);
    await fill(page, { 'Phone (optional)': '+49 30 111' });
    await fill(second, { 'Phone (optional)': '+49 30 222', 'Given name': 'Benedict' });
    await second.getByRole('button', { name: 'Save', exact: true }).click();
    // The browser paints only the window in front, and what is looked at has to be painted.
    await page.bringToFront();
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('button', { name: 'Save what is chosen' }).click();
    await expectGoodScreen(page);
    await expectInSight(page.getByRole('button', { name: 'Save what is chosen' }));
    await page.getByRole('button', { name: 'Back to the form' }).click();

    await host.advance(minutes(5) + seconds(1));
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
    await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
    await expectGoodScreen(page);
  });

  test('a staff account that one may only look at is accessible', async ({ page }) => {
    await signInToWork(page, ben);
    await openStaffRecord(page, olga);
    await expectGoodScreen(page);
  });

  test('the screens of groups are accessible', async ({ page }) => {
    await signInToWork(page, olga);
    await goTo(page, 'Groups');
    await expect(page.getByText('No groups yet')).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'Add group' }).click();
    await expectGoodScreen(page);
    await fill(page, { Name: 'Front desk', 'Description (optional)': 'Whoever sits at the entrance.' });
    for (const permission of ['View staff', 'Manage staff', 'View activity', 'Change settings']) {
      await page.getByRole('checkbox', { name: permission }).check();
    }
    await page.getByRole('button', { name: 'Add group' }).click();
    await expect(cell(page, 'Front desk')).toBeVisible();
    await expectGoodScreen(page);
    await cell(page, 'Front desk').click();
    await expect(heading(page, 'Front desk')).toBeVisible();
    await expectGoodScreen(page);
    await expectInSight(
      page.getByRole('button', { name: 'Delete group' }),
      page.getByRole('button', { name: 'Save', exact: true }),
    );
  });

  test('the settings are accessible', async ({ page }) => {
    await signInToWork(page, olga);
    await goTo(page, 'Settings');
    await expect(page.getByRole('heading', { name: 'How the store is opened' })).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Set a new passphrase' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectGoodScreen(page);
    await expectInSight(page.getByRole('button', { name: 'Set passphrase' }));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Make a new recovery code' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new code' }).click();
    await expect(page.getByRole('dialog', { name: 'Recovery code' })).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('checkbox').check();
    await expectInSight(page.getByRole('button', { name: 'Done' }));
  });

  test('the activity is accessible', async ({ page, secondWindow }) => {
    const second = await secondWindow();
    await signInToWork(second, ben);
    await refusalOf(second, 'settings.get', {});
    await signInToWork(page, olga);
    await goTo(page, 'Activity');
    await page.getByRole('button', { name: `added a staff account: ${nameOf(ben)}` }).click();
    await expect(page.getByRole('columnheader', { name: 'Before' })).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('combobox', { name: 'What was done' }).click();
    await expect(page.getByRole('listbox')).toBeVisible();
    await expectGoodScreen(page, { isChoosing: true });
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Person' }).click();
    await expect(page.getByRole('option', { name: nameOf(ben) })).toBeVisible();
    await expectGoodScreen(page, { isChoosing: true });
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Refused calls' }).click();
    await expect(page.getByText(`${nameOf(ben)} was not allowed to see the settings`)).toBeVisible();
    await expectGoodScreen(page);
  });
});

async function signOutAndIn(page: Page): Promise<void> {
  await chooseFromUserMenu(page, olga, 'Sign out');
  await signIn(page, ben);
  await expect(greeting(page, ben)).toBeVisible();
}
