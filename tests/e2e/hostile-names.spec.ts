import type { Page } from '@playwright/test';
import { nameOf, olga } from './support/people';
import { cell, field, fill, goTo, heading, messages, openStaffRecord, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';

test.use({ beginsWith: 'office' });

const firstPassword = 'first lantern given by hand';

for (const hostile of [
  {
    what: 'HTML with a script',
    givenName: '<img src=x onerror=alert(1)>',
    familyName: '"><script>alert(2)</script>',
    email: 'markup@example.com',
  },
  { what: 'another script and emoji', givenName: 'مريم', familyName: 'Œzil 🌻 O’Neill', email: 'letters@example.com' },
]) {
  test(`a name with ${hostile.what} is a name like any other`, async ({ page, secondWindow }) => {
    const name = nameOf(hostile);
    const asked: string[] = [];
    let oneTimePassword = '';
    const second = await secondWindow();
    for (const window of [page, second]) listenForDialogs(window, asked);
    await signInToWork(page, olga);

    await test.step('in the message, the record and the title of the window', async () => {
      await goTo(page, 'Staff');
      await page.getByRole('link', { name: 'Add staff' }).click();
      await fill(page, { 'Given name': hostile.givenName, 'Family name': hostile.familyName, 'E-mail': hostile.email });
      await fill(page, { Password: firstPassword });
      await page.getByRole('button', { name: 'Add staff account' }).click();
      await expect(messages(page).getByText(`${name} was added.`)).toBeVisible();
      await expect(heading(page, name)).toBeVisible();
      await expect(page).toHaveTitle(`${name} · Steward`);
      await expect(field(page, 'Family name')).toHaveValue(hostile.familyName);
    });

    await test.step('in the list, also when it is searched for', async () => {
      await goTo(page, 'Staff');
      await page.getByRole('searchbox').fill(hostile.givenName);
      await expect(cell(page, hostile.email)).toHaveCount(1);
      await expect(page.getByRole('gridcell', { name: `${hostile.familyName}, ${hostile.givenName}` })).toBeVisible();
    });

    await test.step('in questions and on what is handed over', async () => {
      await cell(page, hostile.email).click();
      await page.getByRole('button', { name: 'Deactivate' }).click();
      await expect(page.getByRole('alertdialog', { name: `Deactivate ${name}?` })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Give a one-time password' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Give a one-time password' }).click();
      const dialog = page.getByRole('dialog', { name: `One-time password for ${name}` });
      oneTimePassword = await dialog.getByRole('code').innerText();
      await signIn(second, { email: hostile.email, password: oneTimePassword });
      await dialog.getByRole('button', { name: 'I have handed it over' }).click();
      await expect(heading(second, 'Choose a password of your own')).toBeVisible();
    });

    await test.step('in the activity', async () => {
      await goTo(page, 'Activity');
      await page.getByRole('button', { name: `added a staff account: ${name}` }).click();
      await expect(page.getByRole('button', { name: `All entries by or about ${name}` })).toBeVisible();
      await page.getByRole('combobox', { name: 'Person' }).fill(hostile.email);
      await page.getByRole('option', { name }).click();
      await expect(page.getByRole('combobox', { name: 'Person' })).toHaveValue(name);
    });

    await test.step('as the name of a group and of the office', async () => {
      await goTo(page, 'Groups');
      await page.getByRole('link', { name: 'Add group' }).click();
      await fill(page, { Name: hostile.familyName });
      await page.getByRole('button', { name: 'Add group' }).click();
      await expect(messages(page).getByText(`The group ${hostile.familyName} was added.`)).toBeVisible();
      await openStaffRecord(page, hostile);
      await expect(page.getByRole('checkbox', { name: hostile.familyName })).toBeVisible();
      await goTo(page, 'Settings');
      await fill(page, { 'Name of the office': hostile.givenName });
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('banner').getByText(hostile.givenName)).toBeVisible();
    });

    await test.step('and for the person themselves', async () => {
      const ownPassword = 'harvest pencil tunnel violin';
      await fill(second, { 'The password you were given': oneTimePassword });
      await fill(second, { 'New password': ownPassword, 'New password again': ownPassword });
      await second.getByRole('button', { name: 'Change password' }).click();
      await expect(second.getByRole('heading', { level: 1 })).toContainText(hostile.givenName);
      await second.getByRole('button', { name: `${name}: menu` }).click();
      await expect(second.getByRole('menu', { name: 'You' }).getByText(name)).toBeVisible();
    });

    expect(asked, 'dialogs of scripts').toEqual([]);
  });
}

function listenForDialogs(page: Page, asked: string[]): void {
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
}
