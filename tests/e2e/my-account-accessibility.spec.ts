import type { Page } from '@playwright/test';
import { expectInSight, expectToFit } from './support/fit';
import { expectGoodScreen } from './support/good-screen';
import {
  addAsBoth,
  addDelegate,
  addShop,
  anna,
  dana,
  goToOwn,
  profile,
  signInAsDelegate,
  takeOnHolder,
} from './support/my-account-steps';
import { nameOf, olga } from './support/people';
import { chooseFromUserMenu, greeting, heading, sidebar, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { button, signInWithGivenPassword } from './support/users-steps';

test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

test('the screens of My account are accessible to an account holder', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  await addShop(page, anna, 'Berg & Daughters');
  await expect(second.getByText('No authorized users yet')).toBeVisible();
  await expectGoodScreen(second);
  await addDelegate(second, dana, ['profiles.view']);
  await expect(second.getByRole('main').getByRole('link', { name: nameOf(dana) })).toBeVisible();
  await expectGoodScreen(second);
  await goToOwn(second, 'Account');
  await expect(profile(second, 'Seller')).toBeVisible();
  await expectGoodScreen(second);
  await button(second, 'Edit the profile Seller').click();
  await expectInSight(button(second, 'Save profile'));
  await expectGoodScreen(second);
  await button(second, 'Cancel').click();
  await goToOwn(second, 'Activity');
  const entries = second.getByRole('list', { name: 'Activity' }).getByRole('listitem');
  await entries.first().getByRole('button').click();
  await expect(entries.first().getByRole('row', { name: /^Username/ })).toContainText(dana.username);
  await expectGoodScreen(second);
});

test('so they are to a delegate, with the menu to go over', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  await addAsBoth(page, second, dana, []);
  await chooseFromUserMenu(second, { ...olga, ...anna }, 'Sign out');
  await signInWithGivenPassword(second, dana, 'first lantern given by hand');
  await second.getByRole('button', { name: `${nameOf(dana)}: menu` }).click();
  await expect(second.getByRole('menuitemradio', { name: nameOf(anna) })).toBeVisible();
  await expectGoodScreen(second, { isChoosing: true });

  await test.step('by keyboard alone', async () => {
    await second.keyboard.press('a');
    await expect(second.getByRole('menuitem', { name: 'Account', exact: true })).toBeFocused();
    await second.keyboard.type('nna');
    await expect(second.getByRole('menuitemradio', { name: nameOf(anna) })).toBeFocused();
    await second.keyboard.press('Enter');
  });
  await expect(second.getByRole('banner')).toContainText(`Acting for ${nameOf(anna)}`);
  await expect(greeting(second, dana)).toBeFocused();
  await expectGoodScreen(second);
  await goToOwn(second, 'Account');
  await expectGoodScreen(second);
  await second.goto(new URL('/my-account/activity', second.url()).href);
  await expect(second.getByText('You do not have the permission for this')).toBeVisible();
  await expectGoodScreen(second);
});

test('My account can be worked in at 200 % zoom', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await second.setViewportSize({ width: 512, height: 350 });
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  await addShop(page, anna, 'Berg & Daughters');
  await addDelegate(second, dana, ['profiles.edit', 'activity.view', 'authorized-users.view']);
  for (const entry of ['Account', 'Activity']) {
    await goToNarrow(second, entry);
    await expectToFit(second);
  }
  await chooseFromUserMenu(second, { ...olga, ...anna }, 'Sign out');
  await signInAsDelegate(second, dana);
  await expect(second.getByRole('list', { name: 'Recent activity' })).toBeVisible();
  await expectToFit(second);
  await goToNarrow(second, 'Account');
  await button(second, 'Edit the profile Seller').click();
  await expectToFit(second);
});

async function goToNarrow(page: Page, entry: string): Promise<void> {
  await button(page, 'Open the sections').click();
  await sidebar(page).getByRole('link', { name: entry, exact: true }).click();
  await expect(heading(page, entry)).toBeVisible();
  await expect(sidebar(page)).toBeHidden();
}
