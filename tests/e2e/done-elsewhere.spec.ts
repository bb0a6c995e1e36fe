import { ben, nameOf, officeName, olga, passphrase } from './support/people';
import { chooseFromUserMenu, field, fill, heading, openStaffRecord, signInToWork } from './support/steps';
import { expect, test } from './support/test';

test.describe('with an office', () => {
  test.use({ beginsWith: 'office' });

  test('whoever is signed out by somebody else is told so, and whoever signs out is not', async ({
    page,
    secondWindow,
  }) => {
    const second = await secondWindow();
    await signInToWork(second, ben);
    await signInToWork(page, olga);
    await openStaffRecord(page, ben);
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
    await expect(heading(second, 'Sign in')).toBeVisible();
    await expect(second.getByText('You were signed out by somebody else or elsewhere')).toBeVisible();

    await expect(page.getByRole('heading', { name: nameOf(ben) })).toBeVisible();
    await chooseFromUserMenu(page, olga, 'Sign out');
    await expect(heading(page, 'Sign in')).toBeVisible();
    await expect(page.getByText('You were signed out')).toHaveCount(0);
  });
});

test('set-up asks before it is left, goes back step by step, and tells when another window was quicker', async ({
  page,
  secondWindow,
}) => {
  const next = page.getByRole('button', { name: 'Next' });
  const second = await secondWindow();
  await fill(second, { 'Name of the office': 'Southgate Office' });

  await test.step('Back leads one step back, with what was typed', async () => {
    await fill(page, { 'Name of the office': officeName });
    await next.click();
    await fill(page, { Passphrase: passphrase, 'Passphrase again': passphrase });
    await next.click();
    await expect(field(page, 'Given name')).toBeVisible();
    await page.goBack();
    await expect(field(page, 'Passphrase')).toHaveValue(passphrase);
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(field(page, 'Name of the office')).toHaveValue(officeName);
    await next.click();
    await next.click();
    await expect(field(page, 'Given name')).toBeVisible();
  });

  await test.step('a reload asks', async () => {
    const asked = page.waitForEvent('dialog');
    const reloading = page.evaluate(() => window.location.reload());
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await reloading;
    await expect(field(page, 'Given name')).toBeVisible();
  });

  await test.step('the other window is told', async () => {
    await fill(page, { 'Given name': olga.givenName, 'Family name': olga.familyName, 'E-mail': olga.email });
    await fill(page, { Password: olga.password, 'Password again': olga.password });
    await next.click();
    await page.getByRole('button', { name: 'Set up the office' }).click();
    await expect(heading(page, 'Recovery code')).toBeVisible();
    await expect(second.getByText('Somebody has just set up this office at another window.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'I have printed or written down the code' }).check();
    await page.getByRole('button', { name: 'Go to sign-in' }).click();
    await expect(heading(page, 'Sign in')).toBeVisible();
    await expect(page.getByText('Somebody has just set up')).toHaveCount(0);
  });
});
