import { ben, nameOf, olga } from './support/people';
import {
  cell,
  chooseFromUserMenu,
  field,
  fill,
  goTo,
  greeting,
  heading,
  messages,
  openStaffRecord,
  sidebar,
  signInToWork,
} from './support/steps';
import { expect, test } from './support/test';
import { letTimePass, seconds, takeTimeOf } from './support/time';

test.use({ beginsWith: 'office' });

test('a group gives its members permissions, and takes them away again', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(second, ben);
  await signInToWork(page, olga);
  const save = page.getByRole('button', { name: 'Save', exact: true });

  await test.step('a group is added', async () => {
    await goTo(page, 'Groups');
    await expect(page.getByText('No groups yet')).toBeVisible();
    await page.getByRole('link', { name: 'Add group' }).click();
    await expect(field(page, 'Name')).toBeFocused();
    await fill(page, { Name: 'Front desk', 'Description (optional)': 'Whoever sits at the entrance.' });
    await page.getByRole('checkbox', { name: 'View activity' }).check();
    await page.getByRole('button', { name: 'Add group' }).click();
    await expect(messages(page)).toContainText('The group Front desk was added.');
    await expect(page.getByRole('row', { name: /Front desk.*View activity 0/ })).toBeVisible();
  });

  await test.step('another cannot have the same name', async () => {
    await page.getByRole('link', { name: 'Add group' }).click();
    await fill(page, { Name: 'FRONT DESK' });
    await page.getByRole('button', { name: 'Add group' }).click();
    await expect(page.getByText('This name is already in use.')).toBeVisible();
    await expect(field(page, 'Name')).toBeFocused();
  });

  await test.step('what was typed is not left behind without a question', async () => {
    await sidebar(page).getByRole('link', { name: 'Staff' }).click();
    const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(heading(page, 'Add group')).toBeVisible();
    await expect(field(page, 'Name')).toHaveValue('FRONT DESK');
    await chooseFromUserMenu(page, olga, 'Sign out');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(field(page, 'Name')).toHaveValue('FRONT DESK');
    await sidebar(page).getByRole('link', { name: 'Staff' }).click();
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await expect(heading(page, 'Staff')).toBeVisible();
  });

  await test.step('whoever comes into the group may do at once what it gives', async () => {
    await expect(sidebar(second).getByRole('link')).toHaveText(['Start', 'Staff']);
    await openStaffRecord(page, ben);
    await page.getByRole('checkbox', { name: 'Front desk' }).check();
    await expect(page.getByRole('listitem').filter({ hasText: 'View activity (Front desk)' })).toBeVisible();
    await save.click();
    await expect(messages(page)).toContainText(`${nameOf(ben)} is saved.`);
    await expect(sidebar(second).getByRole('link')).toHaveText(['Start', 'Staff', 'Activity']);
    await goTo(second, 'Activity');
    await expect(second.getByRole('list', { name: 'Changes' })).toContainText('added a group: Front desk');
  });

  await test.step('a group with members is not to be deleted, and says so at once', async () => {
    await goTo(page, 'Groups');
    await cell(page, 'Front desk').click();
    await expect(page.getByText('1 member. Only a group without members can be deleted.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Delete group' })).toHaveCount(0);
  });

  await test.step('whoever leaves the group may no longer do what it gave', async () => {
    await openStaffRecord(page, ben);
    await page.getByRole('checkbox', { name: 'Front desk' }).uncheck();
    await save.click();
    await expect(messages(page)).toContainText(`${nameOf(ben)} is saved.`);
    await expect(sidebar(second).getByRole('link')).toHaveText(['Start', 'Staff']);
    await expect(second.getByText('You do not have the permission for this')).toBeVisible();
  });

  await test.step('a group without members is deleted', async () => {
    await goTo(page, 'Groups');
    await cell(page, 'Front desk').click();
    await page.getByRole('button', { name: 'Delete group' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete group' }).click();
    await expect(messages(page)).toContainText('The group Front desk was deleted.');
    await expect(page.getByText('No groups yet')).toBeVisible();
  });
});

test('the policies of the office are changed within their limits, and hold at once', async ({
  page,
  host,
  secondWindow,
}) => {
  const second = await secondWindow();
  await signInToWork(second, ben);
  await signInToWork(page, olga);
  await goTo(page, 'Settings');
  const minutesToLock = page.getByRole('spinbutton', { name: 'Lock a window after' });
  const save = page.getByRole('button', { name: 'Save', exact: true });

  await test.step('what is out of bounds is said under the field', async () => {
    await minutesToLock.fill('0');
    await save.click();
    await expect(page.getByText('Use 1 or more.')).toBeVisible();
    await expect(minutesToLock).toBeFocused();
    await minutesToLock.fill('');
    await save.click();
    await expect(page.getByText('This is needed.')).toBeVisible();
  });

  await test.step('what was changed can be discarded', async () => {
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await expect(minutesToLock).toHaveValue('15');
  });

  await test.step('what is saved holds in every window', async () => {
    await minutesToLock.fill('1');
    await fill(page, { 'Name of the office': 'Southgate Office' });
    await save.click();
    await expect(messages(page)).toContainText('The settings are saved.');
    for (const window of [page, second]) {
      await expect(window.getByRole('banner')).toContainText('Southgate Office');
    }
    await takeTimeOf(second);
    await expect(greeting(second, ben)).toBeVisible();
    await letTimePass(host, seconds(61), second);
    await expect(heading(second, 'Locked')).toBeVisible();
  });

  await test.step('and stands in the activity, before and after', async () => {
    await fill(page, { 'Your password': olga.password });
    await page.getByRole('button', { name: 'Unlock' }).click();
    await goTo(page, 'Activity');
    await page.getByRole('button', { name: `${nameOf(olga)} changed the settings` }).click();
    await expect(page.getByRole('row', { name: 'Name of the office' }).getByRole('cell')).toHaveText([
      'Northgate Office',
      'Southgate Office',
    ]);
    await expect(page.getByRole('row', { name: 'Lock a window after' }).getByRole('cell')).toHaveText([
      '15 minutes',
      '1 minutes',
    ]);
  });
});

test('Settings shows each person only what they may change', async ({ page, secondWindow }) => {
  const second = await secondWindow();
  await signInToWork(second, ben);
  await signInToWork(page, olga);
  await openStaffRecord(page, ben);
  await page.getByRole('checkbox', { name: 'Manage how the store is opened' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await goTo(second, 'Settings');
  await expect(second.getByRole('heading', { name: 'How the store is opened' })).toBeVisible();
  await expect(field(second, 'Name of the office')).toBeHidden();
  await goTo(page, 'Settings');
  await expect(field(page, 'Name of the office')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How the store is opened' })).toBeVisible();
});
