import { refusalOf } from './support/door';
import { addDelegate, addShop, anna, dana, goToOwn, profile, takeOnHolder, typeShop } from './support/my-account-steps';
import { nameOf, officeName, olga } from './support/people';
import { chooseFromUserMenu, field, greeting, heading, messages, sidebar, signIn, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { button } from './support/users-steps';

test.use({ beginsWith: 'office' });

const ownEntries = ['Main dashboard', 'Add Authorized User', 'Authorized Users', 'Activity', 'Account'];

test('an account holder finds everything of theirs at My account, and nothing of the office', async ({
  page,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  await addShop(page, anna, 'Berg & Daughters');
  await addDelegate(second, dana, ['profiles.view']);

  await test.step('the main dashboard', async () => {
    await expect(second).toHaveURL(/\/my-account$/);
    await expect(sidebar(second).getByRole('link')).toHaveText(ownEntries);
    await expect(second.getByText(`This is your account at ${officeName}.`)).toBeVisible();
    const state = second.getByRole('region', { name: 'Your account' });
    await expect(state).toContainText('Active');
    await expect(state).toContainText('1, with a login');
    await expect(second.getByRole('main').getByText(nameOf(dana)).first()).toBeVisible();
    const recent = second.getByRole('list', { name: 'Recent activity' }).getByRole('listitem');
    await expect(recent.first()).toContainText(`You added an authorized user: ${nameOf(dana)}`);
    await expect(recent.filter({ hasText: 'You signed in' })).toHaveCount(1);
  });

  await test.step('the account, with its own details and profiles', async () => {
    await chooseFromUserMenu(second, { ...olga, ...anna }, 'Account');
    await expect(heading(second, 'Account')).toBeVisible();
    await expect(second.getByRole('region', { name: 'Your details' })).toContainText(anna.email);
    await expect(second.getByText(`To have one of them changed, ask ${officeName}.`)).toBeVisible();
    await button(second, 'Edit the profile Seller').click();
    await typeShop(second, 'Berg & Sons');
    await expect(messages(second)).toContainText('The profile Seller is saved.');
    await expect(profile(second, 'Seller')).toContainText('Berg & Sons');
    await expect(button(second, 'Edit the profile Seller')).toBeFocused();
  });

  await test.step('what was done stands in the activity, before and after', async () => {
    await goToOwn(second, 'Activity');
    const entries = second.getByRole('list', { name: 'Activity' }).getByRole('listitem');
    await expect(entries.nth(0)).toContainText('You changed a profile');
    await entries.nth(0).getByRole('button').click();
    await expect(entries.nth(0).getByRole('row', { name: /^Shop/ })).toContainText('Berg & Daughters');
    await expect(entries.nth(0).getByRole('row', { name: /^Shop/ })).toContainText('Berg & Sons');
    const added = entries.filter({ hasText: `You added an authorized user: ${nameOf(dana)}` });
    await added.getByRole('button').click();
    await expect(added.getByRole('row', { name: /^Login/ })).toContainText('enabled');
    await expect(added.getByRole('row', { name: /^Permissions/ })).toContainText('View profiles');
    const cutOff = () =>
      entries.first().evaluate((entry) => {
        const list = entry.parentElement;
        return list ? list.scrollHeight - (list.parentElement?.clientHeight ?? 0) : null;
      });
    await expect.poll(cutOff, 'of the list').toBe(0);
    await expect(entries.filter({ hasText: 'The office added a profile' })).toHaveCount(1);
    await expect(second.getByText(nameOf(olga))).toBeHidden();
  });

  await test.step('the own password is changed', async () => {
    await goToOwn(second, 'Account');
    await button(second, 'Change password').click();
    await expect(second.getByRole('dialog', { name: 'Change password' })).toBeVisible();
    await button(second, 'Cancel').click();
  });

  await test.step('the palette offers the same, and no more', async () => {
    await second.keyboard.press('Control+k');
    await expect(second.getByRole('listbox', { name: 'Commands' }).getByRole('option')).toHaveText([
      'Main dashboard',
      'Authorized Users',
      'Activity',
      'Account',
      'Add Authorized User',
      'Light theme',
      'Dark theme',
      'Theme of the system',
      'Change password',
      'Lock',
      'Sign out',
    ]);
    await second.keyboard.type('main dash');
    await second.keyboard.press('Enter');
    await expect(greeting(second, anna)).toBeFocused();
  });

  await test.step('the back office is not for them', async () => {
    for (const path of ['/users', '/authorized-users', '/activity', '/settings']) {
      await second.goto(new URL(path, second.url()).href);
      await expect(second.getByText('You do not have the permission for this'), path).toBeVisible();
      await expect(sidebar(second).getByRole('link')).toHaveText(ownEntries);
    }
    expect(await refusalOf(second, 'accounts.list', {})).toBe('NOT_ALLOWED');
    expect(await refusalOf(second, 'authorizedUsers.list', {})).toBe('NOT_ALLOWED');
    await second.getByRole('link', { name: 'Go to the start page' }).click();
    await expect(second).toHaveURL(/\/my-account$/);
  });
});

test('staff have an account of their own too, and find the way there and back', async ({ page }) => {
  await signInToWork(page, olga);
  await chooseFromUserMenu(page, olga, 'Account');
  await expect(page.getByRole('region', { name: 'Your details' })).toContainText(olga.email);
  await expect(page.getByText('The office adds them.')).toBeVisible();
  await expect(sidebar(page).getByRole('link')).toHaveText(['Back to the back office', ...ownEntries]);
  await goToOwn(page, 'Activity');
  await expect(page.getByRole('list', { name: 'Activity' }).getByRole('listitem').first()).toContainText(
    'You signed in',
  );
  await sidebar(page).getByRole('link', { name: 'Back to the back office' }).click();
  await expect(page.getByRole('heading', { name: 'What needs attention' })).toBeVisible();
  await chooseFromUserMenu(page, olga, 'Authorized Users');
  await expect(heading(page, 'Authorized Users')).toBeVisible();
});

test('two who change the same profile lose nothing of each other’s', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await takeOnHolder(page, second, anna);
  await addShop(page, anna, 'Berg & Daughters');
  await page.getByRole('button', { name: `${nameOf(olga)}: menu` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page, anna);
  for (const window of [page, second]) {
    await expect(greeting(window, anna)).toBeVisible();
    await goToOwn(window, 'Account');
    await button(window, 'Edit the profile Seller').click();
  }
  await field(page, 'Street (optional)').fill('Mill Lane 4');
  await typeShop(second, 'Berg & Sons');
  await expect(page.getByRole('alert')).toContainText('Somebody else has saved this meanwhile.');
  await button(page, 'Save profile').click();
  const comparison = page.getByRole('dialog', { name: 'Somebody else changed the profile Seller' });
  await button(comparison, 'Save what is chosen').click();
  for (const window of [page, second]) {
    await expect(profile(window, 'Seller')).toContainText('Berg & Sons');
    await expect(profile(window, 'Seller')).toContainText('Mill Lane 4');
  }
});
