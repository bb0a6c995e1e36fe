import { ben, olga } from '../support/people';
import { cell, goTo, heading, signInToWork } from '../support/steps';
import { expect, test } from '../support/test';

test.use({ beginsWith: 'office' });

for (const [item, procedure, title, after] of [
  ['Lock', 'session.lock', 'Steward could not lock this window', 'Locked'],
  ['Sign out', 'session.signOut', 'Steward could not sign you out', 'Sign in'],
] as const) {
  test(`${item}: the window is empty at once, also where the main side does not answer`, async ({ page, problems }) => {
    problems.allow(/ERR_FAILED|Failed to load/);
    await signInToWork(page, olga);
    await goTo(page, 'Staff');
    await expect(cell(page, ben.email)).toBeVisible();
    await page.route('**/api/call', (route) =>
      route.request().postDataJSON().procedure === procedure ? route.abort() : route.fallback(),
    );
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: item, exact: true }).click();
    await expect(heading(page, title)).toBeVisible();
    expect((await page.content()).includes(ben.familyName)).toBe(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(heading(page, title)).toBeVisible();
    await page.unroute('**/api/call');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(heading(page, after)).toBeVisible();
  });
}

test('a screen outside of the workplace that fails says so', async ({ page, problems }) => {
  problems.allow(/./);
  await expect(heading(page, 'Sign in')).toBeVisible();
  await page.route('**/api/call', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    if (route.request().postDataJSON().procedure === 'session.state') {
      body.data = {
        ...body.data,
        state: 'locked',
        user: { id: 'x', email: {}, givenName: 'A', familyName: 'B', permissions: [] },
      };
    }
    await route.fulfill({ response, json: body });
  });
  await page.reload();
  await expect(heading(page, 'This screen has failed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy the details' })).toBeVisible();
  await page.unroute('**/api/call');
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
});
