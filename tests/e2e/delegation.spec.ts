import type { Page } from '@playwright/test';
import { addAuthorizedUser, rita } from './support/authorized-user-steps';
import { answerOf } from './support/door';
import { expectGoodScreen } from './support/good-screen';
import { mira, olga } from './support/people';
import { field, fill, goTo, signInToWork } from './support/steps';
import { expect, test } from './support/test';
import { addByTheDoor, button, expectMessage } from './support/users-steps';

test.use({ beginsWith: 'office', viewport: { width: 1024, height: 700 } });

const kim = { givenName: 'Kim', familyName: 'Larsen', email: 'kim.larsen@example.com' };
const screen = 'Categories & permissions';

const listed = (page: Page, name: string) => page.getByRole('list', { name, exact: true }).getByRole('listitem');

test('categories are added, put in order, renamed, archived and deleted', async ({ page }) => {
  await signInToWork(page, olga);
  await goTo(page, screen);
  await expect(page.getByText('No categories yet')).toBeVisible();
  await expectGoodScreen(page);
  for (const name of ['Family', 'Lawyer', 'Tax adviser']) {
    await button(page, 'Add category').click();
    await fill(page, { Name: name });
    await page.keyboard.press('Enter');
    await expect(listed(page, 'Categories').last()).toContainText(name);
  }
  await test.step('a name is not given twice', async () => {
    await button(page, 'Add category').click();
    await fill(page, { Name: 'FAMILY' });
    await button(page.getByRole('dialog'), 'Add category').click();
    await expect(page.getByText('This name is already in use.')).toBeVisible();
    await expect(field(page, 'Name')).toBeFocused();
    await button(page, 'Cancel').click();
    await button(page.getByRole('alertdialog'), 'Leave without saving').click();
  });

  await test.step('by buttons and by keys, and it is said', async () => {
    await button(page, 'Move down Family').click();
    await expect(page.getByText('Family is now 2 of 3.')).toBeAttached();
    await expect(button(page, 'Move down Family')).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByText('Family is now 3 of 3.')).toBeAttached();
    await expect(button(page, 'Move down Family')).toBeFocused();
    await expect(listed(page, 'Categories')).toHaveText([/^Lawyer/, /^Tax adviser/, /^Family/]);
    const { rows } = await answerOf(page, 'delegation.categories', {});
    expect(rows.map(({ name }) => name)).toEqual(['Lawyer', 'Tax adviser', 'Family']);
  });

  await test.step('one that somebody has is archived, not deleted', async () => {
    const { rows } = await answerOf(page, 'delegation.categories', {});
    await addByTheDoor(page, kim);
    await addAuthorizedUser(page, kim, rita, { categoryId: rows.find(({ name }) => name === 'Family')?.id ?? null });
    await expect(listed(page, 'Categories').last()).toContainText('1 authorized user');
    await button(page, 'Delete Family').click();
    const told = page.getByRole('alertdialog', { name: 'Family cannot be deleted' });
    await expect(told).toContainText('In use by 1 authorized user.');
    await button(told, 'Archive').click();
    await expect(listed(page, 'Archived: categories')).toHaveText([/^Family/]);
    await expect(listed(page, 'Categories')).toHaveText([/^Lawyer/, /^Tax adviser/]);
    await expectGoodScreen(page);
    await button(page, 'Take Family out of the archive').click();
    await expect(listed(page, 'Categories')).toHaveText([/^Lawyer/, /^Tax adviser/, /^Family/]);
  });

  await test.step('one that nobody has', async () => {
    await button(page, 'Edit Lawyer').click();
    await fill(page, { Name: 'Solicitor' });
    await button(page, 'Save').click();
    await expectMessage(page, 'The category Solicitor is saved.');
    await button(page, 'Delete Solicitor').click();
    await button(page.getByRole('alertdialog', { name: 'Delete the category Solicitor?' }), 'Delete').click();
    await expect(listed(page, 'Categories')).toHaveText([/^Tax adviser/, /^Family/]);
  });
});

test('the office adds permissions of its own, in groups and with an explanation', async ({ page }) => {
  await signInToWork(page, olga);
  await goTo(page, screen);
  await button(page, 'Add permission').click();
  await fill(page, { Label: 'Collect parcels', Group: 'At the counter', 'Explanation (optional)': 'What lies ready.' });
  await expectGoodScreen(page);
  await button(page.getByRole('dialog'), 'Add permission').click();
  await expectMessage(page, 'The permission Collect parcels was added.');
  await button(page, 'Add permission').click();
  await fill(page, { Label: 'Sign for deliveries' });
  await button(page, 'At the counter').click();
  await expect(field(page, 'Group')).toHaveValue('At the counter');
  await button(page.getByRole('dialog'), 'Add permission').click();
  await expect(listed(page, 'Permissions')).toHaveText([/^Collect parcels/, /^Sign for deliveries/]);
  await button(page, 'Archive Collect parcels').click();
  await expect(listed(page, 'Archived: permissions')).toContainText(['What lies ready.']);
});

test('two who change the same category lose nothing of each other’s', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(page, olga);
  await signInToWork(second, mira);
  await answerOf(page, 'delegation.createCategory', { name: 'Family' });
  for (const window of [page, second]) {
    await goTo(window, screen);
    await button(window, 'Edit Family').click();
  }
  await fill(page, { Name: 'Next of kin' });
  await fill(second, { Name: 'Relatives' });
  await button(second, 'Save').click();
  await expectMessage(second, 'The category Relatives is saved.');
  await expect(page.getByText('Somebody else has saved this meanwhile.')).toBeVisible();
  await button(page, 'Save').click();
  const comparison = page.getByRole('dialog', { name: /^Somebody else changed/ });
  await comparison.getByRole('radio', { name: /^Yours/ }).check();
  await button(comparison, 'Save what is chosen').click();
  await expectMessage(page, 'The category Next of kin is saved.');
});
