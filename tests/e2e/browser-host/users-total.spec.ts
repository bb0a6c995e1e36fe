import { olga } from '../support/people';
import { expect, test } from '../support/seeded-test';
import { cell, field, goTo, signInToWork } from '../support/steps';
import { button, choose } from '../support/users-steps';

test('the list of users can be used while its total is still counted', async ({ page }) => {
  const counting = Promise.withResolvers<void>();
  await page.route('**/api/call', async (route) => {
    if (route.request().postDataJSON().procedure === 'accounts.total') await counting.promise;
    await route.continue();
  });
  await signInToWork(page, olga);
  await goTo(page, 'Users');
  const summary = page.getByRole('navigation', { name: 'Pages' }).getByRole('status');
  await expect(cell(page, '@').first()).toBeVisible();
  await expect(summary).toHaveText(/^[\d,]+\+ users$/);

  await button(page, 'Next').click();
  await expect(button(page, 'Previous')).toBeEnabled();
  await choose(page, 'Status', 'Active');
  await expect(button(page, 'Previous')).toBeDisabled();
  const [email = ''] = await cell(page, '@').allInnerTexts();
  await cell(page, email).click();
  await expect(field(page, 'E-mail')).toHaveValue(email);
  await page.goBack();
  await expect(summary).toHaveText(/^[\d,]+\+ users$/);

  counting.resolve();
  await expect(summary).toHaveText(/^[\d,]+ users$/);
});
