import { expectNoViolations } from './support/accessibility';
import { expect, test } from './support/test';

test('a first start shows a page with a heading', async ({ page }) => {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expectNoViolations(page);
});
