import type { Page } from '@playwright/test';
import { ben, mira, olga, passphrase } from './support/people';
import { field, fill, goTo, greeting, heading, messages, sidebar, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';

const newPassword = 'thimble volcano picnic ledger';
const notTheCode = 'That recovery code is not the one of this office. Check it against the printed sheet.';

test.describe('a superuser who has forgotten the password', () => {
  test.use({ beginsWith: 'office' });

  test('sets a new one with the recovery code, which is replaced', async ({ page, office, secondWindow }) => {
    const elsewhere = await secondWindow();
    await signInToWork(elsewhere, olga);

    // As it is typed from a sheet of paper.
    const typedCode = office.recoveryCode.toLowerCase().replaceAll('-', ' ');
    await openRecovery(page);
    await fillRecovery(page, typedCode, olga.email);
    await page.getByRole('button', { name: 'Set the new password' }).click();

    await expect(heading(page, 'Recovery code')).toBeVisible();
    await expect(page.getByText('The code you have just used no longer works')).toBeVisible();
    const newCode = await page.getByRole('code').innerText();
    expect(newCode).toMatch(/^(\w{5}-){5}\w{5}$/);
    expect(newCode).not.toBe(office.recoveryCode);
    await expect(page.getByRole('button', { name: 'Go to sign-in' })).toBeDisabled();
    await page.getByRole('checkbox', { name: 'I have printed or written down the code' }).check();
    await page.getByRole('button', { name: 'Go to sign-in' }).click();

    await expect(heading(elsewhere, 'Sign in'), 'the other window of the same person').toBeVisible();
    await signIn(page, olga);
    await expect(page.getByText('That sign-in name and password do not go together.')).toBeVisible();

    await openRecovery(page);
    await fillRecovery(page, office.recoveryCode, olga.email);
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await expect(page.getByText(notTheCode)).toBeVisible();
    await page.getByRole('button', { name: 'Back to sign-in' }).click();

    await signInToWork(page, { ...olga, password: newPassword });
  });

  test('is told what is wrong with what they typed', async ({ page, office }) => {
    await openRecovery(page);
    await fillRecovery(page, 'ABCDE-12345-ABCDE-12345-ABCDE-12345', olga.email);
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await expect(page.getByText(notTheCode)).toBeVisible();
    await expect(field(page, 'Recovery code')).toBeFocused();

    await fill(page, { 'Recovery code': office.recoveryCode, 'Your e-mail': ben.email });
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await expect(page.getByText('No active superuser has that e-mail.')).toBeVisible();
    await expect(field(page, 'Your e-mail')).toBeFocused();

    await fill(page, { 'Your e-mail': olga.email, 'New password again': 'something else altogether' });
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await expect(page.getByText('The two are not the same.')).toBeVisible();
    await page.getByRole('button', { name: 'Back to sign-in' }).click();
    await signInToWork(page, olga);
  });
});

test.describe('a store that is locked when Steward starts', () => {
  test.use({ beginsWith: 'locked office' });

  test('is opened by its passphrase and no other, for every window', async ({ page, host, secondWindow }) => {
    const second = await secondWindow();
    await expect(heading(second, 'The store is locked')).toBeVisible();
    await openWithPassphrase(page, 'six copper kettles whistling');
    await expect(
      page.getByText('That passphrase does not open the store. Check for typing errors, or use the recovery code.'),
    ).toBeVisible();
    await expect(field(page, 'Passphrase')).toBeFocused();
    await openWithPassphrase(page, passphrase);
    await expect(heading(page, 'Sign in')).toBeVisible();
    await expect(heading(second, 'Sign in')).toBeVisible();
    await signInToWork(page, olga);

    await page.close();
    await second.close();
    await host.restart();
    const afterwards = await host.openWindow();
    await expect(heading(afterwards, 'The store is locked')).toBeVisible();
  });

  test('is opened by the recovery code, and says so until there is a new passphrase', async ({
    page,
    host,
    office,
    secondWindow,
  }) => {
    await page.getByRole('button', { name: 'Use the recovery code' }).click();
    await fill(page, { 'Recovery code': 'ABCDE-12345-ABCDE-12345-ABCDE-12345' });
    await page.getByRole('button', { name: 'Open the store' }).click();
    await expect(page.getByText(notTheCode)).toBeVisible();
    await fill(page, { 'Recovery code': office.recoveryCode });
    await page.getByRole('button', { name: 'Open the store' }).click();
    await signInToWork(page, olga);
    const notice = page.getByText('The store was opened with the recovery code. Set a new passphrase');
    await expect(notice).toBeVisible();

    const second = await secondWindow();
    await signInToWork(second, ben);
    await expect(
      second.getByText('The store was opened with the recovery code. Ask a superuser to set a new passphrase.'),
    ).toBeVisible();

    await page.getByRole('alert').getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Set a new passphrase' }).click();
    await fill(page, { Passphrase: newPassword, 'Passphrase again': newPassword });
    await page.getByRole('button', { name: 'Set passphrase' }).click();
    await expect(messages(page)).toContainText('The new passphrase is set.');
    await expect(notice).toBeHidden();
    await expect(second.getByText('The store was opened with the recovery code.')).toBeHidden();

    await page.close();
    await second.close();
    await host.restart();
    const afterwards = await host.openWindow();
    await openWithPassphrase(afterwards, passphrase);
    await expect(afterwards.getByText('That passphrase does not open the store.')).toBeVisible();
    await openWithPassphrase(afterwards, newPassword);
    await signInToWork(afterwards, mira);
  });
});

test.describe('a recovery code', () => {
  test.use({ beginsWith: 'office' });

  test('is replaced by a superuser, and the one before opens nothing any more', async ({ page, host, office }) => {
    await signInToWork(page, olga);
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Make a new recovery code' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new code' }).click();
    const dialog = page.getByRole('dialog', { name: 'Recovery code' });
    const newCode = await dialog.getByRole('code').innerText();
    await page.keyboard.press('Escape');
    await expect(dialog, 'what is shown only once stays').toBeVisible();
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(messages(page)).toContainText('Destroy the old sheet.');

    await page.close();
    await host.restart();
    const afterwards = await host.openWindow();
    await afterwards.getByRole('button', { name: 'Use the recovery code' }).click();
    await fill(afterwards, { 'Recovery code': office.recoveryCode });
    await afterwards.getByRole('button', { name: 'Open the store' }).click();
    await expect(afterwards.getByText(notTheCode)).toBeVisible();
    await fill(afterwards, { 'Recovery code': newCode });
    await afterwards.getByRole('button', { name: 'Open the store' }).click();
    await signInToWork(afterwards, olga);
    await expect(sidebar(afterwards)).toBeVisible();
    await expect(greeting(afterwards, olga)).toBeVisible();
  });
});

async function openRecovery(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Forgotten superuser password?' }).click();
  await expect(heading(page, 'Set a new superuser password')).toBeVisible();
}

function fillRecovery(page: Page, recoveryCode: string, email: string): Promise<void> {
  return fill(page, {
    'Recovery code': recoveryCode,
    'Your e-mail': email,
    'New password': newPassword,
    'New password again': newPassword,
  });
}

async function openWithPassphrase(page: Page, typed: string): Promise<void> {
  await fill(page, { Passphrase: typed });
  await page.getByRole('button', { name: 'Open the store' }).click();
}
