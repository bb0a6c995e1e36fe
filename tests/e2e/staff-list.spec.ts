import { ben, mira, nameOf, olga } from './support/people';
import { cell, fill, goTo, messages, signInToWork } from './support/steps';
import { expect, test } from './support/test';

test.use({ beginsWith: 'office' });

test('a list of staff is found again as it was left', async ({ page }) => {
  await signInToWork(page, olga);
  await goTo(page, 'Staff');
  const search = page.getByRole('searchbox', { name: 'Search by name, e-mail or phone' });
  const addresses = cell(page, '@example.com');
  await search.fill('kafo');
  await expect(addresses).toHaveText([ben.email]);
  await expect(page).toHaveURL(/\/staff\?search=kafo$/);
  await cell(page, ben.email).click();
  await fill(page, { 'Phone (optional)': '+49 30 111' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(messages(page)).toContainText(`${nameOf(ben)} is saved.`);
  await page.getByRole('main').getByRole('link', { name: 'Staff' }).click();
  await expect(search).toHaveValue('kafo');
  await expect(addresses).toHaveText([ben.email]);

  await search.fill('30111');
  await expect(page).toHaveURL(/\/staff\?search=30111$/);
  await expect(addresses).toHaveText([ben.email]);
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Deactivated' }).click();
  await expect(page.getByText('Nobody found')).toBeVisible();
  await expect(page).toHaveURL(/\/staff\?search=30111&status=deactivated$/);
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(addresses).toHaveText([mira.email, ben.email, olga.email]);
  await expect(page).toHaveURL(/\/staff$/);
});
