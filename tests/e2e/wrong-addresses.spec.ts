import { olga } from './support/people';
import { cell, heading, signInToWork } from './support/steps';
import { expect, test } from './support/test';

test.use({ beginsWith: 'office' });

test('an address that leads nowhere says so, and leads on', async ({ page, problems }) => {
  await signInToWork(page, olga);
  problems.allow(/status of 404/);
  const address = (path: string) => new URL(path, page.url()).href;

  await test.step('a record that does not exist', async () => {
    for (const [path, list] of [
      ['/staff/unknown', 'Staff'],
      ['/staff/00000000-0000-4000-8000-000000000000', 'Staff'],
      ['/groups/unknown', 'Groups'],
      ['/groups/%E0%A4%A', 'Groups'],
    ] as const) {
      await page.goto(address(path));
      await expect(page.getByText('This record does not exist (any more)')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
      await page.getByRole('link', { name: `Go to the list: ${list}` }).click();
      await expect(heading(page, list)).toBeVisible();
    }
  });

  await test.step('a page of a list that does not exist', async () => {
    await page.goto(address('/staff?cursor=garbage'));
    await page.getByRole('button', { name: 'Go to the first page' }).click();
    await expect(cell(page, olga.email)).toBeVisible();
    await page.goto(address('/activity?tab=refused&cursor=garbage'));
    await page.getByRole('button', { name: 'Go to the first page' }).click();
    await expect(page.getByText('Nothing was refused')).toBeVisible();
  });

  await test.step('what is no address at all', async () => {
    for (const path of ['/%E0%A4%A', '/staff//x', '/staff/x/y', '/nowhere']) {
      await page.goto(address(path));
      await expect(heading(page, 'Not found'), path).toBeVisible();
    }
  });
});
